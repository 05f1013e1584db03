import type { Finding, Quote, Verdict } from "../finding.ts";
import type { FindingColumns } from "./schema.ts";

export const findingColumns = [
  "rule",
  "verdict",
  "message",
  "expected",
  "actual",
  "facts",
  "quote",
] as const;

/** A finding as its columns hold it. */
export function buildFindingRow(
  { facts, quote, ...finding }: Finding,
  position: number,
): FindingColumns {
  return {
    position,
    ...finding,
    facts: JSON.stringify(facts),
    quote: quote === undefined ? null : JSON.stringify(quote),
  };
}

export function parseFindingRow({ quote, ...row }: Omit<FindingColumns, "position">): Finding {
  return {
    ...row,
    verdict: row.verdict as Verdict,
    facts: JSON.parse(row.facts) as string[],
    ...(quote === null ? {} : { quote: JSON.parse(quote) as Quote }),
  };
}
