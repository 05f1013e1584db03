import type { Kysely } from "kysely";

/**
 * Short texts are compared too, and names of places no longer count: everything is compared anew by the next indexing,
 * which gives every section its new filter.
 */
export async function compareAnew(db: Kysely<unknown>): Promise<void> {
  const tables = ["likeness_match", "likeness_band", "likeness_section", "likeness_report"];
  for (const table of tables) await db.deleteFrom(table as never).execute();
  await db
    .updateTable("likeness_common" as never)
    .set({ edition: -1 } as never)
    .execute();
  await db
    .updateTable("indexing" as never)
    .set({ indexed_revision: 0 } as never)
    .execute();
}
