import { buildSections } from "../build-sections.ts";
import type { DemoAgency, DemoReport } from "../demo-report.ts";

const report2017: DemoReport = {
  year: 2017,
  form: "2008",
  layout: "text-lines",
  charset: "utf-8",
  title: "青山县人民政府2017年政府信息公开工作年度报告",
  published: null,
  preamble: [
    "根据《中华人民共和国政府信息公开条例》要求，特向社会公布青山县人民政府2017年政府信息公开工作年度报告。全文包括概述、主动公开政府信息的情况、依申请公开政府信息办理情况、政府信息公开的收费及减免情况、因政府信息公开申请行政复议、提起行政诉讼的情况、存在的主要问题及改进措施、附件等七方面内容，数据统计期限为2017年1月1日至2017年12月31日。",
  ],
  sections: [
    {
      kind: "overview",
      heading: "一、概述",
      paragraphs: [
        "2017年是我县脱贫攻坚的关键一年。县政府把扶贫政策、扶贫资金、扶贫项目作为公开重点，做到资金花到哪里、公示就贴到哪里，47个贫困村全部设立扶贫公示栏。",
        "县政府常务会议两次专题研究政务公开，县级领导带头接听县长信箱来电，全年办理群众来信1642封。",
      ],
    },
    {
      kind: "disclosure",
      heading: "二、主动公开政府信息的情况",
      paragraphs: [
        "全年主动公开政府信息{indicators.published.thisYear}条，其中政府网站公开{indicators.published.website.thisYear}条、政府公报公开{indicators.published.gazette.thisYear}条。精准扶贫、农村危房改造和新型农村合作医疗三类信息浏览量最高。",
      ],
    },
    {
      kind: "requests",
      heading: "三、依申请公开政府信息办理情况",
      paragraphs: [
        "全年受理申请{indicators.received.thisYear}件，主要涉及林权登记、移民搬迁和教师招聘，均在法定期限内答复。",
      ],
    },
    {
      kind: "fees",
      heading: "四、政府信息公开的收费及减免情况",
      paragraphs: ["2017年未收取任何费用。"],
    },
    {
      kind: "disputes",
      heading: "五、因政府信息公开申请行政复议、提起行政诉讼的情况",
      paragraphs: ["发生行政复议{indicators.review.thisYear}件，复议机关维持；未发生行政诉讼。"],
    },
    {
      kind: "problems",
      heading: "六、存在的主要问题及改进措施",
      paragraphs: [
        "部分乡镇公开栏更新慢、字号小，老人看不清。2018年起统一更换公开栏，并由驻村干部逢集日“赶集问政”，把政策讲到摊位前。",
      ],
    },
    { kind: "appendix", heading: "七、附件", paragraphs: ["政府信息公开情况统计表"] },
  ],
  numbers: {
    indicators: {
      published: [3218, 24_906],
      "published.website": [3102, 23_871],
      "published.gazette": [116, 1035],
      received: [29, 213],
      "received.inPerson": [8, 77],
      "received.online": [17, 98],
      "received.letter": [4, 38],
      answered: [29, 212],
      "answered.granted": [21, 160],
      "answered.partial": [3, 19],
      "answered.denied": [1, 9],
      "answered.other": [4, 24],
      complaints: [2, 16],
      review: [1, 5],
      litigation: [0, 2],
    },
  },
};

const introduce = (year: number) => [
  `为保障人民群众依法获取政府信息，青山县人民政府办公室汇总各乡镇、县直各部门情况，编制本年度报告。本报告所列数据的统计期限自${year}年1月1日起至${year}年12月31日止，电子版可在青山县人民政府网站（www.qingshan.gov.test）下载。`,
];

const report2020: DemoReport = {
  year: 2020,
  form: "2019",
  layout: "trs",
  charset: "utf-8",
  title: "青山县人民政府2020年政府信息公开工作年度报告",
  published: "2021-02-25",
  indexNumber: "QS001-2021-00031",
  documentNumber: "青政发〔2021〕3号",
  preamble: introduce(2020),
  sections: buildSections({
    overview: [
      "2020年，青山县如期脱贫摘帽。县政府把“阳光扶贫”贯穿全年，用公开赢得信任。",
      "（一）主动公开情况。公布扶贫项目364个、资金2.67亿元，逐项列出实施单位、受益户数和验收结论；光伏扶贫电站收益按季度分红，分红名单张贴到村。汛期启动应急公开机制，6次强降雨过程共发布水情雨情248条、转移安置信息73条。",
      "（二）依申请公开情况。全县新收申请{requests.newReceived.total}件，办结{requests.resultTotal.total}件，{requests.carriedForward.total}件结转下年度继续办理。",
      "（三）政府信息管理。规范性文件实行“三统一”，对外公开总数{disclosure.normativeDocuments.totalPublished}件。",
      "（四）政府信息公开平台建设。县长信箱改版，群众可查看办理全过程；“青山发布”公众号粉丝突破8.6万。",
      "（五）监督保障。县委督查室、县政府办联合开展政务公开“百日提升”，发现问题133个，整改率100%。",
    ],
    problems: [
      "存在问题：乡镇依申请公开经验不足，2件答复被复议机关纠正。",
      "改进情况：建立县司法局会商机制，疑难申请“一件一议”；编印《答复口袋书》600册发到乡镇。",
    ],
    other: ["无其他需要报告的事项。"],
  }),
  numbers: {
    disclosure: {
      normativeDocuments: { newlyMade: 11, newlyPublished: 11, totalPublished: 138 },
      permits: { previousItems: 301, change: "-9", decisions: 6127 },
      otherServices: { previousItems: 222, change: "+14", decisions: 1980 },
      penalties: { previousItems: 1203, change: "+27", decisions: 2415 },
      coercion: { previousItems: 168, change: "0", decisions: 74 },
      fees: { previousItems: 26, change: "-1" },
      procurement: { items: 87, amount: "5210.36万元" },
    },
    requests: {
      newReceived: [38, 3, 0, 0, 1, 0],
      carriedOver: [1, 0, 0, 0, 0, 0],
      granted: [16, 2, 0, 0, 0, 0],
      partial: [4, 0, 0, 0, 0, 0],
      "denied.thirdParty": [1, 0, 0, 0, 0, 0],
      "denied.process": [2, 0, 0, 0, 0, 0],
      "unable.notHeld": [9, 1, 0, 0, 1, 0],
      "unable.unclear": [1, 0, 0, 0, 0, 0],
      "refused.petition": [3, 0, 0, 0, 0, 0],
      other: [1, 0, 0, 0, 0, 0],
    },
    disputes: { review: [2, 2, 1, 0], litigationDirect: [1, 0, 0, 0] },
  },
};

const report2022: DemoReport = {
  year: 2022,
  form: "2021",
  layout: "trs",
  charset: "utf-8",
  title: "青山县人民政府2022年政府信息公开工作年度报告",
  published: "2023-03-02",
  indexNumber: "QS001-2023-00024",
  documentNumber: "青政发〔2023〕2号",
  preamble: introduce(2022),
  sections: buildSections({
    overview: [
      "2022年，县政府紧扣乡村振兴与县城更新，以群众看得懂、找得到、用得上为标准推进政府信息公开。",
      "（一）主动公开情况。乡村振兴衔接资金1.52亿元、项目214个全部公示公告，茶叶、油茶两大产业奖补逐户公布；公开县乡村三级河长名单，河长制巡河发现的问题412个按月晒整改，群众评价“河长公示牌上的电话打得通了”。",
      "（二）依申请公开情况。新收政府信息公开申请{requests.newReceived.total}件，较上年增长，主要集中在宅基地审批和水库移民后期扶持。予以公开{requests.granted.total}件，无法提供的均说明理由并告知获取途径。",
      "（三）政府信息管理。本年制发行政规范性文件{disclosure.normativeDocuments.made}件、废止{disclosure.normativeDocuments.repealed}件，现行有效{disclosure.normativeDocuments.effective}件。",
      "（四）政府信息公开平台建设。建成县政务公开体验区1个、乡镇体验点4个，配备自助查询机，可现场打印低保、社保证明。",
      "（五）监督保障。县长信箱办理来信2031封，平均4.2天办结，满意率97.5%。",
    ],
    problems: [
      "问题：部门之间“数据烟囱”仍在，同一事项多处公开、口径不一。",
      "改进：指定每类信息唯一责任科室，设立“首席公开专员”36名。",
    ],
    other: ["按照《政府信息公开信息处理费管理办法》，本年度收取信息处理费0元。"],
  }),
  numbers: {
    disclosure: {
      normativeDocuments: { made: 8, repealed: 13, effective: 121 },
      permits: { decisions: 7033 },
      penalties: { decisions: 2650 },
      coercion: { decisions: 91 },
      fees: { amount: 3127.58 },
    },
    requests: {
      newReceived: [51, 4, 0, 1, 2, 1],
      carriedOver: [2, 0, 0, 0, 0, 0],
      granted: [20, 2, 0, 1, 1, 0],
      partial: [6, 0, 0, 0, 0, 0],
      "denied.lawForbidden": [1, 0, 0, 0, 0, 0],
      "denied.thirdParty": [3, 1, 0, 0, 0, 0],
      "denied.internalAffairs": [1, 0, 0, 0, 0, 0],
      "unable.notHeld": [11, 1, 0, 0, 1, 1],
      "unable.needsCreation": [2, 0, 0, 0, 0, 0],
      "refused.petition": [3, 0, 0, 0, 0, 0],
      "refused.duplicate": [1, 0, 0, 0, 0, 0],
      "other.noCorrection": [2, 0, 0, 0, 0, 0],
    },
    disputes: {
      review: [3, 1, 1, 1],
      litigationDirect: [2, 0, 0, 1],
      litigationAfterReview: [1, 0, 0, 0],
    },
  },
};

const report2023: DemoReport = {
  year: 2023,
  form: "2021",
  layout: "trs",
  charset: "gb18030",
  title: "青山县人民政府2023年政府信息公开工作年度报告",
  published: "2024-02-27",
  indexNumber: "QS001-2024-00019",
  documentNumber: "青政发〔2024〕1号",
  preamble: introduce(2023),
  sections: buildSections({
    overview: [
      "2023年，青山县把政府信息公开嵌入“千村示范、万村整治”和优化营商环境两项重点工作。",
      "（一）主动公开情况。首次发布政府信息公开“口述年报”短视频，用方言讲清财政预决算：全县一般公共预算支出31.8亿元，每花100元就有78元用在民生。县城北门片区老旧小区改造一期18栋楼的居民投票结果、设计图和工程款支付进度全部上墙上网。",
      "（二）依申请公开情况。新收{requests.newReceived.total}件，上年结转{requests.carriedOver.total}件，办结{requests.resultTotal.total}件，结转下年度{requests.carriedForward.total}件。",
      "（三）政府信息管理。现行有效行政规范性文件{disclosure.normativeDocuments.effective}件，逐件标注有效期。",
      "（四）政府信息公开平台建设。12345热线高频问题转化为“政策问答”217条，每周三更新。",
      "（五）监督保障。邀请人大代表、政协委员和村民代表60人担任公开观察员，提出建议88条。",
    ],
    problems: [
      "问题：个别单位把公开当成“年底补课”，12月集中发布占全年四分之一。",
      "改进：实行公开事项月度计划，逾期未公开的自动亮灯提醒。",
    ],
    other: ["本年度未收取信息处理费。"],
  }),
  numbers: {
    disclosure: {
      normativeDocuments: { made: 10, repealed: 6, effective: 125 },
      permits: { decisions: 7418 },
      penalties: { decisions: 2391 },
      coercion: { decisions: 83 },
      fees: { amount: 2984.106 },
    },
    requests: {
      newReceived: [57, 6, 1, 0, 2, 0],
      granted: [25, 3, 1, 0, 1, 0],
      partial: [5, 1, 0, 0, 0, 0],
      "denied.thirdParty": [2, 1, 0, 0, 0, 0],
      "denied.process": [3, 0, 0, 0, 0, 0],
      "denied.adminQuery": [2, 0, 0, 0, 0, 0],
      "unable.notHeld": [13, 1, 0, 0, 1, 0],
      "unable.unclear": [1, 0, 0, 0, 0, 0],
      "refused.petition": [4, 0, 0, 0, 0, 0],
      "refused.confirm": [1, 0, 0, 0, 0, 0],
      "other.other": [1, 0, 0, 0, 0, 0],
    },
    disputes: { review: [4, 1, 1, 0], litigationDirect: [2, 0, 1, 0] },
  },
  planted: {
    cells: [{ key: "disputes.review.total", value: 7 }],
    findings: [{ rule: "T4-a", verdict: "fails", why: "行政复议总计印作7，四项之和为6" }],
  },
};

export const qingshanCounty: DemoAgency = {
  key: "qingshan",
  name: "青山县人民政府",
  division: "990121",
  issuer: "青山县人民政府",
  siteName: "青山县人民政府网站",
  host: "www.qingshan.gov.test",
  reports: [report2017, report2020, report2022, report2023],
};
