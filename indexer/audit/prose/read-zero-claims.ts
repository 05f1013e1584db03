import type { Claim, MeasureKey } from "./claim.ts";
import { findCountedBody } from "./find-counted-body.ts";
import { findBodies, findScope } from "./find-scope.ts";
import { everybody } from "./phrases.ts";
import { findTopic, type Sentence } from "./split-sentences.ts";

/** How far back words may bear on a denial. */
const longestContext = 400;
const negation =
  /(?:从|均|并|尚|都)?(?:未|没有|没)(?:曾|有)?(?:收到|接到|接收|受理|发生|产生|出现|引发|引起|被|因|涉及|制发|制定|出台|作出|实施|废止|提起|结转|新增)|不存在|没有(?!及时|能|按|得到|落实|严格)|(?<![有毫])无(?![法正故偿关障理线效条论须需锡纸人遗任误])/gu;
const requests =
  /(?:信息|政务)公开(?:的)?申请|依申请(?:公开)?(?:的)?(?:政府)?(?:信息)?(?:公开)?(?:申请|事项)?|公开申请|申请公开(?:政府|政务)?信息|(?<=收到|接到|受理)(?:过|任何|相关|有关)*申请/u;
/** Who may apply and how, all together: other words name a kind of request. */
const anybody =
  /^(?:过|任何|公民|法人|其[他它]|组织|单位|个人|群众|社会|公众|申请人|各类|政府|政务|相关|有关|关于|要求|书面|提出|提交|以|向|我|本|机关|局|委|办|镇|乡|县|区|市|街道|[、和或者及与的一例条件份起次])*$/u;
const ended =
  /^(?:的|政府|信息|公开|情况|事项|案件|件|材料|表|数量|要求)*(?:[、和及与或,;。!)也]|以及|$)/u;
const otherMatter = /纠错|纠正|败诉|撤销|维持|违法|责任|未审结|未结|超期|逾期|不满|履行|胜诉/u;
const disputeWords: readonly (readonly [MeasureKey, RegExp])[] = [
  ["review", /(?<!未经|未经行政)(?:行政)?复议(?!后|机关|机构|答复)/u],
  ["litigation", /(?:行政)?诉讼(?!费)/u],
];
const decisionWords: readonly (readonly [MeasureKey, RegExp])[] = [
  ["permits", /行政许可(?!.{0,4}(?:事项|信息|目录))/u],
  ["penalties", /行政处罚(?!.{0,4}(?:事项|信息|目录))/u],
  ["coercion", /行政强制(?!.{0,4}(?:事项|信息|目录))/u],
];

/** What a sentence says there was none of: `未收到政府信息公开申请，也未发生行政复议、行政诉讼`. */
export function readZeroClaims(
  sentence: Sentence,
  year: number | null,
): readonly Omit<Claim, "quote">[] {
  const { text } = sentence;
  return [...text.matchAll(negation)].flatMap((match) => {
    const before = text.slice(Math.max(0, match.index - longestContext), match.index);
    const span = /^[^,;。!?()]{0,80}/u.exec(text.slice(match.index, match.index + 80))?.[0] ?? "";
    const clause = before.slice(Math.max(before.lastIndexOf(","), before.lastIndexOf(";")) + 1);
    if (
      /\d|除|若|如有|确保|避免|防止/u.test(
        span.replace(/20\d{2}年/u, "") + clause.replace(/20\d{2}年/u, ""),
      )
    ) {
      return [];
    }
    const denied = { verb: match[0], span, before };
    const measures = [
      ...readRequests(denied, sentence),
      ...readDisputes(denied, sentence),
      ...readWorks(denied),
    ];
    const phrase = (clause + span).replaceAll(everybody, "");
    const scope = findScope({ phrase, before, after: "", set: "orders", year });
    if (scope.kind === "part") return [];
    return measures.map((measure) => ({
      measures: [measure],
      value: 0,
      step: 1,
      isApproximate: false,
      caution: scope.kind === "unclear" ? scope.caution : null,
      bodies: findBodies(before),
      counted: findCountedBody(before + span),
      asides: [],
    }));
  });
}

interface Denied {
  readonly verb: string;
  readonly span: string;
  readonly before: string;
}

function readRequests({ verb, span, before }: Denied, sentence: Sentence): readonly MeasureKey[] {
  if (/下(?:一)?年|下年度/u.test(span) && /结转/u.test(span)) return ["carriedForward"];
  if (/上(?:一)?年度?.{0,2}结转/u.test(span)) return ["carriedOver"];
  if (!/收到|接到|接收|受理|有|无|不存在|没|新增/u.test(verb) || /因|被|发生|引/u.test(verb))
    return [];
  const object = requests.exec(span);
  if (object === null || /复议|诉讼/u.test(span.slice(0, object.index))) return [];
  const between = span.slice(verb.length, Math.max(verb.length, object.index));
  if (!anybody.test(between)) return [];
  if (!ended.test(span.slice(object.index + object[0].length))) return [];
  const isPlain = object[0].endsWith("申请") && !/公开|依申请/u.test(object[0]);
  const topic = findTopic(sentence.lead.slice(-longestContext) + before) ?? sentence.topic;
  return isPlain && topic !== "requests" ? [] : ["received"];
}

function readDisputes({ span, before }: Denied, sentence: Sentence): readonly MeasureKey[] {
  if (otherMatter.test(span)) return [];
  const isNamed = /信息公开|政务公开|依申请/u.test(
    sentence.lead.slice(-longestContext) + before + span,
  );
  if (!isNamed && sentence.topic !== "requests" && sentence.topic !== "disputes") return [];
  return disputeWords.flatMap(([measure, pattern]) => (pattern.test(span) ? [measure] : []));
}

function readWorks({ verb, span }: Denied): readonly MeasureKey[] {
  if (/公开|公示|公布|备案|违|撤销/u.test(span)) return [];
  if (/规范性文件/u.test(span)) {
    if (/废止/u.test(span)) return ["documents.repealed"];
    return /制发|制定|出台|新增/u.test(span) ? ["documents.made"] : [];
  }
  if (!/作出|实施|发生|没|无|不存在/u.test(verb)) return [];
  return decisionWords.flatMap(([measure, pattern]) => (pattern.test(span) ? [measure] : []));
}
