import { buildSections } from "../build-sections.ts";
import type { DemoAgency, DemoReport } from "../demo-report.ts";

const report2016: DemoReport = {
  year: 2016,
  form: "2008",
  layout: "text-lines",
  charset: "utf-8",
  title: "落霞镇2016年政府信息公开工作年度报告",
  published: null,
  preamble: [
    "根据《中华人民共和国政府信息公开条例》规定，现将青山县落霞镇2016年政府信息公开工作情况报告如下。报告由概述、主动公开情况、依申请公开情况、行政复议和诉讼情况、存在问题及下步打算、附表组成，统计期限为2016年1月1日至2016年12月31日。",
  ],
  sections: [
    {
      kind: "overview",
      heading: "一、概述",
      paragraphs: [
        "落霞镇因晚霞映湖得名，辖14个行政村。2016年镇政府成立信息公开领导小组，镇长任组长，党政办2人专职负责。",
      ],
    },
    {
      kind: "disclosure",
      heading: "二、主动公开政府信息的情况",
      paragraphs: [
        "主动公开信息{indicators.published.thisYear}条，低保评议结果、粮食直补、计划生育服务等事项在村务公开栏长期张贴。",
      ],
    },
    {
      kind: "requests",
      heading: "三、依申请公开政府信息办理情况",
      paragraphs: ["全年受理申请{indicators.received.thisYear}件，为村道硬化工程合同，同意公开。"],
    },
    {
      kind: "disputes",
      heading: "四、因政府信息公开申请行政复议、提起行政诉讼的情况",
      paragraphs: ["未发生。"],
    },
    {
      kind: "problems",
      heading: "五、存在的主要问题及改进措施",
      paragraphs: ["公开形式单一。来年将在圩日设立流动公开车，把表格送到田头。"],
    },
    { kind: "appendix", heading: "六、附件", paragraphs: ["落霞镇政府信息公开情况统计表"] },
  ],
  numbers: {
    indicators: {
      published: [142, 1018],
      "published.website": [96, 540],
      "published.gazette": [0, 0],
      received: [2, 9],
      "received.inPerson": [1, 6],
      "received.online": [1, 3],
      "received.letter": [0, 0],
      answered: [2, 9],
      "answered.granted": [2, 8],
      "answered.partial": [0, 1],
      "answered.denied": [0, 0],
      "answered.other": [0, 0],
      complaints: [0, 1],
      review: [0, 0],
      litigation: [0, 0],
    },
  },
};

const introduce = (year: number) => [
  `落霞镇人民政府依据政府信息公开条例编制本报告，时间范围为${year}年1月1日至${year}年12月31日。如有疑问，请与落霞镇党政办公室联系。`,
];

const report2020: DemoReport = {
  year: 2020,
  form: "2019",
  layout: "text-paragraphs",
  charset: "utf-8",
  title: "青山县落霞镇人民政府2020年政府信息公开工作年度报告",
  published: "2021-01-20",
  indexNumber: "QSLX-2021-000003",
  preamble: introduce(2020),
  sections: buildSections({
    overview: [
      "2020年，我镇把公开栏搬进了晒谷场。",
      "（一）主动公开情况。湖区禁捕退捕涉及渔民83户，补偿标准、船只评估价、转产培训名单三榜公示，无一户信访。",
      "（二）依申请公开情况。全年收到申请{requests.newReceived.total}件，已答复{requests.resultTotal.total}件。",
      "（三）平台建设和监督保障。14个村“大喇叭”每天播报两次，播出防汛和防疫通知580条。",
    ],
    problems: ["村级公开档案不齐。已为各村配备档案盒，由包村干部季度检查。"],
    other: ["无。"],
  }),
  numbers: {
    disclosure: {
      permits: { previousItems: 5, change: "0", decisions: 26 },
      otherServices: { previousItems: 33, change: "-1", decisions: 412 },
      penalties: { previousItems: 2, change: "+1", decisions: 3 },
      procurement: { items: 4, amount: "57.2万元" },
    },
    requests: {
      newReceived: [3, 0, 0, 0, 0, 0],
      granted: [2, 0, 0, 0, 0, 0],
      "unable.notHeld": [1, 0, 0, 0, 0, 0],
    },
  },
};

const report2022: DemoReport = {
  year: 2022,
  form: "2021",
  layout: "text-pipes",
  charset: "utf-8",
  title: "落霞镇 2022 年政府信息公开工作年度报告",
  published: null,
  preamble: introduce(2022),
  sections: buildSections({
    overview: [
      "2022年，落霞镇党委、镇政府在青山县委、县政府领导下，以乡村振兴示范带建设为抓手推进政府信息公开。",
      "（一）主动公开情况。公布示范带项目9个、资金1860万元，环湖绿道每一公里的造价都写在里程碑上；农村人居环境整治“红黑榜”每月一晒，村民投票选出“最美庭院”120户。",
      "（二）依申请公开情况。新收申请{requests.newReceived.total}件，均为土地流转合同和征地补偿。",
      "（三）政府信息管理情况。镇村两级公开事项86项，逐项明确责任人。",
      "（四）平台建设情况。“落霞微政务”推送信息264条，镇便民服务中心设查阅点1处。",
      "（五）监督保障情况。镇纪委开展公开专项检查2次。",
    ],
    problems: ["数据填报不够严谨，个别台账与报表对不上。今后实行党政办、财政所双人复核。"],
    other: ["本年度未收取信息处理费。"],
  }),
  numbers: {
    disclosure: {
      permits: { decisions: 38 },
      penalties: { decisions: 12 },
      coercion: { decisions: 1 },
    },
    requests: {
      newReceived: [6, 1, 0, 0, 0, 0],
      granted: [3, 1, 0, 0, 0, 0],
      partial: [1, 0, 0, 0, 0, 0],
      "denied.thirdParty": [1, 0, 0, 0, 0, 0],
    },
    disputes: { review: [1, 0, 0, 0] },
  },
  planted: {
    cells: [
      { key: "requests.carriedForward.naturalPerson", value: 2 },
      { key: "requests.carriedForward.total", value: 2 },
    ],
    findings: [
      { rule: "T3-a", verdict: "fails", why: "结转下年度印作2，新收与结转之和减去办理结果为1" },
    ],
  },
};

const report2023: DemoReport = {
  year: 2023,
  form: "2021",
  layout: "text-tabs",
  charset: "gb18030",
  title: "落霞镇2023年政府信息公开工作年度报告",
  published: null,
  preamble: introduce(2023),
  sections: buildSections({
    overview: [
      "2023年，全镇接待看晚霞的游客超过20万人次，公开的重点也从“管田”延伸到“管游”。",
      "（一）主动公开情况。公布民宿登记、湖区停车和摆摊区域划定方案，36户摊主抽签过程全程直播；低保动态管理新增17户、退出21户，名单和理由张榜公示。落霞镇与青山县农业农村局联合公示耕地地力保护补贴412万元。",
      "（二）依申请公开情况。新收{requests.newReceived.total}件，上年结转{requests.carriedOver.total}件，办结{requests.resultTotal.total}件。",
      "（三）政府信息管理情况。更正上年度报告中的填报错误1处。",
      "（四）平台建设情况。14个村全部建立“村务云”相册，干部下村照片、项目前后对比照可随时翻看。",
      "（五）监督保障情况。组织村监委会主任互查，查出公示不到位问题15个。",
    ],
    // Word for word what 石鼓渡乡 writes of this year, but for the last sentence: this is what copied text looks like.
    problems: [
      "一是公开栏更新不及时，换届以后村务信息常常一个季度才贴一次；二是惠民补贴的名单只写姓名和金额，村民看不出依据的是哪一条政策；三是答复申请时照抄条文，群众读不懂。下一步由包村干部每月核对公开栏，补贴名单逐户注明政策依据，答复书先请村民代表试读再寄出。旅游旺季咨询量大、回复慢，计划与县文旅局共享客服。",
    ],
    other: ["无。"],
  }),
  numbers: {
    disclosure: {
      permits: { decisions: 44 },
      penalties: { decisions: 19 },
      coercion: { decisions: 0 },
    },
    requests: {
      newReceived: [4, 0, 0, 0, 0, 0],
      granted: [3, 0, 0, 0, 0, 0],
      "unable.needsCreation": [1, 0, 0, 0, 0, 0],
      "refused.petition": [1, 0, 0, 0, 0, 0],
    },
  },
};

export const luoxiaTownship: DemoAgency = {
  key: "luoxia",
  name: "落霞镇人民政府",
  division: "990121101",
  issuer: "落霞镇人民政府",
  siteName: "青山县人民政府网站",
  host: "www.qingshan.gov.test",
  reports: [report2016, report2020, report2022, report2023],
};
