import type { Kysely, Transaction } from "kysely";
import { buildCaptureId, type Capture } from "../capture.ts";
import type { Agency } from "../agency.ts";
import type { Division } from "../division.ts";
import type { Extraction } from "../extraction.ts";
import { buildAgencyId, buildReportId, listSections } from "../report.ts";
import { buildFindingRow } from "./finding-row.ts";
import { markPending } from "./indexing.ts";
import type { Store } from "./open-store.ts";
import type { Schema } from "./schema.ts";

/** What an extraction must tell before it can be kept as a report: who publishes, and for which year. */
export type ReadableReport = Extraction & { readonly agency: Agency; readonly year: number };

/** `divisions` are the report's division and all its parents, in any order; `extractedAt` is ISO 8601. */
export interface ReportToSave {
  readonly capture: Capture;
  readonly extraction: ReadableReport;
  readonly divisions: readonly Division[];
  readonly extractedAt: string;
  readonly demo: boolean;
}

export interface SavedReport {
  readonly reportId: string;
  /** `same` where this capture was kept before and was only read again. */
  readonly state: "new" | "version" | "same";
}

/** Keeps a capture and what was read from it, in one transaction: all of it or nothing. */
export async function saveReport(store: Store, report: ReportToSave): Promise<SavedReport> {
  const { extraction } = report;
  const agencyId = buildAgencyId(extraction.agency, extraction.division);
  const reportId = buildReportId(agencyId, extraction.year);
  return store.db.transaction().execute(async (trx) => {
    const own = await insertCapture(trx, report);
    await upsertPlaces(trx, report, agencyId);
    const { captureId, replaced } = await makeRoom(trx, report.capture, { own, reportId });
    const added = await trx
      .insertInto("report")
      .values({ id: reportId, agency_id: agencyId, year: extraction.year, current_version: null })
      .onConflict((conflict) => conflict.column("id").doNothing())
      .executeTakeFirst();
    const versionId = await insertVersion(trx, report, { reportId, captureId });
    await insertContents({ ...store, db: trx }, versionId, extraction);
    await chooseCurrentVersion(trx, reportId);
    await markPending(trx, reportId);
    if (replaced) return { reportId, state: "same" };
    return { reportId, state: added.numInsertedOrUpdatedRows === 1n ? "new" : "version" };
  });
}

/** The first statement writes, so that two processes queue for the lock instead of failing halfway. */
async function insertCapture(trx: Transaction<Schema>, report: ReportToSave): Promise<string> {
  const { capture, demo } = report;
  const id = buildCaptureId(capture);
  await trx
    .insertInto("capture")
    .values({
      id,
      digest: capture.digest,
      address: capture.address,
      file: capture.file,
      captured_at: capture.capturedAt,
      status: capture.status,
      headers: capture.headers === null ? null : JSON.stringify(capture.headers),
      media_type: capture.mediaType,
      charset: capture.charset,
      bytes: capture.bytes,
      demo: demo ? 1 : 0,
    })
    .onConflict((conflict) => conflict.column("id").doNothing())
    .execute();
  return id;
}

async function upsertPlaces(
  trx: Transaction<Schema>,
  report: ReportToSave,
  agencyId: string,
): Promise<void> {
  const { extraction, divisions } = report;
  for (const division of divisions.toSorted((a, b) => a.code.length - b.code.length)) {
    const { name, parent, level } = division;
    await trx
      .insertInto("division")
      .values({ code: division.code, name, parent, level })
      .onConflict((conflict) => conflict.column("code").doUpdateSet({ name, parent, level }))
      .execute();
  }
  const { name, kind } = extraction.agency;
  await trx
    .insertInto("agency")
    .values({ id: agencyId, name, kind, division_code: extraction.division?.code ?? null })
    .onConflict((conflict) => conflict.column("id").doUpdateSet({ kind }))
    .execute();
}

/**
 * Takes out what earlier readings of these bytes said of this report. The same bytes from elsewhere are no other
 * version: of their captures the first one with an address holds it.
 */
async function makeRoom(
  trx: Transaction<Schema>,
  { digest, address }: Capture,
  { own, reportId }: { readonly own: string; readonly reportId: string },
): Promise<{ readonly captureId: string; readonly replaced: boolean }> {
  const held = await trx
    .selectFrom("version")
    .innerJoin("capture", "capture.id", "version.capture_id")
    .where("version.report_id", "=", reportId)
    .where("capture.digest", "=", digest)
    .select(["capture.id", "capture.address"])
    .executeTakeFirst();
  const wasOwn = await deleteVersionOf(trx, own, reportId);
  if (held === undefined || held.id === own) return { captureId: own, replaced: wasOwn };
  await deleteVersionOf(trx, held.id, reportId);
  const isBetter = held.address === null && address !== null;
  return { captureId: isBetter ? own : held.id, replaced: true };
}

/** Takes out what an earlier reading of this capture said; says whether it was the same report. */
async function deleteVersionOf(
  trx: Transaction<Schema>,
  captureId: string,
  reportId: string,
): Promise<boolean> {
  const old = await trx
    .deleteFrom("version")
    .where("capture_id", "=", captureId)
    .returning("report_id")
    .executeTakeFirst();
  if (old === undefined) return false;
  if (old.report_id === reportId) return true;
  await chooseCurrentVersion(trx, old.report_id);
  await markPending(trx, old.report_id);
  return false;
}

async function insertVersion(
  trx: Transaction<Schema>,
  { extraction, extractedAt }: ReportToSave,
  ids: { readonly reportId: string; readonly captureId: string },
): Promise<number> {
  const evidence = extraction.divisionEvidence;
  const { id } = await trx
    .insertInto("version")
    .values({
      report_id: ids.reportId,
      capture_id: ids.captureId,
      title: extraction.title ?? "",
      printed_agency: extraction.agency.printed,
      form: extraction.form,
      published: extraction.published,
      index_number: extraction.indexNumber,
      document_number: extraction.documentNumber,
      division_confidence: evidence?.confidence ?? null,
      division_evidence: JSON.stringify(evidence?.evidence ?? []),
      warnings: JSON.stringify(extraction.warnings),
      dates: JSON.stringify(extraction.dates),
      attachments: JSON.stringify(extraction.attachments),
      extracted_at: extractedAt,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

async function insertContents(
  { db, traits }: Pick<Store, "traits"> & { readonly db: Kysely<Schema> },
  versionId: number,
  extraction: Extraction,
): Promise<void> {
  const at = (position: number) => ({ version_id: versionId, position });
  const sections = listSections(extraction).map(({ kind, heading, text }, position) => ({
    ...at(position),
    kind,
    heading,
    text,
  }));
  const facts = extraction.facts.map((fact, position) => ({
    ...at(position),
    table_key: fact.table,
    row_key: fact.row,
    column_key: fact.column,
    value: fact.value,
    raw: fact.raw,
    unit: fact.unit,
    label: fact.label,
    place: JSON.stringify(fact.at),
  }));
  const findings = extraction.findings.map((finding, position) => ({
    version_id: versionId,
    ...buildFindingRow(finding, position),
  }));
  const limit = Math.floor(traits.maxBindings / 10);
  for (const rows of chunk(sections, limit)) await db.insertInto("section").values(rows).execute();
  for (const rows of chunk(facts, limit)) await db.insertInto("fact").values(rows).execute();
  for (const rows of chunk(findings, limit)) await db.insertInto("finding").values(rows).execute();
}

function chunk<T>(rows: readonly T[], size: number): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(rows.length / size) }, (_, index) =>
    rows.slice(index * size, (index + 1) * size),
  );
}

/** Makes the version of the newest capture current; a report without versions is taken out. */
export async function chooseCurrentVersion(
  trx: Transaction<Schema>,
  reportId: string,
): Promise<void> {
  const newest = await trx
    .selectFrom("version")
    .innerJoin("capture", "capture.id", "version.capture_id")
    .where("version.report_id", "=", reportId)
    .orderBy("capture.captured_at", "desc")
    .orderBy("version.id", "desc")
    .select("version.id")
    .limit(1)
    .executeTakeFirst();
  if (newest === undefined) {
    await trx.deleteFrom("report").where("id", "=", reportId).execute();
    return;
  }
  await trx
    .updateTable("report")
    .set({ current_version: newest.id })
    .where("id", "=", reportId)
    .execute();
}
