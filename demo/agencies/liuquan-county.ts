import { buildSections } from "../build-sections.ts";
import type { DemoAgency, DemoReport } from "../demo-report.ts";

const introduce = (year: number) => [
  `柳泉县人民政府按照《中华人民共和国政府信息公开条例》第四十九条、第五十条的规定，向社会公布${year}年政府信息公开工作年度报告。所列数据统计期限为${year}年1月1日至${year}年12月31日。`,
];

const report2020: DemoReport = {
  year: 2020,
  form: "2019",
  layout: "word",
  charset: "gb18030",
  title: "柳泉县人民政府2020年政府信息公开工作年度报告",
  published: "2021-03-11",
  preamble: introduce(2020),
  sections: buildSections({
    overview: [
      "柳泉以温泉和柳编闻名。2020年，县政府把文旅纾困、稻渔产业和饮水安全作为公开重点。",
      "（一）主动公开。发放文旅消费券800万元，核销情况逐日公布；农村饮水安全巩固提升工程涉及的126个村水质检测报告全部上网。",
      "（二）依申请公开。新收申请{requests.newReceived.total}件，上年结转{requests.carriedOver.total}件，办结{requests.resultTotal.total}件。",
      "（三）政府信息管理。全县规范性文件对外公开{disclosure.normativeDocuments.totalPublished}件。",
      "（四）平台建设。关停“僵尸”政务新媒体71个，保留22个。",
      "（五）监督保障。开展政务公开满意度电话调查，有效样本1500份，满意率88.7%。",
    ],
    problems: ["政策解读形式单一，山区群众网络不便。下一步推广“广播+院坝会”，让干部上门讲政策。"],
    other: ["本年度未收取费用。"],
  }),
  signature: ["柳泉县人民政府", "2021年3月10日"],
  numbers: {
    disclosure: {
      normativeDocuments: { newlyMade: 7, newlyPublished: 7, totalPublished: 96 },
      permits: { previousItems: 288, change: "-15", decisions: 4410 },
      otherServices: { previousItems: 201, change: "+6", decisions: 1325 },
      penalties: { previousItems: 1180, change: "-22", decisions: 1766 },
      coercion: { previousItems: 150, change: "+3", decisions: 49 },
      fees: { previousItems: 24, change: "0" },
      procurement: { items: 63, amount: "3906.82万元" },
    },
    requests: {
      newReceived: [27, 2, 0, 0, 0, 1],
      carriedOver: [2, 0, 0, 0, 0, 0],
      granted: [12, 1, 0, 0, 0, 1],
      partial: [2, 0, 0, 0, 0, 0],
      "denied.lawForbidden": [1, 0, 0, 0, 0, 0],
      "denied.process": [1, 0, 0, 0, 0, 0],
      "unable.notHeld": [8, 1, 0, 0, 0, 0],
      "unable.needsCreation": [1, 0, 0, 0, 0, 0],
      "refused.petition": [2, 0, 0, 0, 0, 0],
      "refused.duplicate": [1, 0, 0, 0, 0, 0],
      other: [1, 0, 0, 0, 0, 0],
    },
    disputes: { review: [2, 0, 1, 0], litigationAfterReview: [1, 0, 0, 0] },
  },
};

const report2022: DemoReport = {
  year: 2022,
  form: "2021",
  layout: "vsb",
  charset: "utf-8",
  title: "柳泉县人民政府2022年政府信息公开工作年度报告",
  published: "2023-03-20",
  indexNumber: "LQ000-2023-0011",
  preamble: introduce(2022),
  sections: buildSections({
    overview: [
      "2022年，柳泉县把“问计于民”写进公开流程，重大决策先听群众说。",
      "（一）主动公开情况。县城供热改造、公交线路优化等7项重大行政决策全部预公开，收集意见2260条；温泉小镇土地出让、规划许可、施工许可“三证同晒”。",
      "（二）依申请公开情况。新收申请{requests.newReceived.total}件，办结{requests.resultTotal.total}件，其中无法提供的主要原因是本机关不掌握相关信息，共{requests.unable.notHeld.total}件。",
      "（三）政府信息管理情况。规范性文件现行有效{disclosure.normativeDocuments.effective}件。",
      "（四）平台建设情况。网站智能检索改版，错别字自动纠正，搜索零结果率由18%降到5%。",
      "（五）监督保障情况。低保公示、惠民惠农补贴“一卡通”公示抽查行政村90个，发现不规范12处并整改。",
    ],
    problems: [
      "问题：财政预决算公开到村后群众反映“看不懂”。",
      "改进：编制“明白账”样表，用“收了多少、花在哪里、还剩多少”三句话说清。",
    ],
    other: ["本年度收取信息处理费0元。"],
  }),
  numbers: {
    disclosure: {
      normativeDocuments: { made: 6, repealed: 9, effective: 88 },
      permits: { decisions: 5127 },
      penalties: { decisions: 1893 },
      coercion: { decisions: 62 },
      fees: { amount: 2240.91 },
    },
    requests: {
      newReceived: [33, 3, 1, 0, 1, 0],
      carriedOver: [1, 0, 0, 0, 0, 0],
      granted: [13, 1, 1, 0, 0, 0],
      partial: [4, 0, 0, 0, 0, 0],
      "denied.thirdParty": [1, 1, 0, 0, 0, 0],
      "denied.internalAffairs": [1, 0, 0, 0, 0, 0],
      "denied.adminQuery": [1, 0, 0, 0, 0, 0],
      "unable.notHeld": [8, 0, 0, 0, 1, 0],
      "unable.unclear": [1, 0, 0, 0, 0, 0],
      "refused.petition": [2, 0, 0, 0, 0, 0],
      "other.feeUnpaid": [1, 0, 0, 0, 0, 0],
    },
    disputes: { review: [2, 1, 0, 1], litigationDirect: [1, 0, 0, 1] },
  },
};

const report2023: DemoReport = {
  year: 2023,
  form: "2021",
  layout: "vsb",
  charset: "utf-8",
  title: "柳泉县人民政府2023年政府信息公开工作年度报告",
  published: "2024-03-15",
  indexNumber: "LQ000-2024-0009",
  preamble: introduce(2023),
  sections: buildSections({
    overview: [
      "2023年，柳泉县以高标准农田、和美乡村和数字政府三项工程检验公开成效。",
      "（一）主动公开情况。新建高标准农田3.2万亩，地块、造价、监理、管护责任人一田一码；柳编产业园招商优惠政策和兑现情况同步公开，签约企业19家。河长制湖长制“红黑榜”发布12期，3名乡镇河长被约谈并公开通报。",
      "（二）依申请公开情况。新收{requests.newReceived.total}件，上年结转{requests.carriedOver.total}件，办结{requests.resultTotal.total}件，结转{requests.carriedForward.total}件。",
      "（三）政府信息管理情况。制发行政规范性文件{disclosure.normativeDocuments.made}件，均在20个工作日内公布并配套解读。",
      "（四）平台建设情况。政府信息公开专栏适配手机端，访问量同比增长64%。",
      "（五）监督保障情况。县长信箱实行“回头看”，对不满意件重办率100%，全年重办36件。",
    ],
    problems: ["乡镇政务公开人员流动快，一年内更换过半。已建立AB岗和带教制度，培训覆盖13个乡镇。"],
    other: ["无其他需要报告的事项。"],
  }),
  numbers: {
    disclosure: {
      normativeDocuments: { made: 9, repealed: 4, effective: 93 },
      permits: { decisions: 5390 },
      penalties: { decisions: 1721 },
      coercion: { decisions: 55 },
      fees: { amount: 2105.337 },
    },
    requests: {
      newReceived: [36, 4, 0, 0, 2, 0],
      granted: [17, 2, 0, 0, 1, 0],
      partial: [3, 1, 0, 0, 0, 0],
      "denied.process": [2, 0, 0, 0, 0, 0],
      "denied.enforcementFile": [1, 0, 0, 0, 0, 0],
      "unable.notHeld": [9, 1, 0, 0, 1, 0],
      "refused.petition": [2, 0, 0, 0, 0, 0],
      "refused.excessive": [1, 0, 0, 0, 0, 0],
      "other.noCorrection": [1, 0, 0, 0, 0, 0],
    },
    disputes: { review: [3, 0, 1, 0] },
  },
};

export const liuquanCounty: DemoAgency = {
  key: "liuquan",
  name: "柳泉县人民政府",
  division: "990222",
  issuer: "柳泉县人民政府办公室",
  siteName: "柳泉县人民政府",
  host: "www.liuquan.gov.test",
  reports: [report2020, report2022, report2023],
};
