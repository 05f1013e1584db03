import { normalizeQuery } from "./words/normalize-query.ts";
import type { ParsedQuery } from "./language/parsed-query.ts";
import { parseQuery } from "./language/parse-query.ts";
import { buildPinyinGram } from "./grams/build-grams.ts";
import type { QueryNames } from "./language/query-names.ts";
import {
  buildQueryTerms,
  join,
  maxTerms,
  type Conjunction,
  type QueryTerm,
  type QueryTerms,
} from "./query-terms.ts";
import type { Segmenter } from "./words/segmenter.ts";

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
  /** What was typed, as its words are compared. */
  readonly typed: string;
}

/** One question to the engine: what its answer holds, in the engine's own language. */
export interface EngineWords {
  readonly text: string;
  readonly strategy: "all" | "last";
  readonly attributes: readonly string[] | null;
  /** Whether its count means what readers take it for. */
  readonly isExact: boolean;
}

/** Reads a query and cuts its words into terms. Every text gives a plan. */
export function planQuery(query: string, language: Language): QueryPlan {
  const parsed = parseQuery(query, language);
  const terms = buildQueryTerms(parsed.text, language);
  const typed = normalizeQuery(query, language.simplify);
  return { ...terms, parsed, latin: listLatinWords(terms), typed };
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
  const texts = [
    ...excluded.map(({ grams }) => `-"${grams.words}"`),
    ...wanted.map(({ grams }) => `"${grams.words}"`),
  ];
  return { text: texts.join(" "), strategy: "all", attributes: null, isExact: true };
}

/** Whether the engine reads all of it: it drops what is too much without a word. */
export function isWhole({ wanted, excluded }: Conjunction): boolean {
  return wanted.length + excluded.length <= maxTerms;
}

/**
 * Latin words as pinyin of places, one by one and all together: first as whole names, then as their beginnings, whose
 * number says little.
 */
export function buildPinyinWords(latin: readonly string[]): readonly EngineWords[] {
  const readings = [latin, [latin.join("")]].map((words) => words.map(buildPinyinGram));
  const shared = { strategy: "all" } as const;
  const whole = readings.map((words) => words.map((word) => `"${word}"`).join(" "));
  const begun = readings.map((words) => words.join(" "));
  return [
    ...[...new Set(whole)].map((text) => ({
      text,
      ...shared,
      attributes: null,
      isExact: true,
    })),
    ...[...new Set(begun)].map((text) => ({
      text,
      ...shared,
      attributes: ["py"],
      isExact: false,
    })),
  ];
}

const latinWord = /^[A-Za-z]{2,}$/;

function listLatinWords({ alternatives }: QueryTerms): readonly string[] {
  const [{ wanted, excluded }, ...others] = alternatives;
  // What is excluded must stay so, and is no part of a name.
  if (excluded.length > 0) return [];
  const words = wanted.map(({ pieces }) => pieces.join(""));
  const isLatin = words.every((word, at) => latinWord.test(word) && wanted[at]?.quoted === false);
  return isLatin && others.length === 0 ? words.map((word) => word.toLowerCase()) : [];
}
