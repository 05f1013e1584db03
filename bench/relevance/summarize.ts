import { queryKinds, type QueryKind } from "./judged-query.ts";
import type { QueryOutcome } from "./measure-system.ts";

/** The figures of a group of queries; null where no query of the group has that figure. */
export interface Summary {
  /** Means over the queries that something answers. */
  readonly ndcg: number | null;
  readonly recall: number | null;
  /** The share of these for which nothing was found. */
  readonly zeroHit: number | null;
  /** The share of judged totals that equal grep's count. */
  readonly exact: number | null;
  /** The mean number of hits, ten at most, where nothing is relevant. */
  readonly noise: number | null;
}

export type SummaryKey = keyof Summary;

/** What is summarized: a kind of query, all of them, or all that any search box takes. */
export const summaryRows = [...queryKinds, "all but operator", "all"] as const;
export type SummaryRow = (typeof summaryRows)[number];

/** Whether a query of a kind counts in a row. */
export function isInRow(kind: QueryKind, row: SummaryRow): boolean {
  return row === kind || row === "all" || (row === "all but operator" && kind !== "operator");
}

/** Summaries by row; every query counts the same. */
export function summarizeOutcomes(
  outcomes: readonly QueryOutcome[],
): ReadonlyMap<SummaryRow, Summary> {
  return new Map(
    summaryRows.map((row) => [
      row,
      summarize(outcomes.filter(({ truth }) => isInRow(truth.query.kind, row))),
    ]),
  );
}

function summarize(outcomes: readonly QueryOutcome[]): Summary {
  const rankings = outcomes.flatMap(({ ranking }) => (ranking === null ? [] : [ranking]));
  const totals = outcomes.filter(({ truth }) => truth.total !== null);
  const empty = outcomes.filter(({ ranking }) => ranking === null);
  return {
    ndcg: average(rankings.map(({ ndcg }) => ndcg)),
    recall: average(rankings.map(({ recall }) => recall)),
    zeroHit: average(rankings.map(({ missed }) => (missed ? 1 : 0))),
    exact: average(totals.map(({ truth, answer }) => (truth.total === answer.total ? 1 : 0))),
    noise: average(empty.map(({ answer }) => answer.ids.length)),
  };
}

function average(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}
