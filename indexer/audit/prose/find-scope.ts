import { findSpan } from "./find-span.ts";

/** Whether a number counts what the table counts: plainly, perhaps (with the reason), or only a part of it. */
export type Scope =
  | { readonly kind: "whole" }
  | { readonly kind: "unclear"; readonly caution: string }
  | { readonly kind: "part" };

const wholeDates =
  /(?:1月1日|年初)?.{0,6}(?:至|到|-|—)?(?:20\d{2}年)?(?:12月31日|12月底|年底|年末)/gu;

/** Words that name a part: a channel, a kind of applicant, a stretch of the year, a sum of years. */
const parts =
  /网络|网上|在线|线上|互联网|网站|平台|邮箱|电子邮件|信函|邮寄|邮政|快递|当面|现场|窗口|传真|微信|自然人|公民|法人|企业|律师|科研|社会公益|季度|上半年|下半年|\d{1,2}月份?|历年|其余|同类|延期|个别|少数|多数|部分(?=部门|单位|机关|科室|乡|镇|街|县|区|市|局|委|村)|其[他它](?=部门|单位|机关|科室|乡|镇|街|县|区|市|局|委|村)/u;
const allChannels = /(?:等|各|多|所有|全部|种|线下).{0,6}(?:渠道|方式|途径|形式)/u;

type CautionKey =
  | "body"
  | "helped"
  | "named"
  | "included"
  | "filing"
  | "manner"
  | "publishing"
  | "cases"
  | "mixed"
  | "hearing";

interface Caution {
  readonly pattern: RegExp;
  readonly caution: string;
  /** Whether the words count anywhere before the number, not only right before it. */
  readonly isWide: boolean;
}

/** Words that may mean another count than that of the table. */
const cautions: Readonly<Record<CautionKey, Caution>> = {
  body: {
    pattern:
      /本级|市直|县直|区直|(?:政府)?办公[室厅]|[府委]办(?!理|事|公|法|结)|(?<![我本全该各])(?:部门|单位|乡镇|镇街|机关)(?:全年|共计?|累计|合计|总计)*(?:收到|受理|接收|接到|办理|办结|答复)|各(?:乡|镇|部门|单位|街道|局|区县|县区|县市)|下属|所属|全系统/u,
    caution: "统计范围可能不同",
    isWide: true,
  },
  helped: {
    pattern: /指导|督促|协助|协调|配合|帮助|转办|交办/u,
    caution: "说的可能是其他单位办理的件数",
    isWide: false,
  },
  named: { pattern: /以.{1,16}名义/u, caution: "说的可能是其中一部分", isWide: false },
  included: {
    pattern: /^(?:其中)?(?:包?含|包括)/u,
    caution: "说的可能是其中一部分",
    isWide: false,
  },
  filing: { pattern: /备案|报备/u, caution: "说的是备案的件数", isWide: true },
  manner: {
    pattern: /按时|按期|及时|书面|口头/u,
    caution: "说的可能是其中一种办理方式",
    isWide: false,
  },
  publishing: {
    pattern: /公开(?!申请)|公示|发布|公布|上传|录入|归集|推送|报送|更新/u,
    caution: "说的可能是公开的信息条数",
    isWide: true,
  },
  cases: {
    pattern: /案件|立案|查处|查办|措施|执行/u,
    caution: "说的可能是案件数或措施数",
    isWide: false,
  },
  mixed: {
    pattern: /修订|修改|修正|失效|转发|清理|发布/u,
    caution: "还包括别的处理方式",
    isWide: false,
  },
  hearing: {
    pattern: /受理|审理|审结|承办|应诉|办理/u,
    caution: "说的可能是办理的各类案件",
    isWide: false,
  },
};

const compared = /(?:较|比|同比|与).{0,10}(?:上年|去年|上一年|同期|往年|20\d{2}年)/u;
const delta =
  /(?:增加|减少|增长|下降|上升|降低|提高|增幅|降幅|净增|新增长|[增减升降多少])(?:了|约|到|至|近)?\s{0,2}$/u;
const planned = /拟|计划|预计|力争|不超过|要求|目标|不得/u;

/** Which cautions matter for which measures. */
export type CautionSet = "requests" | "disputes" | "documents" | "decisions" | "orders";
const cautionsOf: Readonly<Record<CautionSet, readonly CautionKey[]>> = {
  requests: ["body", "helped", "filing", "manner"],
  disputes: ["body", "helped", "filing", "hearing"],
  documents: ["body", "helped", "named", "included", "filing", "mixed"],
  decisions: ["body", "helped", "filing", "publishing", "cases"],
  orders: ["body", "helped", "filing"],
};

export interface ScopeWords {
  /** The words right before the number, back to the last mark or number. */
  readonly phrase: string;
  /** The sentence before the number. */
  readonly before: string;
  /** The words right behind the number, up to the next mark. */
  readonly after: string;
  readonly set: CautionSet;
  readonly year: number | null;
}

/** Judges by the words of the phrase, and by the years and comparisons named before it. */
export function findScope({ phrase, before, after, set, year }: ScopeWords): Scope {
  const plain = phrase.replaceAll(wholeDates, "");
  if (delta.test(plain) || compared.test(plain) || planned.test(plain)) return { kind: "part" };
  if (!allChannels.test(plain) && parts.test(plain)) return { kind: "part" };
  if (parts.test(after.slice(0, 8)) && !after.startsWith("结转")) return { kind: "part" };
  if (namesOtherYear(before, year)) return { kind: "part" };
  const span = findSpan(before, year);
  if (span === "years" || (span === "unsaid" && set === "documents")) return { kind: "part" };
  if (span === "unsaid") return { kind: "unclear", caution: "说的可能是历年累计" };
  if (allChannels.test(plain)) return { kind: "unclear", caution: "统计的渠道可能不全" };
  const clause = lastSentencePart(before);
  for (const index of cautionsOf[set]) {
    const { pattern, caution, isWide } = cautions[index];
    if (pattern.test(isWide ? clause : plain)) return { kind: "unclear", caution };
  }
  return { kind: "whole" };
}

const otherYears =
  /(?:较|比|同比|与)(?:20\d{2}年|上年|去年|上一年)[^,;]{0,20}|(?:结转|转结|顺延)(?:至|到)20\d{2}年/gu;

/** The last year named before a number decides, comparisons and 结转 aside. */
function namesOtherYear(before: string, year: number | null): boolean {
  if (year === null) return false;
  const own = before.replaceAll(otherYears, "");
  const years = [...own.matchAll(/20\d{2}(?=\s{0,2}年)(?!\s{0,2}年度?(?:结转|转结|遗留))/gu)];
  const last = years.at(-1)?.[0];
  const word = /(?:去年|上年|上一年|往年)(?!度?(?:结转|转结|遗留|末|未办|转入|顺延))/u;
  return (last !== undefined && Number(last) !== year) || word.test(lastSentencePart(own));
}

function lastSentencePart(before: string): string {
  return before.slice(Math.max(before.lastIndexOf(";"), before.lastIndexOf("。")) + 1);
}

const bodies = /全[省市县区旗镇乡局]|全街道|全系统|本级|本机关|办公[室厅]|市直|县直|区直/gu;

/** The words for whom a sentence counts. */
export function findBodies(before: string): string {
  return [...new Set([...before.matchAll(bodies)].map(([word]) => word))].toSorted().join("、");
}
