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

/** A sum with its labels as they are compared. */
interface ComparedSum {
  readonly sum: IndicatorSum;
  readonly totals: ReadonlySet<string>;
  readonly known: ReadonlySet<string>;
  readonly before: ReadonlySet<string>;
  readonly leading: ReadonlySet<string>;
}

const closing = compareLabels(closingLabels);
const comparedSums = indicatorSums.map((sum): ComparedSum => ({
  sum,
  totals: compareLabels(sum.totals),
  known: compareLabels(sum.parts),
  before: compareLabels(sum.leading?.before ?? []),
  leading: compareLabels(sum.leading?.parts ?? []),
}));
const allTotals = new Set(comparedSums.flatMap(({ totals }) => [...totals]));
const allParts = new Set(comparedSums.flatMap(({ known }) => [...known]));

/** Finds the sums of one rule in a table by the labels of its rows, in reading order. */
export function findSumParts(rows: readonly IndicatorRow[], rule: string): readonly SumReading[] {
  const labels = rows.map(({ label }) => normalizeIndicator(label));
  return comparedSums
    .filter(({ sum }) => sum.rule === rule)
    .flatMap((own) =>
      rows.flatMap((total, at) =>
        own.totals.has(labels[at] ?? "") ? readParts({ ...own, total, at }, rows, labels) : [],
      ),
    );
}

interface Start extends ComparedSum {
  readonly total: IndicatorRow;
  readonly at: number;
}

function readParts(
  { sum, known, before, leading, total, at }: Start,
  rows: readonly IndicatorRow[],
  labels: readonly string[],
): readonly SumReading[] {
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

function compareLabels(labels: readonly string[]): ReadonlySet<string> {
  return new Set(labels.map(normalizeIndicator));
}

/** 其它 as 其他, without numbering, 其中 and a closing 数. */
function normalizeIndicator(label: string): string {
  const plain = normalizeLabel(label).replaceAll("其它", "其他");
  return plain.replace(/^其中/u, "").replace(/(?:总数|总量|数量|数)$/u, "");
}
