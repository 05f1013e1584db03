import type { Transaction } from "kysely";
import { z } from "zod";
import { type AddressRole, addressRoles, type Hints, hintsSchema } from "../address.ts";
import type { NewReading, PendingReading } from "../visit-record.ts";
import type { Store } from "./open-store.ts";
import type { Count, Schema } from "./schema.ts";

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

/**
 * Contents that wait to be read, in the order in which they came; attachments of a page that waits itself come after it.
 */
export async function loadPendingReadings(
  store: Store,
  limit: number,
): Promise<readonly PendingReading[]> {
  const rows = await loadPendingRows(store, limit);
  return rows.map((row): PendingReading => ({
    id: row.id,
    addressId: row.address_id,
    visitId: row.visit_id,
    sourceId: row.source_id,
    role: readRole(row.role),
    hints: readHints(row.hints),
    via: row.via,
    pageHints: row.page_hints === null ? null : readHints(row.page_hints),
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

async function loadPendingRows({ db }: Store, limit: number) {
  // An attachment that leads to another waits for none, so that no two wait for each other.
  const waitingPages = db
    .selectFrom("reading")
    .innerJoin("address", "address.id", "reading.address_id")
    .where("reading.state", "=", "pending")
    .where("address.role", "!=", "attachment")
    .select("address.id");
  return db
    .selectFrom("reading")
    .innerJoin("address", "address.id", "reading.address_id")
    .innerJoin("source", "source.id", "address.source_id")
    .leftJoin("address as page", "page.id", "address.via")
    .where("reading.state", "=", "pending")
    .where((eb) =>
      eb.or([
        eb("address.role", "!=", "attachment"),
        eb("address.via", "is", null),
        eb("address.via", "not in", waitingPages),
      ]),
    )
    .orderBy("reading.id")
    .limit(limit)
    .selectAll("reading")
    .select(["address.source_id", "address.role", "address.hints", "address.via"])
    .select(["page.hints as page_hints"])
    .select(["source.division_code", "source.agency", "source.origin"])
    .execute();
}

function readHints(hints: string): Hints {
  return hintsSchema.parse(JSON.parse(hints));
}

function readRole(role: string): AddressRole {
  return z.enum(addressRoles).parse(role);
}

/** How many contents wait to be read. */
export async function countPendingReadings({ db }: Store): Promise<number> {
  const { count } = await db
    .selectFrom("reading")
    .where("state", "=", "pending")
    .select((eb) => eb.fn.countAll<Count>().as("count"))
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** Lets every content be read again from the archive, as after the reader has learnt more. Returns how many there are. */
export async function markAllReadings(store: Store): Promise<number> {
  await store.db.updateTable("reading").set({ state: "pending" }).execute();
  return countPendingReadings(store);
}

/** What reading a content gave. */
export interface ReadingEnd {
  readonly id: number;
  /** The visit that was read for: where another one came since, the content still waits, to be read for that. */
  readonly visitId?: number;
  readonly state: "report" | "refused";
  /** The report that it is, or the one that its page is. */
  readonly reportId: string | null;
  /** Why it is no report, a sentence; null where it is one. */
  readonly reason: string | null;
}

/** Lets what goes with a page be read again, after the page gave another report than before. */
export async function markAttachments({ db }: Pick<Store, "db">, addressId: number): Promise<void> {
  await db
    .updateTable("reading")
    .set({ state: "pending" })
    .where("address_id", "in", (eb) =>
      eb
        .selectFrom("address")
        .where("via", "=", addressId)
        .where("role", "=", "attachment")
        .select("id"),
    )
    .execute();
}

export async function endReading(
  { db }: Pick<Store, "db">,
  { id, visitId, state, reportId, reason }: ReadingEnd,
): Promise<void> {
  const ended = db
    .updateTable("reading")
    .set({ state, report_id: reportId, reason })
    .where("id", "=", id);
  await (visitId === undefined ? ended : ended.where("visit_id", "=", visitId)).execute();
}
