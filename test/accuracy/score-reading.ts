import type { Extraction } from "../../corpus/extraction.ts";
import { buildFactKey } from "../../corpus/fact.ts";
import { forms } from "../../corpus/forms/forms.ts";
import { describePlaceDoubts } from "../../indexer/extract/describe-doubts.ts";
import { listFactKeys } from "../generator/print-tables.ts";
import type { Prints } from "../generator/printed-table.ts";
import { parsePrint } from "../generator/written-numbers.ts";

/** What became of the numbers of one report, or of many. */
export interface Score {
  readonly reports: number;
  /** Numbers printed: each is read, missing (null or absent) or wrong. */
  readonly expected: number;
  readonly read: number;
  readonly missing: number;
  /** `key: value, printed print`, numbers read in blank cells and numbers that stand nowhere among them. */
  readonly wrong: readonly string[];
  /** Numbers missing from reports without any warning about numbers. */
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

/** Compares what was read with what was printed; null where the file was refused, which a sentence tells. */
export function scoreReading(reading: Extraction | null, prints: Prints): Score {
  const printed = new Map([...prints].map(([key, print]) => [key, parsePrint(print)]));
  const found = new Map(reading?.facts.map((fact) => [buildFactKey(fact), fact.value]));
  const keys = [...printed].flatMap(([key, value]) => (value === null ? [] : [key]));
  const missing = keys.filter((key) => (found.get(key) ?? null) === null).length;
  return {
    reports: 1,
    expected: keys.length,
    read: keys.filter((key) => found.get(key) === printed.get(key)).length,
    missing,
    wrong: listWrong(found, printed),
    silent: reading === null || countDoubts(reading) > 0 ? 0 : missing,
  };
}

/** A row whose label is damaged is kept under it, as any row that no form knows: its numbers were printed somewhere. */
function listWrong(
  found: ReadonlyMap<string, number | null>,
  printed: ReadonlyMap<string, number | null>,
): readonly string[] {
  const known = new Set(forms.flatMap(listFactKeys));
  const values = new Set(printed.values());
  return [...found].flatMap(([key, value]) => {
    if (value === null || value === printed.get(key)) return [];
    const isKept = !printed.has(key) && !known.has(key) && values.has(value);
    return isKept ? [] : [`${key}: ${value}, printed ${printed.get(key) ?? "nothing"}`];
  });
}

/** Warnings beyond those about the place, which is made up and nobody knows. */
function countDoubts(reading: Extraction): number {
  const places = new Set(describePlaceDoubts(reading));
  return reading.warnings.filter((warning) => !places.has(warning)).length;
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
