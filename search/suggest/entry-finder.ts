import { BestEntries, type RankedEntry } from "./best-entries.ts";
import { KeyIndex } from "./key-index.ts";
import type { ReadName } from "./name-memory.ts";
import { readPinyin } from "../places/place-pinyin.ts";
import { readEntryKeys, type SuggestEntry } from "./suggest-entry.ts";

/**
 * Finds entries for words typed so far: the best ones, of those that are accepted, those that hold a part of a name,
 * however short, or one whose name the words are.
 */
export interface EntryFinder {
  readonly find: (
    words: readonly string[],
    limit: number,
    accepts?: (entry: SuggestEntry) => boolean,
  ) => readonly RankedEntry[];
  readonly findHolding: (
    part: string,
    limit: number,
    accepts: (entry: SuggestEntry) => boolean,
  ) => readonly RankedEntry[];
  readonly findNamed: (words: readonly string[]) => SuggestEntry | null;
}

/** Entries with their indexes, in which they are numbered as they came. */
interface EntryIndex {
  readonly entries: readonly SuggestEntry[];
  readonly chinese: KeyIndex;
  readonly latin: KeyIndex;
}

/** Shorter keys are looked for at the beginning of a name only: 镇 is within nearly all of them. */
const shortestWithin = { chinese: 2, latin: 3 };
/** Where fewer entries than this match the characters, those of the same pinyin are added. */
const fewMatches = 3;
/** How well entries match that hold each word somewhere, and those that only sound alike. */
const ranks = { apart: 3, alike: 4 };

/**
 * Builds a finder of entries: by all words together as the whole of a key, its beginning, or within; then by each word
 * somewhere; then, for characters that match little, by the same pinyin (观庄镇 finds 官庄镇).
 */
export function buildEntryFinder(
  entries: readonly SuggestEntry[],
  readName: (name: string) => ReadName,
): EntryFinder {
  const index = buildIndex(entries, readName);
  return {
    find: (words, limit, accepts = acceptAll) => {
      const key = words.join("");
      const best = new BestEntries(limit);
      if (key !== "") offerBest({ index, field: chooseField(key), best, accepts }, key, words);
      return best.list();
    },
    findHolding: (part, limit, accepts) => {
      const best = new BestEntries(limit);
      const finding = { index, field: chooseField(part), best, accepts };
      index[finding.field].offerWithin(part, (row, rank) => offerRow(finding, row, rank));
      return best.list();
    },
    findNamed: (words) => {
      const key = words.join("");
      const finding = { index, field: chooseField(key), best: new BestEntries(1) };
      index[finding.field].offerWhole(key, (row, rank) =>
        offerRow({ ...finding, accepts: acceptAll }, row, rank),
      );
      return finding.best.list()[0]?.entry ?? null;
    },
  };
}

function acceptAll(): boolean {
  return true;
}

function offerBest(finding: Finding, key: string, words: readonly string[]): void {
  offerTogether(finding, key);
  if (words.length > 1 && !finding.best.isFull) offerApart(finding, words);
  if (finding.best.count < fewMatches) offerAlike(finding, key);
}

function chooseField(key: string): "chinese" | "latin" {
  return /^[a-z]+$/.test(key) ? "latin" : "chinese";
}

function buildIndex(
  entries: readonly SuggestEntry[],
  readName: (name: string) => ReadName,
): EntryIndex {
  const keys = entries.map((entry) => readEntryKeys(entry, readName));
  return {
    entries,
    chinese: new KeyIndex(keys.map(({ chinese }) => chinese)),
    latin: new KeyIndex(keys.map(({ latin }) => latin)),
  };
}

interface Finding {
  readonly index: EntryIndex;
  readonly field: "chinese" | "latin";
  readonly best: BestEntries;
  readonly accepts: (entry: SuggestEntry) => boolean;
}

function offerTogether(finding: Finding, key: string): void {
  const { index, field, best } = finding;
  const offer = (row: number, rank: number): void => offerRow(finding, row, rank);
  index[field].offerBeginnings(key, offer);
  if (!best.isFull && key.length >= shortestWithin[field]) index[field].offerWithin(key, offer);
}

function offerApart(finding: Finding, words: readonly string[]): void {
  const { index, field } = finding;
  const [longest = "", ...others] = words.toSorted((a, b) => b.length - a.length);
  if (longest.length < shortestWithin[field]) return;
  index[field].offerWithin(longest, (row) => {
    if (others.every((word) => index[field].holds(row, word))) offerRow(finding, row, ranks.apart);
  });
}

function offerAlike(finding: Finding, key: string): void {
  if (!/\p{Script=Han}/u.test(key) || key.length < shortestWithin.chinese) return;
  const { full } = readPinyin(key);
  if (!/^[a-z]+$/.test(full)) return;
  finding.index.latin.offerBeginnings(full, (row, rank) =>
    offerRow(finding, row, ranks.alike + rank),
  );
}

function offerRow({ index, best, accepts }: Finding, row: number, rank: number): void {
  const entry = index.entries[row];
  if (entry !== undefined && accepts(entry)) best.offer({ entry, rank });
}
