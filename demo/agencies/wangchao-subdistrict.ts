import { buildSections } from "../build-sections.ts";
import type { DemoAgency, DemoReport } from "../demo-report.ts";

const introduce = (year: number) => [
  `根据政府信息公开条例规定，澜湾区望潮街道办事处公布${year}年度报告。本报告中所列数据的统计期限自${year}年1月1日起至${year}年12月31日止。`,
];

const report2020: DemoReport = {
  year: 2020,
  form: "2019",
  layout: "trs",
  charset: "utf-8",
  title: "澜湾区望潮街道办事处2020年政府信息公开工作年度报告",
  published: "2021-01-15",
  indexNumber: "LWWC-2021-00002",
  preamble: introduce(2020),
  sections: buildSections({
    overview: [
      "望潮街道沿江而居，辖9个社区、7.4万人。2020年我们把“小喇叭、公示栏、微信群”拧成一股绳。",
      "（一）主动公开。疫情期间每晚七点固定发布社区物资配送表，共发布62期；低保、临时救助对象按季公示，涉及386户。",
      "（二）依申请公开。收到申请{requests.newReceived.total}件，为旧城改造征收评估报告，已予以公开。",
      "（三）平台建设与监督保障。设立“望潮议事亭”，居民当面提问、主任当面答，全年27场。",
    ],
    problems: ["老年居民不会用手机查信息。已在每个社区安排一名“公开代办员”。"],
    other: ["无。"],
  }),
  numbers: {
    disclosure: {
      permits: { previousItems: 3, change: "0", decisions: 8 },
      otherServices: { previousItems: 41, change: "+2", decisions: 1256 },
      penalties: { previousItems: 15, change: "0", decisions: 21 },
      coercion: { previousItems: 4, change: "0", decisions: 1 },
      procurement: { items: 6, amount: "98.5万元" },
    },
    requests: {
      newReceived: [1, 0, 0, 0, 0, 0],
      granted: [1, 0, 0, 0, 0, 0],
    },
  },
};

const report2022: DemoReport = {
  year: 2022,
  form: "2021",
  layout: "trs",
  charset: "utf-8",
  title: "2022年望川市澜湾区人民政府望潮街道政府信息公开工作年度报告",
  published: "2023-01-17",
  indexNumber: "LWWC-2023-00003",
  preamble: introduce(2022),
  sections: buildSections({
    overview: [
      "2022年，望潮街道11个老旧小区同时开工，公开是我们与居民之间的“施工围挡”，也是“观察窗”。",
      "（一）主动公开情况。老旧小区改造项目在围挡上张贴二维码，扫码可见施工图、监理日志和投诉电话；加装电梯46部，同意率、分摊方案、补贴到账时间逐梯公示。",
      "（二）依申请公开情况。新收申请{requests.newReceived.total}件，予以公开{requests.granted.total}件，结转下年度{requests.carriedForward.total}件。",
      "（三）政府信息管理情况。梳理社区公开事项118项，统一台账。",
      "（四）平台建设情况。9个社区全部建成“十分钟政务公开圈”。",
      "（五）监督保障情况。居民代表每半年对公开工作打分，平均92分。",
    ],
    problems: ["改造资金决算公示滞后于工程进度。2023年起竣工后60日内公示决算。"],
    other: ["未收取信息处理费。"],
  }),
  numbers: {
    disclosure: {
      permits: { decisions: 12 },
      penalties: { decisions: 34 },
      coercion: { decisions: 2 },
    },
    requests: {
      newReceived: [5, 1, 0, 0, 0, 0],
      granted: [3, 0, 0, 0, 0, 0],
      partial: [1, 0, 0, 0, 0, 0],
      "unable.notHeld": [0, 1, 0, 0, 0, 0],
    },
  },
};

const report2023: DemoReport = {
  year: 2023,
  form: "2021",
  layout: "word",
  charset: "utf-8",
  title: "望潮街道2023年政府信息公开工作年度报告",
  published: "2024-01-11",
  preamble: introduce(2023),
  sections: buildSections({
    overview: [
      "潮起望江楼，事晒议事亭。2023年街道围绕“一老一小”和停车难公开办实事清单20件，件件有回音。",
      "（一）主动公开情况。社区食堂菜价、补贴标准和就餐人次按月公布，5家食堂服务老人31.6万人次；共享停车位1040个的位置、时段、收费一张地图看全。",
      "（二）依申请公开情况。新收{requests.newReceived.total}件，上年结转{requests.carriedOver.total}件，全部办结。",
      "（三）政府信息管理情况。网格员采集的公共信息先审后发，全年退回补正43条。",
      "（四）平台建设情况。“望潮小灵通”智能问答接入12345热线知识库，回答居民提问2.7万次。",
      "（五）监督保障情况。街道纪工委对公开承诺事项开展跟踪督办。",
    ],
    problems: ["微信群里信息多而杂，重要通知容易被刷屏。现已实行“一群一公告栏”。"],
    other: ["无其他需要报告的事项。"],
  }),
  numbers: {
    disclosure: {
      permits: { decisions: 15 },
      penalties: { decisions: 41 },
      coercion: { decisions: 0 },
    },
    requests: {
      newReceived: [6, 0, 1, 0, 0, 0],
      granted: [5, 0, 1, 0, 0, 0],
      "denied.internalAffairs": [1, 0, 0, 0, 0, 0],
      "refused.petition": [1, 0, 0, 0, 0, 0],
    },
    disputes: { litigationDirect: [1, 0, 0, 0] },
  },
};

export const wangchaoSubdistrict: DemoAgency = {
  key: "wangchao",
  name: "望潮街道办事处",
  division: "990101001",
  issuer: "澜湾区望潮街道办事处",
  siteName: "望川市澜湾区人民政府网",
  host: "www.lanwan.gov.test",
  reports: [report2020, report2022, report2023],
};
