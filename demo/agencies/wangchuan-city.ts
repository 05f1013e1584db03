import { buildSections } from "../build-sections.ts";
import type { DemoAgency, DemoReport } from "../demo-report.ts";

const introduce = (year: number, notice: string) => [
  `本报告根据《中华人民共和国政府信息公开条例》和《${notice}》要求编制，由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议和行政诉讼情况、存在的主要问题及改进情况、其他需要报告的事项六部分组成。数据统计期限为${year}年1月1日至${year}年12月31日。`,
];
const newNotice =
  "国务院办公厅政府信息与政务公开办公室关于印发《中华人民共和国政府信息公开工作年度报告格式》的通知";
const oldNotice = "关于政府信息公开工作年度报告有关事项的通知";

const report2020: DemoReport = {
  year: 2020,
  form: "2019",
  layout: "ucap",
  charset: "utf-8",
  title: "望川市人民政府2020年政府信息公开工作年度报告",
  published: "2021-03-26",
  indexNumber: "WC0001/2021-00112",
  documentNumber: "望政〔2021〕9号",
  preamble: introduce(2020, oldNotice),
  sections: buildSections({
    overview: [
      "2020年，望川市把疫情防控和复工复产作为政务公开的头等大事，让数据多跑路、让企业少跑腿。",
      "（一）主动公开。开设“疫情防控·望川在行动”专题，发布防控通告和每日信息1126条，举行新闻发布会38场，市长和各县区长轮流答记者问。发布复工复产惠企政策61项，逐项配上办事指引，减免房租、缓缴社保的名单按周公布，惠及小微企业4310户。",
      "（二）依申请公开。全市收到政府信息公开申请{requests.newReceived.total}件，上年结转{requests.carriedOver.total}件，办结{requests.resultTotal.total}件，结转下年度继续办理{requests.carriedForward.total}件。申请集中在征地补偿、房屋拆迁和环境影响评价。",
      "（三）政府信息管理。清理建市以来的规范性文件，向社会公布继续有效、修改和废止三张清单。",
      "（四）平台建设。市政府门户网站完成集约化迁移，39个部门网站并入统一平台，无障碍浏览和长者模式上线。",
      "（五）监督保障。组织政务公开培训12期，1800人次参加；12345热线全年接听来电41.6万个，办结满意率96.2%。",
    ],
    problems: [
      "一是政策解读同质化，图解多、案例少；二是县区之间公开水平不平衡，个别单位依申请公开答复说理不充分。",
      "下一步，建立政策解读“三同步”机制，推行答复书示范文本，每季度抽查一次并通报结果。",
    ],
    other: ["本年度未收取信息处理费。"],
  }),
  numbers: {
    disclosure: {
      rules: { newlyMade: 2, newlyPublished: 2, totalPublished: 17 },
      normativeDocuments: { newlyMade: 36, newlyPublished: 36, totalPublished: 412 },
      permits: { previousItems: 268, change: "-12", decisions: 15_320 },
      otherServices: { previousItems: 190, change: "+8", decisions: 6240 },
      penalties: { previousItems: 1450, change: "+31", decisions: 8206 },
      coercion: { previousItems: 212, change: "-4", decisions: 356 },
      fees: { previousItems: 38, change: "-3" },
      procurement: { items: 246, amount: "38215.6万元" },
    },
    requests: {
      newReceived: [231, 14, 1, 0, 3, 2],
      carriedOver: [9, 1, 0, 0, 0, 0],
      granted: [96, 6, 1, 0, 1, 1],
      partial: [14, 2, 0, 0, 0, 0],
      "denied.lawForbidden": [3, 0, 0, 0, 0, 0],
      "denied.thirdParty": [7, 1, 0, 0, 0, 0],
      "denied.internalAffairs": [5, 0, 0, 0, 0, 0],
      "denied.process": [8, 1, 0, 0, 0, 0],
      "denied.enforcementFile": [2, 0, 0, 0, 0, 0],
      "unable.notHeld": [61, 3, 0, 0, 1, 1],
      "unable.needsCreation": [6, 0, 0, 0, 0, 0],
      "unable.unclear": [4, 0, 0, 0, 0, 0],
      "refused.petition": [11, 0, 0, 0, 0, 0],
      "refused.duplicate": [5, 0, 0, 0, 0, 0],
      "refused.confirm": [2, 0, 0, 0, 0, 0],
      other: [3, 1, 0, 0, 1, 0],
    },
    disputes: {
      review: [12, 3, 4, 2],
      litigationDirect: [6, 1, 2, 1],
      litigationAfterReview: [3, 0, 1, 0],
    },
  },
};

const report2022: DemoReport = {
  year: 2022,
  form: "2021",
  layout: "ucap",
  charset: "utf-8",
  title: "望川市人民政府2022年政府信息公开工作年度报告",
  published: "2023-03-29",
  indexNumber: "WC0001/2023-00087",
  documentNumber: "望政〔2023〕7号",
  preamble: introduce(2022, newNotice),
  sections: buildSections({
    overview: [
      "2022年，全市围绕稳经济、保民生公开政府信息，财政预决算、重大建设项目和公共资源交易信息应公开尽公开。",
      "（一）主动公开。市本级和2个县（区）、186家预算单位的预决算在统一平台集中公布，首次公开政府专项债券项目绩效。城市更新有了“阳光账本”：改造老旧小区73个、惠及2.18万户，立项、招标、监理、验收四个环节全部上网，居民扫楼栋二维码即可查看。",
      "（二）依申请公开。新收申请{requests.newReceived.total}件，其中自然人{requests.newReceived.naturalPerson}件；办结{requests.resultTotal.total}件，予以公开{requests.granted.total}件，部分公开{requests.partial.total}件。",
      "（三）政府信息管理。制发行政规范性文件{disclosure.normativeDocuments.made}件，废止{disclosure.normativeDocuments.repealed}件，现行有效{disclosure.normativeDocuments.effective}件，全部可在规章规范性文件库中下载。",
      "（四）平台建设。河长制信息公开平台升级，澜江及14条支流的水质断面数据按月更新，市民随手拍举报排污线索320条，查实57条。",
      "（五）监督保障。第三方评估首次覆盖全部街道和乡镇，评估结果占年度考核4分。",
    ],
    disputes: [
      "全年因政府信息公开引发行政复议{disputes.review.total}件，其中纠正{disputes.review.corrected}件。",
    ],
    problems: [
      "主要问题：数据开放停留在“能下载”，离“好用”有距离；重大决策公众参与的意见采纳情况反馈不及时。",
      "改进措施：开放数据目录扩充到1200项并提供接口；公众意见采纳情况在决策公布后10个工作日内说明理由。",
    ],
    other: ["本年度发出收费通知2件，收取信息处理费640元。"],
  }),
  numbers: {
    disclosure: {
      rules: { made: 1, repealed: 1, effective: 18 },
      normativeDocuments: { made: 29, repealed: 41, effective: 387 },
      permits: { decisions: 18_744 },
      penalties: { decisions: 9312 },
      coercion: { decisions: 402 },
      fees: { amount: 21_460.375 },
    },
    requests: {
      newReceived: [268, 21, 2, 1, 6, 3],
      carriedOver: [12, 1, 0, 0, 0, 0],
      granted: [121, 9, 2, 1, 2, 2],
      partial: [19, 3, 0, 0, 1, 0],
      "denied.stateSecret": [1, 0, 0, 0, 0, 0],
      "denied.lawForbidden": [4, 0, 0, 0, 0, 0],
      "denied.safetyStability": [1, 0, 0, 0, 0, 0],
      "denied.thirdParty": [8, 1, 0, 0, 0, 0],
      "denied.internalAffairs": [4, 0, 0, 0, 0, 0],
      "denied.process": [9, 1, 0, 0, 0, 0],
      "denied.enforcementFile": [3, 0, 0, 0, 0, 0],
      "denied.adminQuery": [5, 0, 0, 0, 0, 0],
      "unable.notHeld": [58, 5, 0, 0, 2, 1],
      "unable.needsCreation": [7, 0, 0, 0, 0, 0],
      "unable.unclear": [3, 0, 0, 0, 0, 0],
      "refused.petition": [9, 0, 0, 0, 0, 0],
      "refused.duplicate": [4, 1, 0, 0, 0, 0],
      "refused.publication": [1, 0, 0, 0, 0, 0],
      "other.noCorrection": [6, 0, 0, 0, 0, 0],
      "other.feeUnpaid": [1, 0, 0, 0, 0, 0],
      "other.other": [2, 0, 0, 0, 0, 0],
    },
    disputes: {
      review: [14, 2, 5, 3],
      litigationDirect: [5, 1, 3, 2],
      litigationAfterReview: [4, 0, 1, 1],
    },
  },
};

const report2023: DemoReport = {
  year: 2023,
  form: "2021",
  layout: "ucap",
  charset: "utf-8",
  title: "望川市人民政府2023年政府信息公开工作年度报告",
  published: "2024-03-28",
  indexNumber: "WC0001/2024-00093",
  documentNumber: "望政〔2024〕6号",
  preamble: introduce(2023, newNotice),
  sections: buildSections({
    overview: [
      "2023年，望川市以“公开促落实、公开强监管、公开优服务”为主线，推动民营经济和文旅消费信息公开走深走实。",
      "（一）主动公开。集中公布支持民营经济28条及兑现进度，全年兑现奖补资金1.34亿元，兑现企业名单可查可核。举办“局长走流程”直播16场，在线观看52万人次。公布义务教育学区划分方案和学位预警，意见征集期间收到建议903条，采纳112条。",
      "（二）依申请公开。新收政府信息公开申请{requests.newReceived.total}件，上年结转{requests.carriedOver.total}件，办结{requests.resultTotal.total}件，结转下年度{requests.carriedForward.total}件。",
      "（三）政府信息管理。现行有效市政府规章{disclosure.rules.effective}件、行政规范性文件{disclosure.normativeDocuments.effective}件，统一登记、编号、公布。",
      "（四）平台建设。市政府公报全部过刊数字化，可以全文检索；政务新媒体由214个精简到96个。",
      "（五）监督保障。12345热线与政府网站互动栏目打通，诉求“一口进、一口出”，全年办理53.9万件，按期办结率99.1%。",
    ],
    problems: [
      "存在的问题：部分惠企政策公开后“沉睡”，企业不知道、不会用；少数部门超期答复2件。",
      "改进情况：上线政策计算器，企业填写6项信息即可匹配可享政策；对超期答复的部门书面通报并约谈负责人。",
    ],
    other: ["本年度未发出收费通知。市政府工作部门的年度报告可在各部门专栏查阅。"],
  }),
  numbers: {
    disclosure: {
      rules: { made: 2, repealed: 0, effective: 20 },
      normativeDocuments: { made: 33, repealed: 18, effective: 402 },
      permits: { decisions: 20_158 },
      penalties: { decisions: 8877 },
      coercion: { decisions: 388 },
      fees: { amount: 19_806.42 },
    },
    requests: {
      newReceived: [302, 18, 1, 2, 9, 4],
      granted: [140, 10, 1, 2, 4, 2],
      partial: [22, 2, 0, 0, 1, 0],
      "denied.lawForbidden": [5, 0, 0, 0, 0, 0],
      "denied.thirdParty": [6, 2, 0, 0, 0, 0],
      "denied.internalAffairs": [6, 0, 0, 0, 1, 0],
      "denied.process": [7, 0, 0, 0, 0, 0],
      "denied.enforcementFile": [4, 0, 0, 0, 0, 0],
      "denied.adminQuery": [6, 0, 0, 0, 0, 0],
      "unable.notHeld": [70, 3, 0, 0, 2, 1],
      "unable.needsCreation": [9, 1, 0, 0, 0, 0],
      "unable.unclear": [2, 0, 0, 0, 0, 0],
      "refused.petition": [12, 0, 0, 0, 0, 0],
      "refused.duplicate": [3, 0, 0, 0, 0, 0],
      "refused.excessive": [2, 0, 0, 0, 0, 0],
      "refused.confirm": [1, 0, 0, 0, 0, 0],
      "other.noCorrection": [5, 1, 0, 0, 0, 0],
      "other.other": [3, 0, 0, 0, 0, 0],
    },
    disputes: {
      review: [17, 4, 6, 2],
      litigationDirect: [7, 0, 2, 3],
      litigationAfterReview: [3, 1, 0, 2],
    },
  },
};

export const wangchuanCity: DemoAgency = {
  key: "wangchuan",
  name: "望川市人民政府",
  division: "9901",
  issuer: "望川市人民政府办公室",
  siteName: "望川市人民政府门户网站",
  host: "www.wangchuan.gov.test",
  reports: [report2020, report2022, report2023],
};
