import type { Transaction } from "kysely";
import { z } from "zod";
import { hintsSchema, type AddressRole } from "../address.ts";
import type { NewReading, PendingReading } from "../visit-record.ts";
import type { Store } from "./open-store.ts";
import type { Schema } from "./schema.ts";

const headersSchema = z.record(z.string(), z.string());

/**
 * Keeps a content for the indexer; one that this address had before is only seen again, and read again where it was not
 * the last one seen there, so that a correction that was taken back is noticed.
 */
export async function insertReading(
  trx: Transaction<Schema>,
  reading: NewReading,
  {
    addressId,
    visitId,
    now,
  }: { readonly addressId: number; readonly visitId: number; readonly now: string },
): Promise<void> {
  await trx
    .insertInto("reading")
    .values({
      address_id: addressId,
      visit_id: visitId,
      digest: reading.digest,
      state: "pending",
      captured_at: now,
      seen_at: now,
      url: reading.url,
      status: reading.status,
      headers: JSON.stringify(reading.headers),
      media_type: reading.mediaType,
      charset: reading.charset,
      bytes: reading.bytes,
    })
    .onConflict((conflict) =>
      conflict
        .columns(["address_id", "digest"])
        .doUpdateSet({ state: "pending", seen_at: now, visit_id: visitId }),
    )
    .execute();
}

/** Contents that wait to be read, in the order in which they came. */
export async function loadPendingReadings(
  { db }: Store,
  limit: number,
): Promise<readonly PendingReading[]> {
  const rows = await db
    .selectFrom("reading")
    .innerJoin("address", "address.id", "reading.address_id")
    .innerJoin("source", "source.id", "address.source_id")
    .where("reading.state", "=", "pending")
    .orderBy("reading.id")
    .limit(limit)
    .selectAll("reading")
    .select(["address.source_id", "address.role", "address.hints", "address.via"])
    .select(["source.division_code", "source.agency", "source.origin"])
    .execute();
  return rows.map((row) => ({
    id: row.id,
    addressId: row.address_id,
    visitId: row.visit_id,
    sourceId: row.source_id,
    role: row.role as AddressRole,
    hints: hintsSchema.parse(JSON.parse(row.hints)),
    via: row.via,
    digest: row.digest,
    url: row.url,
    status: row.status,
    headers: headersSchema.parse(JSON.parse(row.headers)),
    mediaType: row.media_type,
    charset: row.charset,
    bytes: row.bytes,
    capturedAt: row.captured_at,
    seenAt: row.seen_at,
    division: row.division_code,
    agency: row.agency,
    demo: row.origin === "demo",
  }));
}

/** What reading a content gave. */
export interface ReadingEnd {
  readonly id: number;
  readonly state: "report" | "refused";
  readonly reportId: string | null;
  /** Why it is no report, a sentence; null where it is one. */
  readonly reason: string | null;
}

export async function endReading({ db }: Store, end: ReadingEnd): Promise<void> {
  await db
    .updateTable("reading")
    .set({ state: end.state, report_id: end.reportId, reason: end.reason })
    .where("id", "=", end.id)
    .execute();
}
