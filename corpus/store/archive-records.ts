import { type Selectable, sql } from "kysely";
import type { ArchiveRecord, BearingType } from "../archive/archive-record.ts";
import { runLightly } from "./frontier/run-lightly.ts";
import type { Store } from "./open-store.ts";
import type { ArchiveRecordTable } from "./schema.ts";

const columnsOfRow = 10;

/**
 * Keeps where records lie, in one transaction; places that are known already stay as they are. A power failure may take
 * them back until `settleArchiveRecords`: from a file that is still being written they are read again.
 */
export async function saveArchiveRecords(
  store: Store,
  records: readonly ArchiveRecord[],
): Promise<void> {
  const limit = Math.floor(store.traits.maxBindings / columnsOfRow);
  await runLightly(store, async (trx) => {
    for (let at = 0; at < records.length; at += limit) {
      await trx
        .insertInto("archive_record")
        .values(records.slice(at, at + limit).map(buildRow))
        .onConflict((conflict) => conflict.columns(["file", "record_offset"]).doNothing())
        .execute();
    }
  });
}

/** Brings to the disk what was kept before, as must be before the file is complete and nobody reads it again. */
export async function settleArchiveRecords({ db, traits }: Store): Promise<void> {
  await traits.lightly?.settle.execute(db);
}

/** More copies of one content than this are never tried. */
const mostCopies = 8;

/** The records that hold a content, oldest first; no revisits. */
export async function loadCopies({ db }: Store, digest: string): Promise<readonly ArchiveRecord[]> {
  const rows = await db
    .selectFrom("archive_record")
    .where("digest", "=", digest)
    .where("type", "!=", "revisit")
    .orderBy("recorded_at")
    .limit(mostCopies)
    .selectAll()
    .execute();
  return rows.map(parseRow);
}

/** The records of fetches of an address that gave this content, revisits among them, oldest first. */
export async function loadVisits(
  { db }: Store,
  { digest, target }: { readonly digest: string; readonly target: string },
): Promise<readonly ArchiveRecord[]> {
  const rows = await db
    .selectFrom("archive_record")
    .where("digest", "=", digest)
    .where("target", "=", target)
    .orderBy("recorded_at")
    .orderBy("file")
    .orderBy("record_offset")
    .selectAll()
    .execute();
  return rows.map(parseRow);
}

/** The records that hold a payload in its coded form, oldest first; no revisits. */
export async function loadRecordsOfPayload(
  { db }: Store,
  payloadDigest: string,
): Promise<readonly ArchiveRecord[]> {
  const rows = await db
    .selectFrom("archive_record")
    .where("payload_digest", "=", payloadDigest)
    .where("type", "!=", "revisit")
    .orderBy("recorded_at")
    .limit(mostCopies)
    .selectAll()
    .execute();
  return rows.map(parseRow);
}

/** Up to `limit` records of a file from an offset on, in their order. */
export async function loadRecordsOfFile(
  { db }: Store,
  { file, from, limit }: { readonly file: string; readonly from: number; readonly limit: number },
): Promise<readonly ArchiveRecord[]> {
  const rows = await db
    .selectFrom("archive_record")
    .where("file", "=", file)
    .where("record_offset", ">=", from)
    .orderBy("record_offset")
    .limit(limit)
    .selectAll()
    .execute();
  return rows.map(parseRow);
}

/** How many bytes of a file are known to be whole: the end of its last visit. */
export async function loadKnownEnd({ db }: Store, file: string): Promise<number> {
  const { end } = await db
    .selectFrom("archive_record")
    .where("file", "=", file)
    .select(sql<number | null>`max(visit_offset + visit_length)`.as("end"))
    .executeTakeFirstOrThrow();
  return end ?? 0;
}

/** The names of all files that records lie in. */
export async function loadArchivedFiles({ db }: Store): Promise<readonly string[]> {
  const rows = await db
    .selectFrom("archive_record")
    .select("file")
    .distinct()
    .orderBy("file")
    .execute();
  return rows.map((row) => row.file);
}

function buildRow(record: ArchiveRecord): ArchiveRecordTable {
  return {
    file: record.file,
    record_offset: record.offset,
    record_length: record.length,
    type: record.type,
    target: record.target,
    recorded_at: record.date,
    digest: record.digest,
    payload_digest: record.payloadDigest,
    visit_offset: record.visitOffset,
    visit_length: record.visitLength,
  };
}

function parseRow(row: Selectable<ArchiveRecordTable>): ArchiveRecord {
  return {
    file: row.file,
    offset: row.record_offset,
    length: row.record_length,
    type: row.type as BearingType,
    target: row.target,
    date: row.recorded_at,
    digest: row.digest,
    payloadDigest: row.payload_digest,
    visitOffset: row.visit_offset,
    visitLength: row.visit_length,
  };
}
