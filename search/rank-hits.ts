import type { HitDocument } from "./build-hit.ts";
import { listOwnNames } from "./own-names.ts";
import { listNameForms, readPinyin } from "./place-pinyin.ts";
import { readPlainName } from "./plain-name.ts";
import type { QueryTerm } from "./query-terms.ts";
import { findSectionIntents } from "./section-intents.ts";

/** A word that is looked for, and how much it tells: rare ones more. */
export interface WeighedTerm {
  readonly term: QueryTerm;
  readonly weight: number;
}

export interface Ranking {
  readonly terms: readonly WeighedTerm[];
  /** A year was asked for: newer is no better then. */
  readonly hasYear: boolean;
}

/** What a word is worth by where it stands, and what a section is worth besides. */
const worth = {
  /** The word is the name of the agency or of its place itself. */
  own: 3,
  /** It is the name of one of the places that the agency is in: a namesake's only holds it within. */
  place: 1.5,
  heading: 2.5,
  title: 0.5,
  /** It stands in the text once; each further time adds less and less (as in BM25), up to the same again. */
  text: 1,
  /** The section is the part of a report that the words ask about. */
  intent: 1.2,
  /** For each year that it is older than the newest. */
  year: -0.08,
  /** Its form is not in use any more: reports up to 2018 have other numbers. */
  formerForm: -0.5,
  /** Last in the engine's order against first: that tells how near the words stand together. */
  engine: -0.4,
} as const;

/** How fast further places of a word in a text lose their worth. */
const saturation = 1.2;
/** What is behind this adds nothing that matters. */
const longestText = 20_000;
const firstPresentForm = 2019;

/**
 * The hits in a better order than the engine's, whose rules know words but not what they are: the agency that was named
 * above those that mention it, sections that are about a word above those that mention it, the part that a question is
 * about, newer above older.
 */
export function rankHits(hits: readonly HitDocument[], ranking: Ranking): readonly HitDocument[] {
  const total = ranking.terms.reduce((sum, { weight }) => sum + weight, 0) || 1;
  const words = ranking.terms.map(({ term, weight }) => ({
    word: readPlainName(term.pieces.join("")),
    share: weight / total,
  }));
  const intents = findSectionIntents(words.map(({ word }) => word));
  const newest = Math.max(...hits.map(({ year }) => year));
  return hits
    .map((hit, at) => {
      const order = (worth.engine * at) / Math.max(1, hits.length);
      const age = ranking.hasYear ? 0 : scoreAge(hit.year, newest);
      const intent = intents.has(hit.section) ? worth.intent : 0;
      const { score, coverage } = scoreWords(hit, words);
      // What lacks the words that tell most is worth little, whatever it says of the others.
      return { hit, at, score: order + age + (intent + score) * coverage };
    })
    .toSorted((a, b) => b.score - a.score || a.at - b.at)
    .map(({ hit }) => hit);
}

function scoreAge(year: number, newest: number): number {
  return worth.year * (newest - year) + (year < firstPresentForm ? worth.formerForm : 0);
}

function scoreWords(
  hit: HitDocument,
  words: readonly { readonly word: string; readonly share: number }[],
): { readonly score: number; readonly coverage: number } {
  const own = readNames(listOwnNames({ ...hit, regions: hit.places }), words);
  const places = readNames(
    hit.places.flatMap(({ name }) => listNameForms(name)),
    words,
  );
  const title = readPlainName(hit.title);
  const heading = readPlainName(hit.heading);
  const text = readPlainName(hit.content.slice(0, longestText));
  let [score, coverage] = [0, 0];
  for (const { word, share } of words) {
    let value = 0;
    if (own.has(word)) value += worth.own;
    if (places.has(word)) value += worth.place;
    if (heading.includes(word)) value += worth.heading;
    if (title.includes(word)) value += worth.title;
    const times = countPlaces(text, word);
    value += (worth.text * 2 * times) / (times + saturation);
    score += share * value;
    if (value > 0) coverage += share;
  }
  return { score, coverage };
}

/** Names for comparison, in pinyin too where a word may be that. */
function readNames(
  names: readonly string[],
  words: readonly { readonly word: string }[],
): ReadonlySet<string> {
  const isLatin = words.some(({ word }) => /^[a-z]{2,}$/.test(word));
  const latin = isLatin ? names.flatMap((name) => Object.values(readPinyin(name))) : [];
  return new Set([...names, ...latin].map(readPlainName));
}

function countPlaces(text: string, word: string): number {
  if (word === "") return 0;
  let times = 0;
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + word.length))
    times += 1;
  return times;
}
