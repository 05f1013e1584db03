import { buildSections } from "../build-sections.ts";
import type { DemoAgency, DemoReport, PlantedCell } from "../demo-report.ts";

const introduce = (year: number) => [
  `石鼓渡乡人民政府现公布${year}年政府信息公开工作年度报告，数据统计期限自${year}年1月1日起至${year}年12月31日止。联系地址：柳泉县石鼓渡乡渡口街1号。`,
];

const report2020: DemoReport = {
  year: 2020,
  form: "2019",
  layout: "text-pipes",
  charset: "utf-8",
  title: "柳泉县石鼓渡乡2020年政府信息公开工作年度报告",
  published: null,
  preamble: introduce(2020),
  sections: buildSections({
    overview: [
      "石鼓渡乡山高路远，2020年最后一个自然村通了硬化路，也通了光纤。",
      "（一）主动公开。易地搬迁安置点选房抽签、配套产业分红全部公示，涉及217户；索桥改公路桥工程进度每旬张贴一次。",
      "（二）依申请公开。本年度未收到政府信息公开申请。",
      "（三）监督保障。乡人大主席团听取公开工作汇报1次。",
    ],
    problems: ["干部少、事情多，信息发布常常拖到月底。下一步由大学生村官兼任信息员。"],
    other: ["无。"],
  }),
  numbers: {
    disclosure: {
      permits: { previousItems: 4, change: "0", decisions: 9 },
      otherServices: { previousItems: 28, change: "0", decisions: 305 },
      procurement: { items: 2, amount: "31.65万元" },
    },
  },
};

/** A page whose clerk left every zero of the grounds for refusal blank. */
const blankRows = [
  "denied.stateSecret",
  "denied.lawForbidden",
  "denied.safetyStability",
  "denied.thirdParty",
  "denied.internalAffairs",
  "denied.process",
  "denied.enforcementFile",
  "denied.adminQuery",
  "unable.needsCreation",
  "unable.unclear",
];
const applicants = [
  "naturalPerson",
  "business",
  "research",
  "nonprofit",
  "legalService",
  "other",
  "total",
];
const blankCells: readonly PlantedCell[] = blankRows.flatMap((row) =>
  applicants.map((column) => ({ key: `requests.${row}.${column}`, value: null })),
);

const report2022: DemoReport = {
  year: 2022,
  form: "2021",
  layout: "vsb",
  charset: "utf-8",
  title: "石鼓渡乡人民政府2022年政府信息公开工作年度报告",
  published: "2023-01-09",
  indexNumber: "LQSG-2023-0001",
  preamble: introduce(2022),
  sections: buildSections(
    {
      overview: [
        "2022年，石鼓渡乡种下2600亩高山蔬菜，公开栏旁边就是价格牌。",
        "（一）主动公开情况。蔬菜基地土地流转价格、务工工资、合作社分红三张表每月公示；医保参保缴费进度按组公布，参保率98.6%。",
        "（二）依申请公开情况。新收申请{requests.newReceived.total}件，予以公开{requests.granted.total}件。",
        "（三）政府信息管理情况。清点历年林地承包档案740卷。",
        "（四）平台建设情况。在渡口候船亭设置触摸查询屏1台，船等人，人查事。",
        "（五）监督保障情况。聘请老党员、返乡青年各6名担任监督员。",
      ],
      problems: ["报表填写不规范，部分栏目漏填。将组织经办人员到县政府办跟班学习。"],
      other: ["本机关未收取信息处理费。"],
    },
    { overview: "一、工作开展情况", problems: "五、存在的问题及改进情况" },
  ),
  numbers: {
    disclosure: { permits: { decisions: 14 }, penalties: { decisions: 2 } },
    requests: {
      newReceived: [3, 0, 0, 0, 0, 0],
      granted: [2, 0, 0, 0, 0, 0],
      "unable.notHeld": [1, 0, 0, 0, 0, 0],
    },
  },
  planted: {
    cells: blankCells,
    findings: [
      { rule: "T3-b", verdict: "cannotTell", why: "不予公开等十行各栏空白，总计无从核对" },
    ],
  },
};

const report2023: DemoReport = {
  year: 2023,
  form: "2021",
  layout: "text-tabs",
  charset: "utf-8",
  title: "石鼓渡乡2023年政府信息公开工作年度报告",
  published: null,
  preamble: introduce(2023),
  sections: buildSections({
    overview: [
      "一面石鼓敲了三百年，如今渡口的鼓声是每周五的“政策开讲”。",
      "（一）主动公开情况。森林防火责任人名单和取水点地图进村入户；索道扶梯、冷链仓两个以工代赈项目的用工名单和日薪全部公布，带动务工188人，发放报酬276万元。",
      "（二）依申请公开情况。全年新收{requests.newReceived.total}件，全部办结。",
      "（三）政府信息管理情况。乡政府文件逐件标注公开属性，全年主动公开公文33件。",
      "（四）平台建设情况。与柳泉县融媒体中心合办方言节目《石鼓说事》24期。",
      "（五）监督保障情况。将公开工作纳入村干部绩效，权重5%。",
    ],
    // Word for word what 落霞镇 writes of this year, but for the last sentence.
    problems: [
      "一是公开栏更新不及时，换届以后村务信息常常一个季度才贴一次；二是惠民补贴的名单只写姓名和金额，村民看不出依据的是哪一条政策；三是答复申请时照抄条文，群众读不懂。下一步由包村干部每月核对公开栏，补贴名单逐户注明政策依据，答复书先请村民代表试读再寄出。山区停电时电子屏无法使用，重要信息须保留纸质公示。",
    ],
    other: ["无。"],
  }),
  numbers: {
    disclosure: {
      permits: { decisions: 18 },
      penalties: { decisions: 4 },
      coercion: { decisions: 0 },
    },
    requests: {
      newReceived: [2, 0, 0, 1, 0, 0],
      granted: [2, 0, 0, 0, 0, 0],
      partial: [0, 0, 0, 1, 0, 0],
    },
  },
};

export const shiguduTownship: DemoAgency = {
  key: "shigudu",
  name: "石鼓渡乡人民政府",
  division: "990222200",
  issuer: "石鼓渡乡人民政府",
  siteName: "柳泉县人民政府",
  host: "www.liuquan.gov.test",
  reports: [report2020, report2022, report2023],
};
