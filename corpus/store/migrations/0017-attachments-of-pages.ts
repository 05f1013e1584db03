import { type Kysely, sql } from "kysely";

/** The files that a page led to are found without reading all addresses. */
export async function indexAttachments(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createIndex("address_attachments")
    .on("address")
    .column("via")
    .where(sql<boolean>`role = 'attachment'`)
    .execute();
}
