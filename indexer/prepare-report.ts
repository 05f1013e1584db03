import { createHash } from "node:crypto";
import type { IndexedReport, PendingReport } from "../corpus/store/indexing.ts";
import { loadReport } from "../corpus/store/load-report.ts";
import type { Store } from "../corpus/store/open-store.ts";
import { buildReportDocument, buildSectionDocuments } from "../search/build-documents.ts";
import type { ReportDocument, SectionDocument } from "../search/section-document.ts";
import type { Segmenter } from "../search/segmenter.ts";
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
  segmenter: Segmenter,
  before: PendingReport,
): Promise<PreparedReport> {
  const { reportId, revision } = before;
  const held = await loadReport(store, reportId);
  if (held === null) {
    const after = { reportId, revision, contentHash: null, documents: 0 };
    return { before, after, sections: [], report: null };
  }
  await auditYears(store, held);
  const sections = buildSectionDocuments(held, segmenter);
  const report = buildReportDocument(held);
  const contentHash = createHash("sha256")
    .update(JSON.stringify([sections, report]))
    .digest("hex");
  const after = { reportId, revision, contentHash, documents: sections.length };
  return { before, after, sections, report };
}
