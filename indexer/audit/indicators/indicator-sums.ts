/**
 * A row of an indicator table that its parts add up to. Labels are compared without numbering, white space and
 * punctuation, with or without a closing 数; those of the national notice of 2014 and of both families of 2008 are
 * listed. `parts` are looked for between the total and the next total or closing row; `leading` are parts only where
 * they stand above the row `before`. `isOpen` where the form allows kinds that it does not list, or counts one item
 * under several kinds.
 */
export interface IndicatorSum {
  readonly rule: string;
  readonly name: string;
  readonly totals: readonly string[];
  readonly parts: readonly string[];
  readonly leading?: { readonly before: readonly string[]; readonly parts: readonly string[] };
  readonly isOpen?: boolean;
}

/** Rows that close the block of the sum above them and have no parts of their own. */
export const closingLabels: readonly string[] = [
  "接受行政申诉、举报数",
  "行政申诉数",
  "举报投诉数量",
  "举报投诉数",
  "收取费用总数",
  "依申请公开信息收取的费用",
  "政府信息公开专门机构数",
  "设置政府信息公开查阅点数",
  "政府信息公开专项经费",
  "回应公众关注热点或重大舆情数",
];

const deniedTotals = [
  "不予公开答复数",
  "不予公开答复总数",
  "否决公开答复总数",
  "否决公开答复数",
  "不同意公开答复数",
  "不予公开",
  "否决公开",
];

/** Answers that one family of 2008 lists beside the refusals and the other below them. */
const eitherAnswers = [
  "非《规定》所指政府信息",
  "非《条例》所指政府信息",
  "信息不存在",
  "非本部门掌握",
  "非本机关职权范围",
  "申请内容不明确",
  "重复申请",
];

const reviewResults = ["维持具体行政行为数", "被依法纠错数", "其他情形数"];

/** Every sum of the indicator tables. */
export const indicatorSums: readonly IndicatorSum[] = [
  {
    rule: "I-a",
    name: "主动公开信息",
    totals: [
      "主动公开文件数",
      "主动公开信息数",
      "主动公开政府信息数",
      "主动公开政府信息总数",
      "主动公开政府信息数（不同渠道和方式公开相同信息计1条）",
    ],
    parts: [
      "政府网站",
      "政府网站公开",
      "政府网站公开数",
      "政府网站公开政府信息数",
      "政府公报",
      "政府公报公开",
      "政府公报公开数",
      "政府公报公开政府信息数",
      "政务微博公开政府信息数",
      "政务微信公开政府信息数",
      "其他方式公开政府信息数",
    ],
    isOpen: true,
  },
  {
    rule: "I-b",
    name: "收到申请",
    totals: [
      "收到申请数",
      "申请总数",
      "受理政府信息公开申请总数",
      "受理依申请公开信息总数",
      "受理依申请公开政府信息总数",
    ],
    parts: [
      "当面申请数",
      "当面",
      "传真申请数",
      "传真",
      "电子邮件申请数",
      "电子邮件",
      "网上申请数",
      "网上",
      "网络申请数",
      "通过网络提交申请数",
      "信函申请数",
      "信函",
      "其他形式申请数",
      "其他形式",
    ],
  },
  {
    rule: "I-c",
    name: "申请办结",
    totals: ["申请办结数", "申请办结总数"],
    parts: ["按时办结数", "延期办结数"],
  },
  {
    rule: "I-d",
    name: "申请答复",
    totals: ["申请答复数", "对申请的答复总数", "本年度对申请的答复总数", "对申请答复总数"],
    parts: [
      "属于已主动公开范围数",
      "同意公开答复数",
      "同意公开答复总数",
      "同意公开",
      "同意部分公开答复数",
      "同意部分公开答复总数",
      "同意部分公开",
      ...deniedTotals,
      "不属于本行政机关公开数",
      "申请信息不存在数",
      "告知作出更改补充数",
      "告知通过其他途径办理数",
      "其他类型答复数",
    ],
    leading: { before: deniedTotals, parts: eitherAnswers },
  },
  {
    rule: "I-e",
    name: "不予公开",
    totals: deniedTotals,
    parts: [
      ...eitherAnswers,
      "国家秘密",
      "涉及国家秘密",
      "商业秘密",
      "涉及商业秘密",
      "个人隐私",
      "涉及个人隐私",
      "过程中信息且影响安全稳定",
      "危及安全和稳定",
      "危及国家安全、公共安全、经济安全和社会稳定",
      "不是《条例》所指政府信息",
      "法律法规规定的其他情形",
      ...["1", "2", "3", "4", "5", "6"].map((number) => `免予公开范围${number}`),
      "其他原因",
    ],
  },
  {
    rule: "I-f",
    name: "行政复议、行政诉讼",
    totals: ["行政复议数量", "行政诉讼数量", "行政复议数", "行政诉讼数"],
    parts: [...reviewResults, "维持具体行政行为或者驳回原告诉讼请求数"],
  },
  {
    rule: "I-g",
    name: "工作人员",
    totals: ["从事政府信息公开工作人员数", "工作人员数"],
    parts: ["专职人员数", "兼职人员数"],
  },
];
