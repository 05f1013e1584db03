import type { Transaction } from "kysely";
import type { Extraction } from "../extraction.ts";
import { listSections } from "../report.ts";
import { buildFindingRow } from "./finding-row.ts";
import type { StoreTransaction } from "./store-transaction.ts";
import type { ReportToSave } from "./report-to-save.ts";
import type { Schema } from "./schema.ts";

/** Keeps what a capture says as a version of a report. `store` is the one of the transaction. */
export async function insertVersion(
  store: StoreTransaction,
  report: ReportToSave,
  ids: { readonly reportId: string; readonly captureId: string },
): Promise<void> {
  const versionId = await insertHead(store.db, report, ids);
  await insertContents(store, versionId, report.extraction);
}

async function insertHead(
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
  { db, traits }: StoreTransaction,
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
