import type { MeasureKey } from "./claim.ts";
import type { CautionSet } from "./find-scope.ts";

// Every alternative below is one token that no other is made of: a text is split in one way only.
const filler = String.raw`[的了共有计为是达到数量总合累全部各均约近超过逾大至少即也已:"“”\s]|分别`;
const requestWords =
  "依|申请|政府|政务|信息|公开|事项|案件|各类|有效|书面|提出|提交|材料|群众|公众|我";

function endIn(words: string, nouns: string): RegExp {
  return new RegExp(`(?:${words})(?:${nouns}|${filler})*$`, "u");
}

/** All who may apply, named as the regulation names them: no kind of applicant. */
export const everybody = /公民[、和或及与]?法人(?:和|或者?|及|、|与|以及)?其[他它]组织/gu;

/** Words that stand right before a number, or right behind it, and say what it counts. */
export interface Phrase {
  readonly measure: MeasureKey;
  readonly before?: RegExp;
  readonly after?: RegExp;
}

const forward = "(?:结转|转结|顺延|转入|延续|转)(?:至|到|入)?(?:下|次|明)(?:一)?年度?";

/** What is said of requests, the most telling words first. */
export const requestPhrases: readonly Phrase[] = [
  {
    measure: "carriedOver",
    before: endIn(
      "(?:上|去)(?:一)?年度?(?:末|底)?(?:结转|转结|遗留|未办结|转入|顺延){1,2}(?:至|到|来)?(?:今年|本年度?)?(?:继续)?(?:办理)?|(?:结转|转结)(?:自)?上(?:一)?年度?|20\\d{2}年度?(?:结转|转结|遗留)",
      requestWords,
    ),
    after: /^(?:申请)?(?:为|是|系|属于)?(?:上|去)(?:一)?年度?(?:结转|转结|遗留)/u,
  },
  {
    measure: "carriedForward",
    before: endIn(`${forward}(?:继续)?(?:办理|答复|处理)?`, requestWords),
    after: new RegExp(
      String.raw`^(?:申请)?(?:尚未办结)?(?:需|须|将|已|按规定|依规|依法|正在办理)*(?:${forward}|(?:结转|转结|顺延)(?:至|到)20\d{2}年)`,
      "u",
    ),
  },
  { measure: "newReceived", before: endIn("新收|新受理|新接收|新增.{0,9}申请", requestWords) },
  { measure: "processed", before: endIn("(?:办理|处理).{0,14}申请", requestWords) },
  { measure: "received", before: endIn("收到|受理|接收|接到", requestWords) },
  { measure: "concluded", before: endIn("办结|办理完毕|处理完毕", `${requestWords}|答复`) },
  { measure: "answered", before: endIn("答复", requestWords) },
];

/** Words for one thing out of several that are often named side by side. */
export interface Keyword {
  readonly measure: MeasureKey;
  readonly words: string;
}

/**
 * Kinds that a sentence may name singly, side by side or in a row. `pattern` has a group for each keyword, `filler`
 * is what may stand between them and the number.
 */
export interface Family {
  readonly keywords: readonly Keyword[];
  readonly set: CautionSet;
  readonly pattern: RegExp;
  readonly filler: RegExp;
}

interface FamilyRow {
  readonly keywords: readonly Keyword[];
  readonly nouns: string;
  readonly set: CautionSet;
}

function buildFamily({ keywords, nouns, set }: FamilyRow): Family {
  const pattern = new RegExp(keywords.map(({ words }) => `(${words})`).join("|"), "gu");
  return { keywords, set, pattern, filler: new RegExp(`^(?:${nouns}|${filler})*$`, "u") };
}

export const outcomes = buildFamily({
  set: "requests",
  nouns: "申请|信息|政府|答复|决定|案件|事项|处理|情形|类",
  keywords: [
    { measure: "partial", words: "(?:予以|同意)?部分公开|区分处理" },
    { measure: "denied", words: "不予以?公开|不同意公开" },
    {
      measure: "granted",
      words: "(?<!不)予以公开|(?<!不)同意公开|全部公开|(?<!不)予以(?=[及和或、])",
    },
    { measure: "unable", words: "(?:无法|不能)提供" },
    { measure: "refused", words: "不予处理" },
    { measure: "otherOutcome", words: "其[他它]处理" },
  ],
});

export const disputeKinds = buildFamily({
  set: "disputes",
  nouns: "案件|申请|情况|事项|案|发生",
  keywords: [
    {
      measure: "litigationDirect",
      words: "未经(?:行政)?复议,?直接(?:提起)?(?:行政)?(?:起诉|诉讼)",
    },
    {
      measure: "litigationAfterReview",
      words: "(?:经)?(?:行政)?复议后(?:再)?(?:提起)?(?:行政)?(?:起诉|诉讼)",
    },
    { measure: "review", words: "行政复议|复议" },
    { measure: "litigation", words: "行政诉讼|诉讼" },
  ],
});

export const disputeResults = buildFamily({
  set: "orders",
  nouns: "案件|案|结果|决定",
  keywords: [
    {
      measure: "review.upheld",
      words: "结果维持|(?:予以|被|判决|决定)?维持(?:原?(?:行政)?(?:行为|决定|判决|答复))?",
    },
    { measure: "review.corrected", words: "结果纠正|(?:予以|被)?(?:依法)?纠正|(?:被)?纠错" },
    { measure: "review.otherResult", words: "其[他它]结果" },
    { measure: "review.pending", words: "(?:尚|暂|还)?未审结|正在审理|尚在审理" },
  ],
});

export const decisions = buildFamily({
  set: "decisions",
  nouns: "决定书?|处理|案件|案|措施|作出|实施",
  keywords: [
    { measure: "permits", words: "行政许可" },
    { measure: "penalties", words: "行政处罚" },
    { measure: "coercion", words: "行政强制" },
  ],
});

const documentNouns =
  "制定|制发|出台|印发|并|新|行政|政府|名义|各类|以|规范性文件|规章(?!制度)|修订|修改|修正|宣布|失效|和|及|、|或";

/** What is said of 规范性文件 and 规章: made, repealed, in force. */
export const documentPhrases: readonly {
  readonly part: "made" | "repealed" | "effective";
  readonly before: RegExp;
}[] = [
  { part: "repealed", before: endIn("废止", documentNouns) },
  { part: "effective", before: endIn("现行有效|继续有效|现行的?", documentNouns) },
  { part: "made", before: endIn("制定|制发|出台|印发|新增", documentNouns) },
];

/** `主动公开政府信息 120 条`. */
export const publishedPhrase = endIn("主动公开", "各类|政府|政务|信息|文件|本机关");

/** Whether two keywords are named side by side. */
export function isJoiner(words: string): boolean {
  return /^(?:[、和及与或\s]|以及|被|申请|提起|案件|发生|引发)*$/u.test(words);
}
