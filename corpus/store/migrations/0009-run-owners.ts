import type { Kysely } from "kysely";

/** Which process crawls a source, or is about to: when it has died, that is over. */
export async function addRunOwners(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable("run").addColumn("owner", "text").execute();
  await db.schema.alterTable("source").addColumn("claimed_by", "text").execute();
}
