import { isDeepStrictEqual } from "node:util";
import type { Finding } from "../corpus/finding.ts";
import { buildReportId } from "../corpus/report.ts";
import { type LoadedReport, loadReportsToIndex } from "../corpus/store/load-reports-to-index.ts";
import type { Store } from "../corpus/store/open-store.ts";
import { replaceYearFindings } from "../corpus/store/year-findings.ts";
import { auditAcrossYears } from "./audit/main.ts";

/**
 * Checks reports against those of the years before, where one is held, and keeps the findings. Belongs before a report
 * is built for the index: whatever changes one of the two makes it pending. Returns the reports with all their
 * findings.
 */
export async function auditYears(
  store: Store,
  reports: ReadonlyMap<string, LoadedReport>,
): Promise<readonly LoadedReport[]> {
  const current = [...reports.values()];
  const missing = current.map(findPreviousId).filter((id) => !reports.has(id));
  const others = await loadReportsToIndex(store, missing);
  const changed = new Map<string, readonly Finding[]>();
  const audited: LoadedReport[] = [];
  for (const report of current) {
    const id = findPreviousId(report);
    const previous = reports.get(id) ?? others.get(id);
    const yearFindings = previous === undefined ? [] : auditAcrossYears(previous, report);
    if (!isDeepStrictEqual(yearFindings, report.yearFindings)) changed.set(report.id, yearFindings);
    audited.push({ ...report, yearFindings, findings: [...report.findings, ...yearFindings] });
  }
  await replaceYearFindings(store, changed);
  return audited;
}

function findPreviousId({ agencyId, year }: LoadedReport): string {
  return buildReportId(agencyId, year - 1);
}
