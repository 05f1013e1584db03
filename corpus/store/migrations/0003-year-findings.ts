import type { Kysely } from "kysely";
import type { DialectTraits } from "../dialect-traits.ts";

/** What audits across years saw belongs to a report, not to one of its versions. */
export async function createYearFindings(
  db: Kysely<unknown>,
  traits: DialectTraits,
): Promise<void> {
  await db.schema
    .createTable("year_finding")
    .addColumn("report_id", "text", (c) => c.notNull().references("report.id").onDelete("cascade"))
    .addColumn("position", "integer", (c) => c.notNull())
    .addColumn("rule", "text", (c) => c.notNull())
    .addColumn("verdict", "text", (c) => c.notNull())
    .addColumn("message", "text", (c) => c.notNull())
    .addColumn("expected", traits.double)
    .addColumn("actual", traits.double)
    .addColumn("facts", "text", (c) => c.notNull())
    .addColumn("quote", "text")
    .addPrimaryKeyConstraint("year_finding_key", ["report_id", "position"])
    .execute();
  await db
    .updateTable("indexing" as never)
    .set({ indexed_revision: 0 } as never)
    .execute();
}
