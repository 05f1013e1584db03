import { buildSections } from "../build-sections.ts";
import type { DemoAgency, DemoReport } from "../demo-report.ts";

const introduce = (year: number) => [
  `青山县教育局依照《中华人民共和国政府信息公开条例》第五十条编制本报告，数据截至${year}年12月31日。联系电话：0990-5550101。`,
];

const report2020: DemoReport = {
  year: 2020,
  form: "2019",
  layout: "vsb",
  charset: "utf-8",
  title: "青山县教育局2020年政府信息公开工作年度报告",
  published: "2021-01-19",
  indexNumber: "QSJY-2021-0004",
  preamble: introduce(2020),
  sections: buildSections({
    overview: [
      "一年来，我局从“停课不停学”到“学区划分听证”，把家长最关心的事摆到台面上。",
      "（一）主动公开。公布线上教学课表21期、返校时间和防疫流程；秋季学期前公开县城6所小学、3所初中的学区划分范围和地图，配合招生日程表，一图看清“家门口上哪所学校”。",
      "（二）依申请公开。收到申请{requests.newReceived.total}件，内容为民办幼儿园年检结果和教师编制，全部按期答复。",
      "（三）信息管理与平台。局网站公开信息416条，营养餐采购价格每周公示。",
      "（四）监督保障。聘请家长监督员42名。",
    ],
    problems: ["教育收费公示在部分乡村小学更新不及时；已统一制作公示牌并纳入开学检查。"],
    other: ["无。"],
  }),
  numbers: {
    disclosure: {
      normativeDocuments: { newlyMade: 1, newlyPublished: 1, totalPublished: 9 },
      permits: { previousItems: 6, change: "0", decisions: 11 },
      otherServices: { previousItems: 9, change: "+1", decisions: 640 },
      penalties: { previousItems: 12, change: "0", decisions: 2 },
      fees: { previousItems: 3, change: "0" },
      procurement: { items: 14, amount: "862.75万元" },
    },
    requests: {
      newReceived: [4, 1, 0, 0, 0, 0],
      granted: [3, 1, 0, 0, 0, 0],
      "denied.thirdParty": [1, 0, 0, 0, 0, 0],
    },
  },
};

const report2022: DemoReport = {
  year: 2022,
  form: "2021",
  layout: "word",
  charset: "gb18030",
  title: "青山县教育局2022年政府信息公开工作年度报告",
  published: "2023-01-13",
  preamble: introduce(2022),
  sections: buildSections(
    {
      overview: [
        "2022年，全县教育系统围绕“双减”落地和集团化办学做好政务公开。",
        "（一）主动公开情况。公布学科类培训机构压减清单，32家压减为4家；课后服务收费标准、师资安排和退费办法一校一公示。白鹭洲镇、松涛岭镇两所寄宿制学校的食堂实行“明厨亮灶”，家长手机上就能看后厨。",
        "（二）依申请公开情况。新收申请{requests.newReceived.total}件，办结{requests.resultTotal.total}件，其中1名申请人就中考加分名单先后三次申请，我局三次当面沟通。",
        "（三）政府信息管理情况。编制教育领域基层政务公开标准目录56项。",
        "（四）平台建设情况。“青山教育”公众号推送招生政策解读19期，阅读量21.3万。",
        "（五）监督保障情况。局机关科室公开工作得分与评先评优挂钩。",
      ],
      problems: [
        "主要是教师招聘、职称评审过程性信息公开的边界把握不够准。下一步拟定事项清单，明确哪些必须公开、何时公开。",
      ],
      other: ["我局未收取信息处理费。"],
    },
    { disputes: "四、因政府信息公开工作被申请行政复议、提起行政诉讼情况" },
  ),
  signature: ["青山县教育局", "2023年1月12日"],
  numbers: {
    disclosure: {
      normativeDocuments: { made: 1, repealed: 2, effective: 8 },
      permits: { decisions: 17 },
      penalties: { decisions: 5 },
      fees: { amount: 418.2 },
    },
    requests: {
      newReceived: [7, 0, 0, 1, 0, 0],
      granted: [4, 0, 0, 1, 0, 0],
      partial: [1, 0, 0, 0, 0, 0],
      "refused.duplicate": [1, 0, 0, 0, 0, 0],
    },
  },
};

const report2023: DemoReport = {
  year: 2023,
  form: "2021",
  layout: "word",
  charset: "utf-8",
  title: "县教育局2023年政府信息公开工作年度报告",
  published: "2024-01-16",
  preamble: introduce(2023),
  sections: buildSections({
    overview: [
      "2023年，我局受理的咨询里，“学区划分”四个字出现了1208次。我们据此调整了公开的次序：先回答家长的问题，再写自己的成绩。",
      "（一）主动公开情况。学区划分调整方案草案公示30天，召开听证会2场，采纳家长意见17条，未采纳的9条逐条说明理由。公开校园食品安全抽检结果4批次、样品212个，合格率99.5%，1个不合格样品的处置过程全程公布。",
      "（二）依申请公开情况。新收申请{requests.newReceived.total}件，上年结转{requests.carriedOver.total}件，已全部办结。",
      "（三）政府信息管理情况。清理过期招生公告188条，标注“已失效”。",
      "（四）平台建设情况。与县政务服务中心共建“入学一件事”专窗，线上报名率91%。",
      "（五）监督保障情况。开展校长公开述职，师生与家长代表现场打分。",
    ],
    problems: ["农村小规模学校撤并信息发布偏晚。今后撤并方案须提前一学期公开。"],
    other: ["无其他需要报告的事项。"],
  }),
  signature: ["青山县教育局", "2024年1月15日"],
  numbers: {
    disclosure: {
      normativeDocuments: { made: 2, repealed: 0, effective: 10 },
      permits: { decisions: 9 },
      penalties: { decisions: 3 },
      fees: { amount: 402.65 },
    },
    requests: {
      newReceived: [9, 1, 0, 0, 0, 0],
      granted: [7, 1, 0, 0, 0, 0],
      partial: [1, 0, 0, 0, 0, 0],
      "unable.notHeld": [1, 0, 0, 0, 0, 0],
      "other.other": [1, 0, 0, 0, 0, 0],
    },
    disputes: { review: [1, 0, 0, 0] },
  },
};

export const qingshanEducation: DemoAgency = {
  key: "qingshan-education",
  name: "青山县教育局",
  division: "990121",
  issuer: "青山县教育局",
  siteName: "青山县人民政府网站",
  host: "jyj.qingshan.gov.test",
  reports: [report2020, report2022, report2023],
};
