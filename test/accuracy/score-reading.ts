import type { Extraction } from "../../corpus/extraction.ts";
import { buildFactKey, type Fact } from "../../corpus/fact.ts";
import { forms } from "../../corpus/forms/forms.ts";
import { normalizeLabel } from "../../corpus/forms/normalize-label.ts";
import { listFactKeys } from "../../demo/generator/print-tables.ts";
import type { Prints } from "../../demo/generator/printed-table.ts";
import { parsePrint } from "../../demo/generator/written-numbers.ts";
import { isTold } from "./is-told.ts";

/** What stands before the words of a label, without brackets and points. */
const numbering = /^(?:其中)?[一二三四五六七八九十\d]{0,3}(?:其中)?\d{0,2}$/u;

/** What became of the numbers of one report, or of many. */
export interface Score {
  readonly reports: number;
  /** Numbers printed: each is read, missing (null or absent) or wrong. */
  readonly expected: number;
  readonly read: number;
  readonly missing: number;
  /** `key: value, printed print`, numbers read in blank cells and those of rows that were never printed among them. */
  readonly wrong: readonly string[];
  /** Missing numbers of which no warning names the table or the row, or says how many were not read. */
  readonly silent: number;
}

export const emptyScore: Score = {
  reports: 0,
  expected: 0,
  read: 0,
  missing: 0,
  wrong: [],
  silent: 0,
};

/** The numbers that a report printed, and the words of all other cells of its tables. */
export interface Printed {
  readonly prints: Prints;
  readonly labels: readonly string[];
}

/** Compares what was read with what was printed; null where the file was refused, which a sentence tells. */
export function scoreReading(reading: Extraction | null, { prints, labels }: Printed): Score {
  const printed = new Map([...prints].map(([key, print]) => [key, parsePrint(print)]));
  const found = new Map(reading?.facts.map((fact) => [buildFactKey(fact), fact.value]));
  const keys = [...printed].flatMap(([key, value]) => (value === null ? [] : [key]));
  const missing = keys.filter((key) => (found.get(key) ?? null) === null);
  return {
    reports: 1,
    expected: keys.length,
    read: keys.filter((key) => found.get(key) === printed.get(key)).length,
    missing: missing.length,
    wrong: listWrong(reading?.facts ?? [], printed, labels),
    silent: reading === null ? 0 : missing.filter((key) => !isTold(key, reading)).length,
  };
}

const known: ReadonlySet<string> = new Set(forms.flatMap(listFactKeys));

/**
 * A row whose label is damaged is kept under it, as any row that no form knows: its label must have been printed
 * so, and its numbers somewhere.
 */
function listWrong(
  facts: readonly Fact[],
  printed: ReadonlyMap<string, number | null>,
  labels: readonly string[],
): readonly string[] {
  const values = new Set(printed.values());
  const words = labels.map(normalizeLabel);
  return facts.flatMap((fact) => {
    const key = buildFactKey(fact);
    if (fact.value === null || fact.value === printed.get(key)) return [];
    const isFree = !printed.has(key) && !known.has(key);
    const isKept = isFree && values.has(fact.value) && isPrinted(fact, words);
    return isKept ? [] : [`${key}: ${fact.value}, printed ${printed.get(key) ?? "nothing"}`];
  });
}

/** Whether the label of a row was printed as one, apart from its numbering. */
function isPrinted({ label }: Fact, words: readonly string[]): boolean {
  const own = normalizeLabel(label);
  return words.some((word) => word.endsWith(own) && numbering.test(word.slice(0, -own.length)));
}

export function addScores(scores: readonly Score[]): Score {
  const sum = (pick: (score: Score) => number): number =>
    scores.reduce((total, score) => total + pick(score), 0);
  return {
    reports: sum(({ reports }) => reports),
    expected: sum(({ expected }) => expected),
    read: sum(({ read }) => read),
    missing: sum(({ missing }) => missing),
    wrong: scores.flatMap(({ wrong }) => wrong),
    silent: sum(({ silent }) => silent),
  };
}
