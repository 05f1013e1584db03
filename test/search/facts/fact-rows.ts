import type { ReportFacts } from "../../../search/facts/fact-columns.ts";

/** A report of these numbers, by their keys. */
export function buildRow(
  reportId: string,
  facts: Readonly<Record<string, number>>,
  version = 1,
): ReportFacts {
  return { reportId, version, facts: new Map(Object.entries(facts)) };
}
