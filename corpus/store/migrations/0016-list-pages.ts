import { type Kysely, sql } from "kysely";

/** How many pages a list says that it has, and which of them a page is. */
export async function addListPages(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable("address").addColumn("list_pages", "integer").execute();
  await db.schema.alterTable("address").addColumn("list_page", "integer").execute();
  await db.schema
    .createIndex("address_lists")
    .on("address")
    .column("source_id")
    .where(sql<boolean>`list_pages is not null`)
    .execute();
}
