import type { MeasureKey } from "./claim.ts";
import type { Count } from "./read-counts.ts";
import { findKeywords, findLeadingKeyword, type Naming } from "./find-keywords.ts";
import type { CautionSet } from "./find-scope.ts";
import {
  decisions,
  disputeKinds,
  disputeResults,
  documentPhrases,
  everybody,
  outcomes,
  publishedPhrase,
  requestPhrases,
} from "./phrases.ts";
import { findTopic, type Sentence, type Topic } from "./split-sentences.ts";

/** What a number counts, with the words that say so. */
export interface Reading extends Naming {
  readonly set: CautionSet;
  readonly phrase: string;
  readonly before: string;
  readonly after: string;
  readonly caution: string | null;
}

interface Place {
  readonly count: Count;
  readonly previous: Count | null;
  readonly year: number | null;
}

type Words = Pick<Reading, "phrase" | "before" | "after"> & {
  readonly topic: Topic | null;
  readonly unit: string;
  readonly year: number | null;
};

type Named = Naming & { readonly set: CautionSet; readonly caution?: string };

const longestPhrase = 60;
/** How far back words may bear on a number. */
const longestContext = 400;
/** Words without which no phrase below fits: most numbers are passed over at once. */
const telling =
  /[收办]|受理|接到|答复|处理|结转|转结|遗留|转入|顺延|延续|公开|提供|区分|复议|诉讼|起诉|维持|纠|审|结果|废止|有效|现行|制|出台|印发|新增|许可|处罚|强制/u;
const requestUnits = /^(?:件次|件|条|宗|起|例|份|个|次|项|桩|案)?$/u;

/** Reads what a number counts from the words around it; null where no table counts it. */
export function readMeasures(sentence: Sentence, { count, previous, year }: Place): Reading | null {
  const before = sentence.text.slice(Math.max(0, count.start - longestContext), count.start);
  const own = sentence.text.slice(
    Math.max(previous?.end ?? 0, count.start - 3 * longestPhrase),
    count.start,
  );
  const phrase = findPhrase(own);
  const after = /^[^,;。()、]{0,24}/u.exec(sentence.text.slice(count.end))?.[0] ?? "";
  if (!telling.test(phrase) && !telling.test(after)) return null;
  const topic = findTopic(sentence.lead.slice(-longestContext) + before) ?? sentence.topic;
  const words = { phrase, before, after, topic, unit: count.unit, year };
  const named =
    readDecisions(words) ??
    readDocuments(words) ??
    readDisputeResults(words, sentence) ??
    readDisputes(words, sentence) ??
    readOutcomes(words) ??
    readRequests(words) ??
    readPublished(words);
  return named === null
    ? null
    : { ...named, phrase, before, after, caution: named.caution ?? null };
}

/** The words since the last mark or number, as far as they are of one breath; 公民、法人和其他组织 are all who apply. */
function findPhrase(own: string): string {
  const mark = Math.max(...[",", ";", "(", ")", "。"].map((char) => own.lastIndexOf(char)));
  return own
    .slice(mark + 1)
    .replaceAll(everybody, "")
    .slice(-longestPhrase);
}

function readRequests({ phrase, after, topic, unit, year }: Words): Named | null {
  if (topic !== "requests" || !requestUnits.test(unit)) return null;
  if (/(?<!年度?)未(?:能)?(?:办结|答复)/u.test(phrase)) return null;
  const moved = readMoved(phrase, year);
  if (moved !== null) return moved;
  if (/(?:予以|部分|同意|全部)公开|(?:无法|不能)提供|不予/u.test(phrase)) return null;
  const found =
    requestPhrases.find(({ before }) => before?.test(phrase) === true) ??
    requestPhrases.find((row) => row.after?.test(after) === true);
  return found === undefined ? null : name("requests", found.measure);
}

/** `结转至 2024 年`: carried over into this year, or forward into the next. */
function readMoved(phrase: string, year: number | null): Named | null {
  const to =
    /(?:结转|转结|顺延)(?:至|到)(20\d{2})年度?(?:继续)?(?:办理|答复|处理)?[的为共:\s]*$/u.exec(
      phrase,
    );
  if (to === null || year === null) return null;
  const offset = Number(to[1]) - year;
  if (offset === 0) return name("requests", "carriedOver");
  return offset === 1 ? name("requests", "carriedForward") : null;
}

function readOutcomes({ phrase, after, topic, unit }: Words): Named | null {
  if (topic !== "requests" || !requestUnits.test(unit)) return null;
  const naming = findKeywords(phrase, outcomes);
  if (naming !== null) return { ...naming, set: outcomes.set };
  const measure = isTaken(phrase) ? null : findLeadingKeyword(after, outcomes);
  return measure === null ? null : name("requests", measure);
}

/** Whether the words before the number already say what it counts. */
function isTaken(phrase: string): boolean {
  return requestPhrases.some(({ before }) => before?.test(phrase) === true);
}

function readDisputes({ phrase, before, unit }: Words, sentence: Sentence): Named | null {
  if (!/^(?:件次|件|宗|起|例|个|次|桩|案)?$/u.test(unit)) return null;
  const naming = findKeywords(phrase, disputeKinds);
  if (naming === null) return null;
  const isNamed = isAboutRequests(sentence, before);
  const isSure = isNamed || sentence.topic === "requests" || sentence.topic === "disputes";
  if (!isSure && /办理|受理|审理|审结|承办|应诉/u.test(phrase)) return null;
  const caution = isSure ? {} : { caution: "说的可能不是政府信息公开的复议、诉讼" };
  return { ...naming, set: isNamed ? "orders" : disputeKinds.set, ...caution };
}

function readDisputeResults(
  { phrase, before, topic, unit }: Words,
  sentence: Sentence,
): Named | null {
  if (topic !== "disputes" || !/^(?:件次|件|宗|起|例|个|次|桩|案)?$/u.test(unit)) return null;
  if (!isAboutRequests(sentence, before) && sentence.topic === null) return null;
  const naming = findKeywords(phrase, disputeResults);
  const subject = [...before.matchAll(/复议后|未经复议|行政复议|复议|行政诉讼|诉讼/gu)].at(-1)?.[0];
  if (naming === null || subject === undefined || /后|未/u.test(subject)) return null;
  if (subject.includes("复议")) return { ...naming, set: disputeResults.set };
  const measures = naming.measures.map(
    (measure) => measure.replace("review.", "litigation.") as MeasureKey,
  );
  return { ...naming, measures, set: disputeResults.set };
}

/** Whether the words so far speak of disclosure: other reviews and lawsuits are none of a report's tables. */
function isAboutRequests({ lead }: Sentence, before: string): boolean {
  return /信息公开|政务公开|依申请/u.test(lead.slice(-longestContext) + before);
}

function readDocuments({ phrase, before, unit }: Words): Named | null {
  if (!/^(?:件|个|份|部|项)?$/u.test(unit)) return null;
  const found = documentPhrases.find((row) => row.before.test(phrase));
  const subject = [...before.matchAll(/规范性文件|规章(?!制度)|政策(?:性)?文件|公文/gu)].at(
    -1,
  )?.[0];
  if (found === undefined || subject === undefined) return null;
  if (subject === "规范性文件") return name("documents", `documents.${found.part}`);
  return subject === "规章" ? name("documents", `rules.${found.part}`) : null;
}

function readDecisions({ phrase, unit }: Words): Named | null {
  if (!/^(?:件次|件|条|宗|起|例|份|个|次|项|桩|则|案)?$/u.test(unit)) return null;
  const naming = findKeywords(phrase, decisions);
  if (naming === null) return null;
  if (/[条则份]/u.test(unit)) {
    return { ...naming, set: decisions.set, caution: "说的可能是公开的信息条数" };
  }
  return { ...naming, set: /作出|决定/u.test(phrase) ? "orders" : decisions.set };
}

function readPublished({ phrase, unit }: Words): Named | null {
  if (!/^(?:件|条|份|篇|项)?$/u.test(unit) || !publishedPhrase.test(phrase)) return null;
  return name("orders", "published");
}

function name(set: CautionSet, measure: MeasureKey): Named {
  return { measures: [measure], mode: "sum", set };
}
