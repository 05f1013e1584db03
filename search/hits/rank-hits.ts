import type { SectionKind } from "../../corpus/section.ts";
import { readYear } from "../places/asked-year.ts";
import type { HitDocument } from "./build-hit.ts";
import { listOwnNames } from "../documents/own-names.ts";
import { listNameForms, readPinyin } from "../places/place-pinyin.ts";
import { readPlainName } from "../words/plain-name.ts";
import type { QueryTerm } from "../query-terms.ts";
import { findSectionIntents } from "./section-intents.ts";

/** A word that is looked for, and how much it tells: rare ones more. */
export interface WeighedTerm {
  readonly term: QueryTerm;
  readonly weight: number;
  /** Other words for the same, which are worth a little less. */
  readonly others?: readonly string[];
}

export interface Ranking {
  /** In the order in which they were typed. */
  readonly terms: readonly WeighedTerm[];
  /** A year was asked for: newer is no better then. */
  readonly hasYear: boolean;
  /** What was typed, simplified: words without a space between are wanted side by side. */
  readonly typed?: string;
  /** The parts of reports that are asked about, where not the words alone tell. */
  readonly intents?: ReadonlySet<SectionKind>;
}

/** What a word is worth by where it stands, and what a section is worth besides. */
const worth = {
  /** The word is the name of the agency or of its place itself. */
  own: 3,
  /** It is the name of one of the places that the agency is in: a namesake's only holds it within. */
  place: 2.5,
  /** It is the short name of one of them, which may be a common word (建设). */
  stem: 1.5,
  heading: 2.5,
  title: 0.5,
  /** The word is the year of the report itself, not a date in its text. */
  ownYear: 4,
  /** The words stand side by side in their order. */
  beside: 2,
  /** They do, and were typed without a space between. */
  joined: 5,
  /** The part that another word for the same has of its own worth. */
  other: 0.8,
  /** It stands in the text once; each further time adds less and less (as in BM25), up to the same again. */
  text: 1,
  listed: 0.4,
  /** The section is the part of a report that the words ask about. */
  intent: 1.2,
  /** For each year that it is older than the newest. */
  year: -0.08,
  /** Its form is not in use any more: reports up to 2018 have other numbers. */
  formerForm: -0.8,
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
  const words = ranking.terms.map(({ term, weight, others = [] }) => ({
    word: readPlainName(term.pieces.join("")),
    share: weight / total,
    others: others.map(readPlainName),
  }));
  const intents = ranking.intents ?? findSectionIntents(words.map(({ word }) => word));
  const typed = (ranking.typed ?? "").toLowerCase();
  const newest = Math.max(...hits.map(({ year }) => year));
  return hits
    .map((hit, at) => {
      const order = (worth.engine * at) / Math.max(1, hits.length);
      const age = ranking.hasYear ? 0 : scoreAge(hit.year, newest);
      const intent = intents.has(hit.section) ? worth.intent : 0;
      const { score, coverage } = scoreWords(hit, words, typed);
      // What lacks the words that tell most is worth little, whatever it says of the others.
      return { hit, at, score: order + age + (intent + score) * coverage };
    })
    .toSorted((a, b) => b.score - a.score || a.at - b.at)
    .map(({ hit }) => hit);
}

function scoreAge(year: number, newest: number): number {
  return worth.year * (newest - year) + (year < firstPresentForm ? worth.formerForm : 0);
}

interface RankedWord {
  readonly word: string;
  readonly share: number;
  readonly others: readonly string[];
}

/** A hit as its words are compared. */
interface ReadHit {
  readonly year: number;
  readonly own: ReadonlySet<string>;
  readonly places: ReadonlySet<string>;
  readonly stems: ReadonlySet<string>;
  readonly title: string;
  readonly heading: string;
  readonly text: string;
}

function scoreWords(
  hit: HitDocument,
  words: readonly RankedWord[],
  typed: string,
): { readonly score: number; readonly coverage: number } {
  if (words.length === 0) return { score: 0, coverage: 1 };
  const read = readHit(hit, words);
  let [score, coverage] = [0, 0];
  for (const { word, share, others } of words) {
    const worths = others.map((other) => worth.other * scoreWord(read, other));
    const value = Math.max(scoreWord(read, word), ...worths);
    score += share * value;
    if (value > 0) coverage += share;
  }
  return { score: score + scoreOrder(read, words, typed), coverage };
}

function readHit(hit: HitDocument, words: readonly RankedWord[]): ReadHit {
  return {
    year: hit.year,
    own: readNames(listOwnNames({ ...hit, regions: hit.places }), words),
    places: new Set(hit.places.map(({ name }) => readPlainName(name))),
    stems: readNames(
      hit.places.flatMap(({ name }) => listNameForms(name)),
      words,
    ),
    title: readPlainName(hit.title),
    heading: readPlainName(hit.heading),
    text: readPlainName(hit.content.slice(0, longestText)),
  };
}

function scoreWord(
  { year, own, places, stems, title, heading, text }: ReadHit,
  word: string,
): number {
  const asked = readYear(word);
  if (asked === year) return worth.ownYear;
  let value = 0;
  if (own.has(word)) value += worth.own;
  if (places.has(word)) value += worth.place;
  else if (stems.has(word)) value += worth.stem;
  if (heading.includes(word)) value += worth.heading;
  if (title.includes(word)) value += worth.title;
  const times = countPlaces(text, word);
  return value + (worth.text * 2 * times) / (times + saturation);
}

/** What it is worth that pairs of words stand side by side somewhere in the order in which they were typed. */
function scoreOrder(
  { title, heading, text }: ReadHit,
  words: readonly { readonly word: string }[],
  typed: string,
): number {
  if (words.length < 2) return 0;
  const pairs = words.slice(1).map(({ word }, at) => `${words[at]?.word ?? ""}${word}`);
  const worths = pairs.map((pair): number => {
    const isFound = [heading, title, text].some((one) => one.includes(pair));
    if (!isFound) return 0;
    return typed.includes(pair) ? worth.joined : worth.beside;
  });
  return worths.reduce((sum, value) => sum + value, 0) / pairs.length;
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

/** How often a text holds a word; where it is one of a list (甲、乙、丙) it is only named, and counts less. */
function countPlaces(text: string, word: string): number {
  if (word === "") return 0;
  let times = 0;
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + word.length)) {
    const isListed = text[at - 1] === "、" || text[at + word.length] === "、";
    times += isListed ? worth.listed : 1;
  }
  return times;
}
