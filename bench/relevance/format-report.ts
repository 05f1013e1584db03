import type { QueryOutcome } from "./measure-system.ts";
import type { Half } from "./planting.ts";
import {
  isInRow,
  summarizeOutcomes,
  summaryRows,
  type SummaryKey,
  type SummaryRow,
} from "./summarize.ts";

/** What a system gave for all queries of the halves that were asked. */
export interface SystemOutcomes {
  readonly name: string;
  readonly outcomes: readonly QueryOutcome[];
}

type Measure = readonly [SummaryKey, string];

const measures: readonly Measure[] = [
  ["ndcg", "nDCG@10"],
  ["recall", "recall@10"],
  ["zeroHit", "zero hits where an answer exists"],
  ["exact", "totals equal to grep"],
  ["noise", "hits where nothing is relevant"],
];

/** The figures of a half as markdown tables, one for each measure: a row for each kind, a column for each system. */
export function formatHalf(half: Half, systems: readonly SystemOutcomes[]): string {
  const own = systems.map(({ name, outcomes }) => ({
    name,
    outcomes: outcomes.filter(({ truth }) => truth.query.half === half),
  }));
  const tables = measures.map((measure) => formatTable(measure, own));
  return [`### ${half === "test" ? "Test" : "Tuning"} half`, ...tables].join("\n\n");
}

/** Rows in which nothing is judged by this measure are left out. */
function formatTable([key, label]: Measure, systems: readonly SystemOutcomes[]): string {
  const summaries = systems.map(({ outcomes }) => summarizeOutcomes(outcomes));
  const rows = summaryRows.flatMap((row) => {
    const values = summaries.map((summary) => summary.get(row)?.[key] ?? null);
    if (values.every((value) => value === null)) return [];
    const count = countQueries(row, systems[0]?.outcomes ?? []);
    return [`| ${row} | ${count} | ${values.map(formatValue).join(" | ")} |`];
  });
  const head = `| ${label} | queries | ${systems.map(({ name }) => name).join(" | ")} |`;
  return [head, `| --- | --- |${" --- |".repeat(systems.length)}`, ...rows].join("\n");
}

function countQueries(row: SummaryRow, outcomes: readonly QueryOutcome[]): number {
  return outcomes.filter(({ truth }) => isInRow(truth.query.kind, row)).length;
}

function formatValue(value: number | null): string {
  return value === null ? "" : value.toFixed(3);
}
