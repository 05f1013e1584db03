import type { FactSource } from "../../../corpus/fact-source.ts";
import { buildFactKey } from "../../../corpus/fact.ts";
import type { Report } from "../../../corpus/report.ts";

/** The numbers of reports that never change, as a store would tell them: a report's version is its place from 1. */
export function buildFactSource(reports: readonly Report[]): FactSource {
  const current = reports
    .map(({ id }, index) => ({ reportId: id, version: index + 1 }))
    .sort((a, b) => (a.reportId < b.reportId ? -1 : 1));
  return {
    loadState: () => Promise.resolve(String(reports.length)),
    loadCurrent: (after, limit) =>
      Promise.resolve(current.filter(({ reportId }) => reportId > after).slice(0, limit)),
    loadFacts: (versions) =>
      Promise.resolve(
        versions.map((version) => ({ version, facts: listFacts(reports[version - 1]) })),
      ),
  };
}

function listFacts(report: Report | undefined): ReadonlyMap<string, number> {
  const facts = (report?.facts ?? []).flatMap((fact) =>
    fact.value === null ? [] : [[buildFactKey(fact), fact.value] as const],
  );
  return new Map(facts);
}
