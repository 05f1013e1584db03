import type { Selectable } from "kysely";
import type { AgencyKind } from "../agency.ts";
import type { Attachment } from "../attachment.ts";
import type { Fact, Place, TableKey } from "../fact.ts";
import type { Finding } from "../finding.ts";
import type { FormId } from "../forms/form.ts";
import { noDates, type ReportDates } from "../report-dates.ts";
import { buildTitle, type Report, type ReportCapture, type ReportVersion } from "../report.ts";
import type { Section, SectionKind } from "../section.ts";
import { findingColumns, parseFindingRow } from "./finding-row.ts";
import { loadRegions } from "./load-regions.ts";
import type { Store } from "./open-store.ts";
import type { CaptureTable } from "./schema.ts";
import { loadYearFindings } from "./year-findings.ts";

/**
 * A report as the version of a capture with this digest tells it, without one as the current version does; null
 * where there is no such report or version.
 */
export async function loadReport(
  store: Store,
  id: string,
  digest: string | null = null,
): Promise<Report | null> {
  const head = await loadHead(store, id, digest);
  if (head === undefined) return null;
  const { version_id: versionId, current_version: currentVersion } = head;
  const regions = await loadRegions(store, head.division_code);
  return {
    id,
    agencyId: head.agency_id,
    agency: head.agency,
    printedAgency: head.printed_agency,
    kind: head.kind as AgencyKind,
    regions,
    level: regions.at(-1)?.level ?? null,
    year: head.year,
    title: head.title || buildTitle(head),
    form: head.form as FormId | null,
    published: head.published,
    indexNumber: head.index_number,
    documentNumber: head.document_number,
    demo: head.demo === 1,
    sections: await loadSections(store, versionId),
    facts: await loadFacts(store, versionId),
    findings: [
      ...(await loadFindings(store, versionId)),
      ...(versionId === currentVersion ? await loadYearFindings(store, id) : []),
    ],
    warnings: JSON.parse(head.warnings) as string[],
    dates: head.dates === null ? noDates : (JSON.parse(head.dates) as ReportDates),
    attachments: JSON.parse(head.attachments ?? "[]") as Attachment[],
    capture: readCapture(head),
    versions: await loadVersions(store, id, currentVersion),
  };
}

function loadHead({ db }: Store, id: string, digest: string | null) {
  const versions = db
    .selectFrom("report")
    .innerJoin("agency", "agency.id", "report.agency_id")
    .innerJoin("version", "version.report_id", "report.id")
    .innerJoin("capture", "capture.id", "version.capture_id")
    .where("report.id", "=", id);
  const wanted =
    digest === null
      ? versions.whereRef("version.id", "=", "report.current_version")
      : versions.where("capture.digest", "=", digest);
  return wanted
    .orderBy("capture.captured_at", "desc")
    .orderBy("version.id", "desc")
    .select([
      "report.agency_id",
      "report.current_version",
      "report.year",
      "agency.name as agency",
      "agency.kind",
      "agency.division_code",
      "version.id as version_id",
      "version.title",
      "version.printed_agency",
      "version.form",
      "version.published",
      "version.index_number",
      "version.document_number",
      "version.warnings",
      "version.dates",
      "version.attachments",
      ...captureColumns,
      "capture.demo",
    ])
    .limit(1)
    .executeTakeFirst();
}

const captureColumns = [
  "capture.digest",
  "capture.address",
  "capture.file",
  "capture.page",
  "capture.captured_at",
  "capture.media_type",
  "capture.charset",
  "capture.bytes",
] as const;

type CaptureRow = Pick<
  Selectable<CaptureTable>,
  "digest" | "address" | "file" | "page" | "captured_at" | "media_type" | "charset" | "bytes"
>;

function readCapture(row: CaptureRow): ReportCapture {
  return {
    digest: row.digest,
    address: row.address,
    // Where the operator keeps it is nobody else's business.
    file: row.file?.split(/[/\\]/u).at(-1) ?? null,
    page: row.page,
    capturedAt: row.captured_at,
    mediaType: row.media_type,
    charset: row.charset,
    bytes: row.bytes,
  };
}

/** The sections of a version in reading order, the preamble first. */
export async function loadSections(
  { db }: Pick<Store, "db">,
  versionId: number,
): Promise<readonly Section[]> {
  const rows = await db
    .selectFrom("section")
    .where("version_id", "=", versionId)
    .orderBy("position")
    .select(["kind", "heading", "text"])
    .execute();
  return rows.map((row) => ({ ...row, kind: row.kind as SectionKind }));
}

/** The facts of a version in reading order. */
export async function loadFacts(
  { db }: Pick<Store, "db">,
  versionId: number,
): Promise<readonly Fact[]> {
  const rows = await db
    .selectFrom("fact")
    .where("version_id", "=", versionId)
    .orderBy("position")
    .selectAll()
    .execute();
  return rows.map((row) => ({
    table: row.table_key as TableKey,
    row: row.row_key,
    column: row.column_key,
    value: row.value,
    raw: row.raw,
    unit: row.unit,
    label: row.label,
    at: JSON.parse(row.place) as Place,
  }));
}

async function loadFindings(
  { db }: Pick<Store, "db">,
  versionId: number,
): Promise<readonly Finding[]> {
  const rows = await db
    .selectFrom("finding")
    .where("version_id", "=", versionId)
    .orderBy("position")
    .select(findingColumns)
    .execute();
  return rows.map(parseFindingRow);
}

async function loadVersions(
  { db }: Store,
  reportId: string,
  currentVersion: number | null,
): Promise<readonly ReportVersion[]> {
  const rows = await db
    .selectFrom("version")
    .innerJoin("capture", "capture.id", "version.capture_id")
    .where("version.report_id", "=", reportId)
    .orderBy("capture.captured_at", "desc")
    .orderBy("version.id", "desc")
    .select(["version.id", "version.extracted_at", ...captureColumns])
    .execute();
  return rows.map((row) => ({
    capture: readCapture(row),
    extractedAt: row.extracted_at,
    current: row.id === currentVersion,
  }));
}
