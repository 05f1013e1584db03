import type { Kysely } from "kysely";

/** The page that an attachment was found on, and which pages have no words of their own because their attachment has them. */
export async function addAttachmentPages(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable("capture").addColumn("page", "text").execute();
  await db.schema.alterTable("capture").addColumn("leads_to", "text").execute();
  await db.schema.createIndex("capture_leads").on("capture").column("leads_to").execute();
}
