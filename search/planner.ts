import type { ParsedQuery } from "./language/parsed-query.ts";
import { parseQuery } from "./language/parse-query.ts";
import type { QueryNames } from "./language/query-names.ts";
import {
  buildQueryTerms,
  join,
  maxTerms,
  type Conjunction,
  type QueryTerm,
  type QueryTerms,
} from "./query-terms.ts";
import type { Segmenter } from "./segmenter.ts";

/** How the words of this corpus are read. */
export interface Language extends QueryNames {
  readonly segmenter: Segmenter;
}

/**
 * A query as it will be asked. `latin` are the words where all are Latin letters and none is quoted, which may be pinyin
 * of a place.
 */
export interface QueryPlan extends QueryTerms {
  readonly parsed: ParsedQuery;
  readonly latin: readonly string[];
}

/** One question to the engine: what its answer holds, in the engine's own language. */
export interface EngineWords {
  readonly text: string;
  readonly strategy: "all" | "last";
  readonly attributes: readonly string[] | null;
}

/** Reads a query and cuts its words into terms. Every text gives a plan. */
export function planQuery(query: string, language: Language): QueryPlan {
  const parsed = parseQuery(query, language);
  const terms = buildQueryTerms(parsed.text, language);
  return { ...terms, parsed, latin: listLatinWords(terms) };
}

/** All terms that are wanted by any alternative, each once. */
export function listWanted({ alternatives }: QueryTerms): readonly QueryTerm[] {
  return alternatives.reduce(join).wanted;
}

/**
 * Terms as the engine takes them: every one is a phrase that must be found whole, exclusions first. Nothing typed
 * reaches the engine but as the letters and digits of grams.
 */
export function buildEngineWords({ wanted, excluded }: Conjunction): EngineWords {
  const prefixes = wanted.filter(({ grams }) => grams.isPrefix).slice(0, 1);
  const texts = [
    ...excluded.filter(({ grams }) => !grams.isPrefix).map(({ grams }) => `-"${grams.words}"`),
    ...wanted.filter(({ grams }) => !grams.isPrefix).map(({ grams }) => `"${grams.words}"`),
    // Only the last word of a question may be the beginning of one.
    ...prefixes.map(({ grams }) => grams.words),
  ];
  return { text: texts.join(" "), strategy: "all", attributes: null };
}

/** Whether what is asked is all that was wanted: of single characters the engine looks for one, and excludes none. */
export function isWhole({ wanted, excluded }: Conjunction): boolean {
  const prefixes = wanted.filter(({ grams }) => grams.isPrefix).length;
  return (
    prefixes <= 1 &&
    excluded.every(({ grams }) => !grams.isPrefix) &&
    wanted.length + excluded.length <= maxTerms
  );
}

/** Words as the beginnings of pinyin of places, one by one and all together. */
export function buildPinyinWords(latin: readonly string[]): readonly EngineWords[] {
  const words = { strategy: "all", attributes: ["py"] } as const;
  const texts = [latin.join(" "), latin.join("")];
  return [...new Set(texts)].map((text) => ({ text, ...words }));
}

const latinWord = /^[A-Za-z]{2,}$/;

function listLatinWords({ alternatives }: QueryTerms): readonly string[] {
  const [{ wanted }, ...others] = alternatives;
  const words = wanted.map(({ pieces }) => pieces.join(""));
  const isLatin = words.every((word, at) => latinWord.test(word) && wanted[at]?.quoted === false);
  return isLatin && others.length === 0 ? words.map((word) => word.toLowerCase()) : [];
}
