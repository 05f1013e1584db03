/** Expressions of the field that mean the same, the usual ones first. */
export interface SynonymSet {
  readonly words: readonly string[];
}

/** An expression of everyday speech, or one that is out of date, and the official ones to which alone it leads. */
export interface SynonymLead {
  readonly from: string;
  readonly to: readonly string[];
}

const mostFound = 3;

/** Each meaning once. What the official forms print comes first; the rest is what reports and readers write for it. */
export const synonymSets: readonly SynonymSet[] = [
  { words: ["年度报告", "年报", "政府信息公开工作年度报告"] },
  { words: ["政府信息公开条例", "信息公开条例"] },
  {
    words: [
      "政务公开办公室",
      "公开办",
      "政务公开办",
      "政府信息公开办公室",
      "政务公开领导小组办公室",
    ],
  },
  { words: ["政府信息公开指南", "公开指南"] },
  { words: ["政府信息公开目录", "公开目录"] },
  { words: ["主动公开", "主动发布"] },
  { words: ["依申请公开", "申请公开", "公开申请"] },
  { words: ["予以公开", "同意公开"] },
  { words: ["部分公开", "部分予以公开", "同意部分公开"] },
  { words: ["不予公开", "拒绝公开", "否决公开", "不同意公开"] },
  { words: ["无法提供", "不能提供"] },
  { words: ["不予处理", "不再处理"] },
  { words: ["不掌握相关政府信息", "信息不存在", "不掌握"] },
  { words: ["没有现成信息", "需要另行制作", "另行制作"] },
  { words: ["申请内容仍不明确", "申请内容不明确"] },
  { words: ["逾期不补正", "未补正"] },
  { words: ["逾期不缴费", "逾期未缴费", "未按收费通知要求缴纳费用"] },
  { words: ["结转下年度继续办理", "结转下年", "转下年度办理"] },
  { words: ["上年结转", "上年度结转", "上一年度结转"] },
  { words: ["新收政府信息公开申请", "收到政府信息公开申请", "受理政府信息公开申请"] },
  { words: ["办理结果", "答复情况", "办理情况"] },
  { words: ["自然人", "公民"] },
  { words: ["社会公益组织", "公益组织", "社会公益机构"] },
  { words: ["商业企业", "企业"] },
  { words: ["国家秘密", "涉密", "国家机密"] },
  { words: ["商业秘密", "商业机密"] },
  { words: ["个人隐私", "隐私"] },
  { words: ["第三方合法权益", "第三方权益"] },
  { words: ["内部事务信息", "内部信息", "内部事务"] },
  { words: ["过程性信息", "过程信息"] },
  { words: ["行政执法案卷", "执法案卷"] },
  { words: ["行政查询事项", "查询事项"] },
  { words: ["信访举报投诉", "举报投诉", "举报"] },
  { words: ["重复申请", "反复申请"] },
  { words: ["行政复议", "复议"] },
  { words: ["行政诉讼", "诉讼"] },
  { words: ["结果维持", "予以维持", "维持"] },
  { words: ["结果纠正", "依法纠错", "纠错", "纠正"] },
  { words: ["尚未审结", "未审结", "未结案"] },
  { words: ["行政规范性文件", "规范性文件"] },
  { words: ["本年制发", "新制作", "新制定"] },
  { words: ["废止", "宣布失效"] },
  { words: ["行政事业性收费", "事业性收费"] },
  { words: ["信息处理费", "收取费用", "收费"] },
  { words: ["政府集中采购", "政府采购"] },
  { words: ["政府网站", "门户网站", "官方网站", "官网"] },
  { words: ["微信公众号", "政务微信", "公众号"] },
  { words: ["政务微博", "微博"] },
  { words: ["政务新媒体", "新媒体"] },
  { words: ["政府公报", "公报"] },
  { words: ["公开专栏", "专栏"] },
  { words: ["公开栏", "公示栏"] },
  { words: ["村务公开", "村级事务公开"] },
  { words: ["村务", "村级事务"] },
  { words: ["脱贫攻坚", "扶贫", "脱贫", "精准扶贫"] },
  { words: ["政策解读", "解读政策", "文件解读"] },
  { words: ["回应关切", "回应社会关切", "舆情回应"] },
  { words: ["政民互动", "互动交流"] },
  { words: ["预算决算", "预决算", "财政预决算"] },
  { words: ["重大建设项目", "重点工程", "重大项目"] },
  { words: ["征地补偿", "征地拆迁"] },
  { words: ["最低生活保障", "低保"] },
  { words: ["生态环境", "环境保护", "环保"] },
  { words: ["食品药品安全", "食品安全", "食药安全"] },
  { words: ["政务服务大厅", "政务服务中心", "办事大厅"] },
  { words: ["存在的主要问题", "存在问题", "存在的问题", "主要问题"] },
  { words: ["改进情况", "改进措施", "整改措施"] },
  { words: ["业务培训", "培训"] },
  { words: ["社会评议", "群众评议", "满意度"] },
  { words: ["责任追究", "追责", "问责"] },
  { words: ["街道办事处", "街道办"] },
  { words: ["管理委员会", "管委会"] },
  { words: ["其他需要报告的事项", "其它需要报告的事项", "需要说明的事项"] },
];

/** The official expressions say less, or more, than these: only the way from here is taken. */
export const synonymLeads: readonly SynonymLead[] = [
  { from: "红头文件", to: ["规范性文件"] },
  { from: "打官司", to: ["行政诉讼", "诉讼"] },
  { from: "收到", to: ["新收", "受理"] },
  { from: "起诉", to: ["行政诉讼", "诉讼"] },
  { from: "双公示", to: ["信用信息公示", "行政许可"] },
  { from: "不足", to: ["存在的主要问题", "存在问题"] },
  { from: "社会救助", to: ["低保", "最低生活保障"] },
  { from: "上访", to: ["信访"] },
  { from: "告状", to: ["信访举报投诉", "行政诉讼"] },
  { from: "罚款", to: ["行政处罚"] },
  { from: "审批", to: ["行政许可"] },
  { from: "驳回", to: ["不予公开", "结果维持"] },
  { from: "手续费", to: ["信息处理费", "收费"] },
  { from: "费用", to: ["信息处理费", "收费"] },
  { from: "拆迁", to: ["征地补偿", "征收"] },
  { from: "个人", to: ["自然人"] },
  { from: "公司", to: ["商业企业", "企业"] },
  { from: "律师", to: ["法律服务机构"] },
  { from: "抖音", to: ["政务新媒体"] },
  { from: "头条号", to: ["政务新媒体"] },
  { from: "客户端", to: ["政务新媒体"] },
  { from: "查不到", to: ["不掌握相关政府信息", "信息不存在"] },
  { from: "没有这个信息", to: ["信息不存在", "不掌握相关政府信息"] },
  { from: "积压", to: ["结转下年度继续办理", "上年结转"] },
  { from: "困难", to: ["存在的主要问题", "不足"] },
  { from: "短板", to: ["存在的主要问题", "不足"] },
  { from: "缺点", to: ["存在的主要问题", "不足"] },
];

/** Every expression once: a query is cut so that each of them stays one word. */
export const synonymWords: readonly string[] = [
  ...new Set([
    ...synonymSets.flatMap(({ words }) => words),
    ...synonymLeads.flatMap(({ from, to }) => [from, ...to]),
  ]),
];

const found = buildSynonyms();

/**
 * The other expressions for one of the field, best first, at most three. None of them contains the word, since what
 * holds such a one holds the word; one that the word contains (复议 for 行政复议) may be among them. Simplified
 * characters.
 */
export function findSynonyms(word: string): readonly string[] {
  return found.get(word) ?? [];
}

function buildSynonyms(): ReadonlyMap<string, readonly string[]> {
  const all = new Map<string, readonly string[]>();
  const add = (word: string, others: readonly string[]): void => {
    const before = all.get(word) ?? [];
    const wider = others.filter((other) => !other.includes(word));
    const together = [...new Set([...before, ...wider])].slice(0, mostFound);
    if (together.length > 0) all.set(word, together);
  };
  for (const { words } of synonymSets) for (const word of words) add(word, words);
  for (const { from, to } of synonymLeads) add(from, to);
  return all;
}
