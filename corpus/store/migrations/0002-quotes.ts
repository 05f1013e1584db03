import type { Kysely } from "kysely";

/** Findings about prose keep the words that they are about, as JSON text. */
export async function addQuotes(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable("finding").addColumn("quote", "text").execute();
}
