import type { Kysely } from "kysely";

/** Which captures say what the version of another one says, and how captures and readings are found by their address. */
export async function addSameCaptures(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable("capture").addColumn("same_as", "text").execute();
  await db.schema.createIndex("capture_same").on("capture").column("same_as").execute();
  await db.schema.createIndex("capture_address").on("capture").column("address").execute();
  await db.schema.createIndex("reading_url").on("reading").column("url").execute();
}
