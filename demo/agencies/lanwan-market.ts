import { buildSections } from "../build-sections.ts";
import type { DemoAgency, DemoReport } from "../demo-report.ts";

const introduce = (year: number) => [
  `本报告由澜湾区市场监督管理局编制，统计期限为${year}年1月1日至12月31日。公众可到澜湾区澜江路99号一楼查阅点免费查阅。`,
];

const report2020: DemoReport = {
  year: 2020,
  form: "2019",
  layout: "ucap",
  charset: "utf-8",
  title: "澜湾区市场监督管理局2020年度政府信息公开工作年度报告",
  published: "2021-01-28",
  indexNumber: "LWSJ/2021-00009",
  preamble: introduce(2020),
  sections: buildSections({
    overview: [
      "口罩价格、冷链食品、网络直播带货，2020年市场监管的每一个热点都在我局公开栏里留下了记录。",
      "（一）主动公开。防疫物资价格违法案件公开曝光23起，最高罚款48万元；冷链食品追溯信息每日更新，累计公布批次1977个。",
      "（二）依申请公开。收到申请{requests.newReceived.total}件，其中企业{requests.newReceived.business}件，多为查询竞争对手登记档案，依法转为档案查询告知。",
      "（三）信息管理与平台。行政处罚决定书作出后7个工作日内上网。",
      "（四）监督保障。科所长轮流“坐诊”12315热线，接听来电1.9万个。",
    ],
    problems: ["处罚信息公开后信用修复说明不足，企业不知如何修复。已在每份公示下方附修复指引。"],
    other: ["无。"],
  }),
  numbers: {
    disclosure: {
      normativeDocuments: { newlyMade: 0, newlyPublished: 0, totalPublished: 4 },
      permits: { previousItems: 31, change: "-2", decisions: 5206 },
      otherServices: { previousItems: 12, change: "0", decisions: 933 },
      penalties: { previousItems: 486, change: "+19", decisions: 712 },
      coercion: { previousItems: 22, change: "0", decisions: 38 },
      fees: { previousItems: 1, change: "0" },
      procurement: { items: 9, amount: "231.4万元" },
    },
    requests: {
      newReceived: [13, 6, 0, 0, 2, 0],
      granted: [5, 1, 0, 0, 0, 0],
      "denied.enforcementFile": [2, 1, 0, 0, 1, 0],
      "denied.adminQuery": [3, 3, 0, 0, 1, 0],
      "unable.notHeld": [1, 0, 0, 0, 0, 0],
      "refused.petition": [2, 1, 0, 0, 0, 0],
    },
    disputes: { review: [2, 0, 0, 0] },
  },
};

const report2022: DemoReport = {
  year: 2022,
  form: "2021",
  layout: "text-paragraphs",
  charset: "utf-8",
  title: "澜湾区市场监督管理局2022年政府信息公开工作年度报告",
  published: "2023-01-30",
  indexNumber: "LWSJ/2023-00006",
  preamble: introduce(2022),
  sections: buildSections({
    overview: [
      "2022年我局以“明码标价看得见、抽检结果查得到”为目标开展公开工作。",
      "（一）主动公开情况。发布食品安全抽检公告26期，涉及食品3415批次，合格率98.3%，不合格的58批次全部公布核查处置结果；望潮夜市烧烤、澜江早茶两条美食街试行“风险等级上墙”。",
      "（二）依申请公开情况。新收申请{requests.newReceived.total}件，办结{requests.resultTotal.total}件，予以公开{requests.granted.total}件。",
      "（三）政府信息管理情况。涉企检查计划提前公示，检查频次同比下降三成。",
      "（四）平台建设情况。电梯“码上查”覆盖6210台电梯，维保单位、困人次数一扫便知。",
      "（五）监督保障情况。开展公开业务“月考”，平均分由71分提高到89分。",
    ],
    problems: ["抽检公告专业术语多，市民看不懂；2023年起每期公告配一段消费提示。"],
    other: ["本年度没有需要报告的其他事项。"],
  }),
  numbers: {
    disclosure: {
      normativeDocuments: { made: 1, repealed: 0, effective: 5 },
      permits: { decisions: 6120 },
      penalties: { decisions: 845 },
      coercion: { decisions: 51 },
      fees: { amount: 36.4 },
    },
    requests: {
      newReceived: [18, 7, 0, 0, 3, 1],
      carriedOver: [1, 0, 0, 0, 0, 0],
      granted: [7, 2, 0, 0, 0, 0],
      partial: [2, 1, 0, 0, 0, 0],
      "denied.thirdParty": [1, 1, 0, 0, 0, 0],
      "denied.enforcementFile": [2, 1, 0, 0, 2, 0],
      "denied.adminQuery": [2, 2, 0, 0, 0, 1],
      "unable.notHeld": [2, 0, 0, 0, 0, 0],
      "refused.petition": [2, 0, 0, 0, 0, 0],
    },
    disputes: { review: [3, 0, 1, 0], litigationDirect: [1, 0, 0, 0] },
  },
};

const report2023: DemoReport = {
  year: 2023,
  form: "2021",
  layout: "ucap",
  charset: "utf-8",
  title: "澜湾区市场监督管理局2023年政府信息公开工作年度报告",
  published: "2024-01-25",
  indexNumber: "LWSJ/2024-00008",
  preamble: introduce(2023),
  sections: buildSections({
    overview: [
      "2023年，消费回暖，投诉也随之增加。我局坚持“处罚公开、过程说理、结果可查”。",
      "（一）主动公开情况。消费投诉公示平台上线，按商场、按品类公布投诉量和解决率，倒逼217家商户主动整改；预付卡“跑路”预警发布14次。食品安全抽检首次由市民“点单”，收到点检建议640条，据此抽检儿童零食和外卖餐盒280批次。",
      "（二）依申请公开情况。新收申请{requests.newReceived.total}件，上年结转{requests.carriedOver.total}件，办结{requests.resultTotal.total}件。",
      "（三）政府信息管理情况。全年作出行政处罚{disclosure.penalties.decisions}件，轻微违法免罚196件，免罚理由一并公开。",
      "（四）平台建设情况。“计量惠民”专栏公开集贸市场电子秤检定结果4300台次。",
      "（五）监督保障情况。邀请网约配送员担任“骑手观察员”，反馈后厨问题线索75条。",
    ],
    problems: ["投诉公示初期个别数据口径有误，已建立双人复核和当日更正制度。"],
    other: ["无。"],
  }),
  numbers: {
    disclosure: {
      normativeDocuments: { made: 0, repealed: 1, effective: 4 },
      permits: { decisions: 6588 },
      penalties: { decisions: 903 },
      coercion: { decisions: 47 },
      fees: { amount: 33.08 },
    },
    requests: {
      newReceived: [22, 9, 0, 1, 2, 0],
      granted: [9, 3, 0, 1, 0, 0],
      partial: [3, 1, 0, 0, 0, 0],
      "denied.thirdParty": [2, 1, 0, 0, 0, 0],
      "denied.enforcementFile": [3, 2, 0, 0, 2, 0],
      "denied.adminQuery": [2, 2, 0, 0, 0, 0],
      "refused.petition": [3, 0, 0, 0, 0, 0],
      "other.noCorrection": [1, 0, 0, 0, 0, 0],
    },
    disputes: { review: [4, 0, 0, 1], litigationAfterReview: [1, 0, 0, 0] },
  },
  planted: {
    cells: [
      { key: "requests.granted.total", value: 14 },
      { key: "requests.partial.total", value: 3 },
    ],
    findings: [
      {
        rule: "T3-c",
        verdict: "fails",
        why: "予以公开总计印作14（各栏之和13），部分公开总计印作3（各栏之和4），列总计仍相符",
      },
    ],
  },
};

export const lanwanMarket: DemoAgency = {
  key: "lanwan-market",
  name: "澜湾区市场监督管理局",
  division: "990101",
  issuer: "澜湾区市场监督管理局",
  siteName: "望川市澜湾区人民政府网",
  host: "www.lanwan.gov.test",
  reports: [report2020, report2022, report2023],
};
