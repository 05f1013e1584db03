import { sql, type Transaction } from "kysely";
import type { Schema } from "../schema.ts";

/** Says that the index must learn of these reports; unlike markPending it leaves what was found between years. */
export async function markCopiesChanged(
  trx: Transaction<Schema>,
  reportIds: readonly string[],
): Promise<void> {
  for (let at = 0; at < reportIds.length; at += 1_000) {
    await trx
      .updateTable("indexing")
      .set({ revision: sql`revision + 1` })
      .where("report_id", "in", reportIds.slice(at, at + 1_000))
      .execute();
  }
}
