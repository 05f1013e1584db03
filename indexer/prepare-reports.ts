import { createHash } from "node:crypto";
import type { IndexedReport, PendingReport } from "../corpus/store/indexing.ts";
import { loadManyLikenesses } from "../corpus/store/likeness/load-likeness.ts";
import { loadReportsToIndex } from "../corpus/store/load-reports-to-index.ts";
import type { Store } from "../corpus/store/open-store.ts";
import {
  buildReportDocument,
  openSectionBuilder,
  type SectionBuilder,
} from "../search/documents/build-documents.ts";
import { ReadyDocument } from "../search/engine/ready-document.ts";
import type { ReportDocument, SectionDocument } from "../search/documents/section-document.ts";
import { auditYears } from "./audit-years.ts";

/** A report as the index should hold it; `report` null where the store no longer has it. */
export interface PreparedReport {
  readonly before: PendingReport;
  readonly after: IndexedReport;
  readonly sections: readonly ReadyDocument[];
  readonly report: ReadyDocument | null;
}

/** Reports that are loaded together: their numbers and texts are in memory at once. */
const together = 100;

/**
 * Loads reports, audits them against the years before and builds their documents, with a hash that tells whether
 * anything changed. The documents of some hundreds at a time fit in memory.
 */
export async function prepareReports(
  store: Store,
  simplify: (text: string) => string,
  pending: readonly PendingReport[],
): Promise<readonly PreparedReport[]> {
  const prepared: PreparedReport[] = [];
  const build = openSectionBuilder(simplify);
  for (let at = 0; at < pending.length; at += together)
    prepared.push(...(await prepareSome(store, build, pending.slice(at, at + together))));
  return prepared;
}

async function prepareSome(
  store: Store,
  build: SectionBuilder,
  pending: readonly PendingReport[],
): Promise<readonly PreparedReport[]> {
  const ids = pending.map(({ reportId }) => reportId);
  const audited = await auditYears(store, await loadReportsToIndex(store, ids));
  const held = new Map(audited.map((report) => [report.id, report]));
  const likenesses = await loadManyLikenesses(store, ids);
  return pending.map((before) => {
    const report = held.get(before.reportId);
    if (report === undefined) return buildGone(before);
    const documents = build(report, { sections: likenesses.get(report.id) ?? [] });
    return buildPrepared(before, documents, buildReportDocument(report));
  });
}

function buildGone(before: PendingReport): PreparedReport {
  const { reportId, revision } = before;
  const after = { reportId, revision, contentHash: null, documents: 0 };
  return { before, after, sections: [], report: null };
}

function buildPrepared(
  before: PendingReport,
  documents: readonly SectionDocument[],
  reportDocument: ReportDocument,
): PreparedReport {
  const { reportId, revision } = before;
  const sections = documents.map((document) => new ReadyDocument(document));
  const report = new ReadyDocument(reportDocument);
  const contentHash = hashLines(sections, report);
  const after = { reportId, revision, contentHash, documents: sections.length };
  return { before, after, sections, report };
}

/** Of `[[section, …], report]` as JSON. */
function hashLines(sections: readonly ReadyDocument[], report: ReadyDocument): string {
  const hash = createHash("sha256").update("[[");
  for (const [position, { line }] of sections.entries()) {
    if (position > 0) hash.update(",");
    hash.update(line);
  }
  return hash.update("],").update(report.line).update("]").digest("hex");
}
