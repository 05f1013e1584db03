import type { Transaction } from "kysely";
import { buildCaptureId } from "../capture.ts";
import type { ReportToSave } from "./report-to-save.ts";
import type { Schema } from "./schema.ts";

/**
 * Keeps a capture, one that is known as it is, and returns its id. As the first statement of a transaction it writes, so
 * that two processes queue for the lock instead of failing halfway.
 */
export async function insertCapture(
  trx: Transaction<Schema>,
  report: ReportToSave,
): Promise<string> {
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

/** Keeps the agency of a report and the divisions that it lies in. */
export async function upsertPlaces(
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

/** Makes the row of a report that its versions belong to; says whether there was none. */
export async function insertReport(
  trx: Transaction<Schema>,
  { id, agencyId, year }: { readonly id: string; readonly agencyId: string; readonly year: number },
): Promise<boolean> {
  const added = await trx
    .insertInto("report")
    .values({ id, agency_id: agencyId, year, current_version: null })
    .onConflict((conflict) => conflict.column("id").doNothing())
    .executeTakeFirst();
  return added.numInsertedOrUpdatedRows === 1n;
}
