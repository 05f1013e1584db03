import { listNameForms, readPinyin, type Pinyin } from "./place-pinyin.ts";
import type { Suggestion } from "./search-result.ts";

/** A place or an agency to suggest. `parents` are the names above it from the province down, by which it is found too. */
export interface SuggestEntry extends Suggestion {
  readonly parents: readonly string[];
}

/** Suggests for what was typed so far, the best first; nothing for a blank. */
export type Suggester = (typed: string, limit?: number) => readonly Suggestion[];

/** An entry ready to be looked through: `chinese` and `latin` hold all its keys, each after a bar. */
interface SuggestRow {
  readonly suggestion: Suggestion;
  readonly chinese: string;
  readonly latin: string;
}

const longestTyped = 40;
/** Shorter keys are looked for at the beginning of a name only: 镇 is within nearly all of them. */
const shortestInfix = { chinese: 2, latin: 3 };

/**
 * Builds a suggester over places and agencies: by name, by name without the word of its level (官庄 of 官庄镇),
 * with its parents before it (蓟州官庄), by pinyin and by initials; whole before beginning before within,
 * then by the number of reports. Pure and in memory; looks through 50,000 entries in a few milliseconds.
 * `simplify` makes traditional characters simplified.
 */
export function buildSuggester(
  entries: Iterable<SuggestEntry>,
  simplify: (text: string) => string = (text) => text,
): Suggester {
  const readKnownPinyin = buildPinyinMemory();
  const rows = Array.from(entries, (entry) => buildRow(entry, readKnownPinyin));
  return (typed, limit = 10) => {
    const key = foldTyped(typed, simplify);
    if (key === "" || key.length > longestTyped) return [];
    const field = /^[a-z]+$/.test(key) ? "latin" : "chinese";
    const needle = key.length < shortestInfix[field] ? `|${key}` : key;
    const best = new BestRows(limit);
    for (const row of rows) {
      if (row[field].includes(needle)) best.offer({ row, rank: rankKey(row[field], key) });
    }
    return best.list();
  };
}

interface RankedRow {
  readonly row: SuggestRow;
  readonly rank: number;
}

/** The best rows seen so far, in order: sorting all that match a single letter would take too long. */
class BestRows {
  readonly #limit: number;
  readonly #rows: RankedRow[] = [];

  constructor(limit: number) {
    this.#limit = limit;
  }

  offer(candidate: RankedRow): void {
    const last = this.#rows.at(-1);
    const full = this.#rows.length >= this.#limit;
    if (full && (last === undefined || compareRanked(candidate, last) >= 0)) return;
    if (full) this.#rows.pop();
    const after = this.#rows.findIndex((row) => compareRanked(candidate, row) < 0);
    this.#rows.splice(after === -1 ? this.#rows.length : after, 0, candidate);
  }

  list(): readonly Suggestion[] {
    return this.#rows.map(({ row }) => row.suggestion);
  }
}

function compareRanked(a: RankedRow, b: RankedRow): number {
  return a.rank - b.rank || compareRows(a.row, b.row);
}

function foldTyped(typed: string, simplify: (text: string) => string): string {
  const plain = simplify(typed.normalize("NFKC")).toLowerCase().replaceAll("ü", "v");
  return plain.replaceAll(/[^\p{L}\p{N}]/gu, "");
}

function buildPinyinMemory(): (name: string) => Pinyin {
  const known = new Map<string, Pinyin>();
  return (name) => {
    const found = known.get(name) ?? readPinyin(name);
    known.set(name, found);
    return found;
  };
}

function buildRow(entry: SuggestEntry, readKnownPinyin: (name: string) => Pinyin): SuggestRow {
  const { parents, ...suggestion } = entry;
  const forms = listNameForms(entry.name);
  const stem = forms.at(-1) ?? entry.name;
  const stems = parents.map((name) => listNameForms(name).at(-1) ?? name);
  const paths =
    parents.length === 0
      ? []
      : [
          [...parents, entry.name],
          [...stems, stem],
        ];
  const pinyin = forms.map((form) => readKnownPinyin(form));
  const latin = [...pinyin.map(({ full }) => full), ...pinyin.map(({ initials }) => initials)];
  return {
    suggestion,
    chinese: buildKeys([...forms, ...paths.map((path) => path.join(""))]),
    latin: buildKeys(latin),
  };
}

function buildKeys(keys: readonly string[]): string {
  return `|${[...new Set(keys)].map((key) => key.toLowerCase()).join("|")}|`;
}

/** 0 for a whole key, 1 for the beginning of one, 2 within. */
function rankKey(keys: string, key: string): number {
  if (keys.includes(`|${key}|`)) return 0;
  return keys.includes(`|${key}`) ? 1 : 2;
}

function compareRows(a: SuggestRow, b: SuggestRow): number {
  const [one, other] = [a.suggestion, b.suggestion];
  return (
    other.reports - one.reports ||
    one.name.length - other.name.length ||
    (one.name < other.name ? -1 : Number(one.name > other.name)) ||
    (one.value < other.value ? -1 : 1)
  );
}
