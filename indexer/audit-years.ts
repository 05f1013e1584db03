import { isDeepStrictEqual } from "node:util";
import { buildReportId, type Report } from "../corpus/report.ts";
import { loadReport } from "../corpus/store/load-report.ts";
import type { Store } from "../corpus/store/open-store.ts";
import { loadYearFindings, replaceYearFindings } from "../corpus/store/year-findings.ts";
import { auditAcrossYears } from "./audit/main.ts";

/**
 * Checks a report against that of the year before, where one is held, and keeps the findings. Belongs before a report is built for the index: whatever changes one of the two makes it
 * pending. Says whether the findings changed.
 */
export async function auditYears(store: Store, current: Report): Promise<boolean> {
  const { id, agencyId, year } = current;
  const [previous, known] = [
    await loadReport(store, buildReportId(agencyId, year - 1)),
    await loadYearFindings(store, id),
  ];
  const findings = previous === null ? [] : auditAcrossYears(previous, current);
  const changed = !isDeepStrictEqual(findings, known);
  if (changed) await replaceYearFindings(store, id, findings);
  return changed;
}
