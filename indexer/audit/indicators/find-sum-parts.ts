import { normalizeLabel } from "../../../corpus/forms/normalize-label.ts";
import { closingLabels, indicatorSums, type IndicatorSum } from "./indicator-sums.ts";

/** A printed row of an indicator table. */
export interface IndicatorRow {
  readonly key: string;
  readonly label: string;
}

/** A total with the rows that it is the sum of; `unknown` are rows below it that no list names. */
export interface SumReading {
  readonly sum: IndicatorSum;
  readonly total: IndicatorRow;
  readonly parts: readonly IndicatorRow[];
  readonly unknown: readonly IndicatorRow[];
}

const closing = new Set(closingLabels.map(normalizeIndicator));
const allTotals = new Set(
  indicatorSums.flatMap(({ totals }) => totals.map((label) => normalizeIndicator(label))),
);
const allParts = new Set(indicatorSums.flatMap(({ parts }) => parts.map(normalizeIndicator)));

/** Finds the sums of a table by the labels of its rows, in reading order. */
export function findSumParts(rows: readonly IndicatorRow[]): readonly SumReading[] {
  const labels = rows.map(({ label }) => normalizeIndicator(label));
  return indicatorSums.flatMap((sum) => {
    const totals = new Set(sum.totals.map(normalizeIndicator));
    return rows.flatMap((total, at) =>
      totals.has(labels[at] ?? "") ? readParts({ sum, total, at }, rows, labels) : [],
    );
  });
}

interface Start {
  readonly sum: IndicatorSum;
  readonly total: IndicatorRow;
  readonly at: number;
}

function readParts(
  { sum, total, at }: Start,
  rows: readonly IndicatorRow[],
  labels: readonly string[],
): readonly SumReading[] {
  const known = new Set(sum.parts.map(normalizeIndicator));
  const before = new Set(sum.leading?.before.map(normalizeIndicator) ?? []);
  const leading = new Set(sum.leading?.parts.map(normalizeIndicator) ?? []);
  const parts: IndicatorRow[] = [];
  const unknown: IndicatorRow[] = [];
  let isInner = false;
  for (let index = at + 1; index < rows.length; index++) {
    const row = rows[index];
    const label = labels[index] ?? "";
    if (row === undefined) break;
    const isPart = known.has(label) || (!isInner && leading.has(label));
    if (isPart) parts.push(row);
    else if (closing.has(label) || allTotals.has(label)) break;
    else if (allParts.has(label) && !isInner) break;
    else if (!allParts.has(label)) unknown.push(row);
    if (before.has(label)) isInner = true;
  }
  return parts.length === 0 ? [] : [{ sum, total, parts, unknown }];
}

/** 其它 as 其他, without numbering, 其中 and a closing 数. */
function normalizeIndicator(label: string): string {
  const plain = normalizeLabel(label).replaceAll("其它", "其他");
  return plain.replace(/^其中/u, "").replace(/(?:总数|总量|数量|数)$/u, "");
}
