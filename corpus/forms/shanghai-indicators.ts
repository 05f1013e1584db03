import type { FormRow } from "./form.ts";

const published: readonly FormRow[] = [
  {
    key: "published.electronic",
    number: "其中：",
    label: "全文电子化",
    variants: ["全文电子化的主动公开信息数", "全文电子化数"],
    unit: "条",
  },
  {
    key: "published.officialDocuments",
    label: "公文类信息数",
    variants: ["公文类政府信息数"],
    unit: "条",
  },
  {
    key: "published.newNormativeDocuments",
    label: "新增的行政规范性文件数",
    variants: ["新增行政规范性文件数"],
    unit: "条",
  },
  { key: "secretDocuments", label: "属于国家秘密的公文类信息数", unit: "条" },
  {
    key: "serviceInformation",
    label: "提供服务类信息数",
    variants: ["提供服务类信息总数"],
    unit: "条",
  },
  {
    key: "siteVisits",
    label: "网站专栏页面访问量",
    variants: ["网站专栏页面访问次数"],
    unit: "人次",
  },
  { key: "visitors", label: "现场接待人数", unit: "人次" },
  { key: "onlineConsultations", label: "网上咨询数", unit: "人次" },
  { key: "phoneConsultations", label: "咨询电话接听数", unit: "人次" },
  { key: "requestCatalogue", label: "依申请公开信息目录数", unit: "条" },
];

interface Kind {
  readonly key: string;
  readonly label: string;
  readonly variants?: readonly string[];
}

/** Answers that the form of 54 codes lists beside the refusals and that of 35 codes below them. */
const either: readonly Kind[] = [
  {
    key: "notGovernmentInformation",
    label: "非《规定》所指政府信息",
    variants: ["非《条例》所指政府信息", "非《规定》所指政府信息数", "非政府信息"],
  },
  { key: "notFound", label: "信息不存在", variants: ["信息不存在数"] },
  {
    key: "notHeld",
    label: "非本部门掌握",
    variants: ["非本机关职权范围", "非本部门掌握数", "非本机关职权范围数"],
  },
  { key: "unclear", label: "申请内容不明确", variants: ["申请内容不明确数"] },
  { key: "duplicate", label: "重复申请", variants: ["重复申请数"] },
];

/** Reasons for a refusal; 免予公开范围 1 to 6 are those of the first form. */
const reasons: readonly Kind[] = [
  { key: "stateSecret", label: "国家秘密", variants: ["免予公开范围1", "涉及国家秘密"] },
  { key: "tradeSecret", label: "商业秘密", variants: ["免予公开范围2", "涉及商业秘密"] },
  { key: "privacy", label: "个人隐私", variants: ["免予公开范围3", "涉及个人隐私"] },
  {
    key: "process",
    label: "过程中信息且影响安全稳定",
    variants: ["免予公开范围4", "调查讨论处理过程中"],
  },
  { key: "enforcement", label: "行政执法相关", variants: ["免予公开范围5"] },
  { key: "safetyStability", label: "危及安全和稳定", variants: ["危及安全和社会稳定"] },
  {
    key: "otherLaw",
    label: "法律法规规定的其他情形",
    variants: ["免予公开范围6", "法律法规规定", "法律法规规定的其它情形"],
  },
  { key: "other", label: "其他原因", variants: ["其它原因"] },
];

function buildKinds(groupKey: string, kinds: readonly Kind[], unit: string): readonly FormRow[] {
  return kinds.map((kind) => ({ ...kind, key: `${groupKey}.${kind.key}`, groupKey, unit }));
}

const posting: Kind = { key: "post", label: "邮寄费", variants: ["邮寄费用"] };
const copying: readonly Kind[] = [
  { key: "paper", label: "复制费（纸张）", variants: ["复制费用（纸张）"] },
  { key: "disc", label: "复制费（光盘）", variants: ["复制费用（光盘）"] },
  { key: "floppy", label: "复制费（软盘）", variants: ["复制费用（软盘）"] },
];

const fees: readonly FormRow[] = [
  { key: "fees", label: "收取费用总数", variants: ["收取费用总额"], unit: "元" },
  {
    key: "fees.published",
    number: "1.",
    label: "主动公开信息收取的费用",
    variants: ["主动公开收取的费用", "主动公开收取费用", "主动公开收费"],
    unit: "元",
  },
  ...buildKinds("fees.published", [posting, ...copying], "元"),
  {
    key: "fees.requests",
    number: "2.",
    label: "依申请公开信息收取的费用",
    variants: ["依申请公开收取的费用", "依申请公开收取费用", "依申请公开收费"],
    unit: "元",
  },
  ...buildKinds(
    "fees.requests",
    [{ key: "search", label: "检索费", variants: ["检索费用"] }, posting, ...copying],
    "元",
  ),
];

const means: readonly FormRow[] = [
  {
    key: "dedicatedStaff",
    label: "政府信息公开指定专职人员总数",
    variants: ["专职人员数", "专职人员总数"],
    unit: "人",
  },
  { key: "dedicatedStaff.fullTime", label: "全职人员数", variants: ["全职人员"], unit: "人" },
  { key: "dedicatedStaff.partTime", label: "兼职人员数", variants: ["兼职人员"], unit: "人" },
  {
    key: "funds",
    label: "政府信息公开专项经费",
    variants: ["专项经费", "处理政府信息公开的专项经费"],
    unit: "万元",
  },
  {
    key: "spending",
    label: "处理政府信息公开的实际支出",
    variants: ["实际支出"],
    unit: "万元",
  },
  {
    key: "litigationCosts",
    label: "与诉讼有关的总费用",
    variants: ["与诉讼（行政复议、行政诉讼）有关的总费用"],
    unit: "万元",
  },
];

/**
 * Rows of the indicator table of Shanghai, with 35 and later with 54 codes, that Fujian's does not have, by where
 * they stand. What the two share (申请总数, 同意公开) lies with Fujian's. A row is told by its label: a code means
 * another row in each.
 */
export const shanghaiIndicators = {
  published,
  answers: buildKinds("answered", either, "条"),
  refusals: buildKinds("answered.denied", [...either.slice(0, 4), ...reasons], "条"),
  means: [...fees, ...means],
} as const;
