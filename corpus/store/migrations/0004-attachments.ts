import type { Kysely } from "kysely";

/** The files that a page leads to and all its dates, as JSON text; null for what was read before. */
export async function addAttachments(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable("version").addColumn("dates", "text").execute();
  await db.schema.alterTable("version").addColumn("attachments", "text").execute();
}
