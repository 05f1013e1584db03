import { fieldTerms } from "../words/dictionary.ts";
import { compareRanked, type RankedEntry } from "./best-entries.ts";
import { buildEntryFinder, type EntryFinder } from "./entry-finder.ts";
import type { ReadName } from "./name-memory.ts";
import { buildSearchParams, type SearchQuery } from "../query.ts";
import type { Suggestion } from "../search-result.ts";
import type { SuggestEntry } from "./suggest-entry.ts";
import { completeValue, completeWord } from "./suggest-in-place.ts";
import { readTypedQuery, type TypedQuery } from "./typed-query.ts";
import { readTypedWords, type TypedText } from "./typed-text.ts";

/** Suggests for what was typed so far, the best first; nothing for a blank. */
export type Suggester = (typed: string, limit?: number) => readonly Suggestion[];

/** What can be suggested: places and agencies, and the years of which there are reports. */
export interface Suggestible {
  readonly names: EntryFinder;
  readonly years: readonly number[];
}

/** How names are read: traditional characters as simplified ones, and as pinyin. */
export interface SuggestLanguage {
  readonly simplify: (text: string) => string;
  readonly readName: (name: string) => ReadName;
}

const longestTyped = 40;
const most = { terms: 3, years: 4, pairs: 3 };

/**
 * Builds a suggester. Places and agencies are found by name, by name without the word of its level (官庄 of 官庄镇),
 * with the places above them, by pinyin and by initials, and by characters that sound alike; whole before beginning
 * before within, then by the number of reports. Terms of the field and years are completed too, alone or
 * beside a place (`官庄镇 2024`, `惠安县 行政处`). What was typed before the completed words stays as it is, and a word
 * that is excluded, beside OR or a filter's value is completed where it stands. Pure and in memory; looks through
 * 50,000 entries in a few milliseconds.
 */
export function buildSuggester(
  { names, years }: Suggestible,
  { simplify, readName }: SuggestLanguage,
): Suggester {
  const finders = {
    names,
    terms: buildEntryFinder(fieldTerms.map(buildTerm), readName),
  };
  const newest = years.toSorted((a, b) => b - a);
  return (typed, limit = 10) => {
    const query = readTypedQuery(typed, simplify);
    if (query === null) return [];
    const text = readTypedWords(
      query.words.map((word) => word.text),
      simplify,
    );
    if (text.key === "" || text.key.length > longestTyped) return [];
    const wish = { finders, years: newest, limit };
    const found =
      query.kind === "free" ? listFree(query, text, wish) : listInPlace(query, text.key, wish);
    return found.slice(0, limit);
  };
}

interface Wish {
  readonly finders: Finders;
  readonly years: readonly number[];
  readonly limit: number;
}

function listFree(query: TypedQuery, text: TypedText, wish: Wish): readonly Suggestion[] {
  const [first] = query.words;
  const kept = query.text.slice(0, first?.start ?? 0);
  const dated = listDated(text, wish);
  const plain = listPlain({ text, query }, wish.finders, wish.limit - dated.length);
  return [...dated, ...plain].map((suggested) => buildSuggestion(suggested, kept));
}

function listInPlace(query: TypedQuery, key: string, wish: Wish): readonly Suggestion[] {
  const [word] = query.words;
  if (word === undefined || query.kind === "free") return [];
  const { finders, years, limit } = wish;
  const found =
    query.kind === "bound"
      ? completeWord(key, { ...finders, limit })
      : completeValue(query.key, key, { ...finders, years, limit });
  const queries = new Map(
    found.map(({ text, detail }) => [query.text.slice(0, word.start) + text, detail]),
  );
  queries.delete(query.text.trimEnd());
  return [...queries].map(([q, detail]) => ({
    kind: "term",
    name: q.trim(),
    detail,
    value: q,
    reports: null,
    address: buildAddress({ q }),
  }));
}

function buildTerm(name: string): SuggestEntry {
  return {
    kind: "term",
    name,
    detail: "",
    value: name,
    reports: null,
    parents: [],
    query: { q: name },
  };
}

interface Finders {
  readonly names: EntryFinder;
  readonly terms: EntryFinder;
}

/** An entry, or with a year an entry of that year; null where the year is all. */
interface Suggested {
  readonly entry: SuggestEntry | null;
  readonly year: number | null;
}

interface TypedWords {
  readonly text: TypedText;
  readonly query: TypedQuery;
}

/** Names and terms together, the terms in the last lines where there are too many names; then pairs of the two. */
function listPlain(typed: TypedWords, finders: Finders, limit: number): readonly Suggested[] {
  if (limit <= 0) return [];
  const { words } = typed.text;
  const terms = finders.terms.find(words, most.terms).filter(isTogether);
  const names = finders.names.find(words, limit);
  const kept = names.slice(0, Math.max(limit - Math.min(terms.length, 2), 1));
  const single = [...kept, ...terms].sort((a, b) => a.rank - b.rank).map(({ entry }) => entry);
  const pairs = listPairs(typed, finders, single.length > 0);
  return [...pairs, ...single].map((entry) => ({ entry, year: null }));
}

/**
 * `惠安县 行政处`: the words before the last one name a place and the last begins a term, or (where nothing else is
 * found) another place. Where nothing else is found, other words may stand before a term or a place.
 */
function listPairs(
  { text: { words }, query }: TypedWords,
  finders: Finders,
  isFound: boolean,
): readonly SuggestEntry[] {
  const [before, last] = [words.slice(0, -1), words.slice(-1)];
  if (before.length === 0) return [];
  const place = finders.names.findNamed(before);
  if (place === null && isFound) return [];
  const terms = finders.terms.find(last, most.terms).filter(isBeginning);
  if (place !== null) {
    const others = isFound ? [] : finders.names.find(last, most.pairs, isPlace).filter(isBeginning);
    return [
      ...terms.map((term) => joinEntries(place, term.entry)),
      ...others.flatMap(({ entry }) => (isPlace(place) ? [joinPlaces(place, entry)] : [])),
    ];
  }
  const [first, final] = [query.words[0]?.start, query.words.at(-1)?.start];
  const said = buildTerm(query.text.slice(first, final));
  const places = finders.names.find(last, most.pairs).filter(isBeginning);
  return [...terms, ...places].map(({ entry }) => joinEntries(said, entry));
}

function isPlace({ kind }: SuggestEntry): boolean {
  return kind === "place";
}

/** In either of them, for nothing is in both. */
function joinPlaces(one: SuggestEntry, other: SuggestEntry): SuggestEntry {
  const region = [...(one.query.region ?? []), ...(other.query.region ?? [])];
  return { ...joinEntries(one, other), query: { region } };
}

function isTogether({ rank }: RankedEntry): boolean {
  return rank <= 2;
}

function isBeginning({ rank }: RankedEntry): boolean {
  return rank <= 1;
}

/** Both wanted: what is known by a filter is filtered by, the rest are words. */
function joinEntries(one: SuggestEntry, other: SuggestEntry): SuggestEntry {
  const q = joinWords(one.query.q ?? "", other.query.q ?? "");
  const { parents, detail } = other.kind === "term" ? one : other;
  return {
    kind: "term",
    name: joinWords(one.name, other.name),
    detail,
    value: q,
    reports: null,
    parents,
    query: { ...one.query, ...other.query, q },
  };
}

const endsApart = /[\s,，、;；]$/u;
const separatorsAtEnd = /[\s,，、;；]+$/u;

/** Words with others behind them; the first ones stay as they were typed. */
function joinWords(before: string, words: string): string {
  if (before === "") return words;
  if (words === "") return before.replace(separatorsAtEnd, "");
  return before + (endsApart.test(before) ? "" : " ") + words;
}

/** `20`: the last years; `官庄镇 2024`: the place in that year. */
function listDated({ year }: TypedText, { finders, years, limit }: Wish): readonly Suggested[] {
  const fitting = years.filter((each) => year !== null && String(each).startsWith(year.digits));
  if (year === null || fitting.length === 0) return [];
  const shownYears = fitting.slice(0, most.years);
  if (year.rest.length === 0) return shownYears.map((each) => ({ entry: null, year: each }));
  const found = [
    ...finders.names.find(year.rest, limit),
    ...finders.terms.find(year.rest, most.terms),
  ];
  const shown = fitting.length === 1 ? limit : most.pairs;
  return found
    .sort(compareRanked)
    .slice(0, shown)
    .flatMap(({ entry }) => shownYears.map((each) => ({ entry, year: each })));
}

/** `kept` is what was typed before the words that it completes. */
function buildSuggestion({ entry, year }: Suggested, kept: string): Suggestion {
  const years = year === null ? {} : { year: [year] };
  const label = joinWords(entry?.name ?? "", year === null ? "" : `${year}年`);
  const q = joinWords(kept, entry?.query.q ?? "");
  const isWhole = kept.trim() === "";
  const { kind, value } = entry ?? { kind: "year" as const, value: String(year) };
  return {
    kind: isWhole ? kind : "term",
    name: isWhole ? label : joinWords(kept, label).trim(),
    detail: entry?.detail ?? "",
    value: isWhole ? value : q,
    reports: year === null && isWhole ? (entry?.reports ?? null) : null,
    address: buildAddress({ ...entry?.query, ...years, q }),
  };
}

function buildAddress(query: Partial<SearchQuery>): string {
  return `/?${buildSearchParams(query).toString()}`;
}
