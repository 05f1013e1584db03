import { createHash } from "node:crypto";
import type { Report } from "../corpus/report.ts";
import type { IndexedReport, PendingReport } from "../corpus/store/indexing.ts";
import { loadSectionLikeness } from "../corpus/store/likeness/load-likeness.ts";
import { loadReport } from "../corpus/store/load-report.ts";
import type { Store } from "../corpus/store/open-store.ts";
import { buildReportDocument, buildSectionDocuments } from "../search/build-documents.ts";
import type { ReportDocument, SectionDocument } from "../search/section-document.ts";
import { auditYears } from "./audit-years.ts";

/** A report as the index should hold it; `report` null where the store no longer has it. */
export interface PreparedReport {
  readonly before: PendingReport;
  readonly after: IndexedReport;
  readonly sections: readonly SectionDocument[];
  readonly report: ReportDocument | null;
}

/** Audits a report against the year before, loads it and builds its documents, with a hash of them that tells whether anything changed. */
export async function prepareReport(
  store: Store,
  simplify: (text: string) => string,
  before: PendingReport,
): Promise<PreparedReport> {
  const { reportId, revision } = before;
  const held = await loadAudited(store, reportId);
  if (held === null) {
    const after = { reportId, revision, contentHash: null, documents: 0 };
    return { before, after, sections: [], report: null };
  }
  const likeness = { sections: await loadSectionLikeness(store, reportId) };
  const sections = buildSectionDocuments(held, simplify, likeness);
  const report = buildReportDocument(held);
  const contentHash = createHash("sha256")
    .update(JSON.stringify([sections, report]))
    .digest("hex");
  const after = { reportId, revision, contentHash, documents: sections.length };
  return { before, after, sections, report };
}

/** The report with what the audit beside the year before has just found, which its documents tell too. */
async function loadAudited(store: Store, reportId: string): Promise<Report | null> {
  const held = await loadReport(store, reportId);
  const changed = held !== null && (await auditYears(store, held));
  return changed ? loadReport(store, reportId) : held;
}
