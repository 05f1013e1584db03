import type { Kysely } from "kysely";

/** As what a crawl that was asked for goes on, and why a worker refused to begin one. */
export async function addSourceWaits(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable("source").addColumn("wanted_as", "text").execute();
  await db.schema.alterTable("source").addColumn("refusal", "text").execute();
  await db.schema.alterTable("source").addColumn("refused_at", "text").execute();
}
