import type { Kysely } from "kysely";

/** Where each archived content lies in the WARC files. */
export async function createArchiveRecords(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("archive_record")
    .addColumn("file", "text", (c) => c.notNull())
    .addColumn("record_offset", "integer", (c) => c.notNull())
    .addColumn("record_length", "integer", (c) => c.notNull())
    .addColumn("type", "text", (c) => c.notNull())
    .addColumn("target", "text", (c) => c.notNull())
    .addColumn("recorded_at", "text", (c) => c.notNull())
    .addColumn("digest", "text", (c) => c.notNull())
    .addColumn("payload_digest", "text", (c) => c.notNull())
    .addColumn("visit_offset", "integer", (c) => c.notNull())
    .addColumn("visit_length", "integer", (c) => c.notNull())
    .addPrimaryKeyConstraint("archive_record_place", ["file", "record_offset"])
    .execute();
  for (const column of ["digest", "payload_digest"]) {
    await db.schema
      .createIndex(`archive_record_${column}`)
      .on("archive_record")
      .columns([column, "type"])
      .execute();
  }
}
