import { countHardSeparators } from "./hard-separator.ts";
import { normalizeQuery } from "./normalize-query.ts";
import { buildQueryTerms, maxTerms, type QueryTerm, type QueryTerms } from "./query-terms.ts";
import { pieceSeparator, type Segmenter } from "./segmenter.ts";

export const stepNames = ["all", "strict", "pinyin", "joinedPinyin", "last", "frequency"] as const;
export type StepName = (typeof stepNames)[number];

/**
 * One way to ask the engine. `text` is what it gets: pieces parted by U+2063, each term quoted where it must stand
 * as it is. `exact` says that the number of hits is the number of sections that hold every word;
 * `relaxed` that hits may hold only some. `terms` are to be marked in the hits.
 */
export interface PlanStep {
  readonly name: StepName;
  readonly text: string;
  readonly strategy: "all" | "last" | "frequency";
  readonly attributes: readonly string[] | null;
  readonly exact: boolean;
  readonly relaxed: boolean;
  readonly terms: readonly QueryTerm[];
}

/** What to ask, step after step until one finds something. `latin` are words that may be pinyin of a place. */
export interface QueryPlan {
  readonly steps: readonly [PlanStep, ...PlanStep[]];
  readonly latin: readonly string[];
}

/** How the words of this corpus are read. */
export interface Language {
  readonly segmenter: Segmenter;
  readonly simplify: (text: string) => string;
}

/**
 * Plans a query. Strict: every word quoted as a phrase and all of them wanted; a Latin word may stand in the text
 * or be the whole pinyin or the initials of a place. Then, for Latin words alone, the beginning of a pinyin;
 * then words given up from the end, then the most frequent ones. Nothing typed reaches the engine unquoted
 * except letters and digits. A query without a word asks for everything.
 */
export function planQuery(query: string, language: Language): QueryPlan {
  const terms = buildQueryTerms(normalizeQuery(query, language.simplify), language.segmenter);
  const latin = listLatinWords(terms.wanted);
  const first = buildStrictStep(terms);
  if (terms.wanted.length === 0) return { steps: [first], latin };
  return { steps: [first, ...buildPinyinSteps(terms, latin), ...buildRelaxedSteps(terms)], latin };
}

function buildStrictStep(terms: QueryTerms): PlanStep {
  const { wanted, excluded, cut } = terms;
  return {
    name: wanted.length + excluded.length === 0 ? "all" : "strict",
    text: joinTexts(excluded.map(buildExclusion), wanted.map(buildPhrase)),
    strategy: "all",
    attributes: null,
    exact: !cut && wanted.every(isCounted) && excluded.every(isWhole),
    relaxed: false,
    terms: wanted,
  };
}

/**
 * Whether the engine's count is that of the text. A phrase that the reader quoted may begin or end within a longer
 * word (本年 in 本年度), where the engine does not look.
 */
function isCounted(term: QueryTerm): boolean {
  return isWhole(term) && !(term.quoted && /\p{Script=Han}/u.test(term.pieces.join("")));
}

/** Whether the engine takes the term as one. */
function isWhole({ pieces }: QueryTerm): boolean {
  return countHardSeparators(pieces) === 0;
}

const latinWord = /^[A-Za-z]{2,}$/;

/** The words, if all are Latin letters and none is quoted; else none. */
function listLatinWords(wanted: readonly QueryTerm[]): readonly string[] {
  const words = wanted.map((term) => term.pieces.join(""));
  const latin = words.every(
    (word, index) => latinWord.test(word) && wanted[index]?.quoted === false,
  );
  return latin ? words.map((word) => word.toLowerCase()) : [];
}

function buildPinyinSteps(terms: QueryTerms, latin: readonly string[]): readonly PlanStep[] {
  if (latin.length === 0) return [];
  const exclusions = terms.excluded.map(buildExclusion);
  const step: PlanStep = {
    name: "pinyin",
    text: joinTexts(exclusions, latin),
    strategy: "all",
    attributes: ["py"],
    exact: false,
    relaxed: false,
    terms: terms.wanted,
  };
  if (latin.length === 1) return [step];
  return [step, { ...step, name: "joinedPinyin", text: joinTexts(exclusions, [latin.join("")]) }];
}

/** Phrases that the reader quoted stay whole in the first of these, and are opened in the second. */
function buildRelaxedSteps(terms: QueryTerms): readonly PlanStep[] {
  const { wanted, excluded } = terms;
  const exclusions = excluded.map(buildExclusion);
  const words = [...new Set(wanted.flatMap(listWords))].slice(0, maxTerms - exclusions.length);
  const kept = wanted.flatMap((term) => (term.quoted ? [buildPhrase(term)] : listWords(term)));
  const shared = {
    attributes: null,
    exact: false,
    relaxed: true,
    terms: [...wanted, ...words.map((word) => ({ pieces: [word], quoted: false }))],
  };
  const lastText = joinTexts(exclusions, kept.slice(0, maxTerms - exclusions.length));
  return [
    { name: "last", text: lastText, strategy: "last", ...shared },
    { name: "frequency", text: joinTexts(exclusions, words), strategy: "frequency", ...shared },
  ];
}

const letterOrDigit = /[\p{L}\p{Nd}]/u;

function listWords(term: QueryTerm): readonly string[] {
  return term.pieces.filter((piece) => letterOrDigit.test(piece));
}

function buildExclusion(term: QueryTerm): string {
  return `-${buildPhrase(term)}`;
}

/** A term as the engine takes it: quoted, without anything in it that it would read as a quote. */
function buildPhrase(term: QueryTerm): string {
  return `"${term.pieces.join(pieceSeparator).replaceAll(/["＂\\]/gu, " ")}"`;
}

function joinTexts(...texts: readonly (readonly string[])[]): string {
  return texts.flat().join(" ");
}
