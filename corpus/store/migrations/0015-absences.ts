import type { Kysely } from "kysely";

/** How often a content that is held was not found at its address any more, and since when. */
export async function addAbsences(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable("address").addColumn("absent_since", "text").execute();
  await db.schema
    .alterTable("address")
    .addColumn("absences", "integer", (c) => c.notNull().defaultTo(0))
    .execute();
}
