import type { Transaction } from "kysely";
import { refreshReport } from "./refresh-reports.ts";
import type { Schema } from "./schema.ts";
import { isMoved } from "./tell-change.ts";

/**
 * Draws the conclusions where captures are found to be gone, or to be there again: another version may hold now, and
 * what appeared elsewhere in the meantime has moved there.
 */
export async function noteWhereabouts(
  trx: Transaction<Schema>,
  captureIds: readonly string[],
): Promise<void> {
  if (captureIds.length === 0) return;
  const captures = await trx
    .selectFrom("capture")
    .where("id", "in", captureIds)
    .select(["id", "same_as"])
    .execute();
  const tellers = [...new Set(captures.map(({ id, same_as: same }) => same ?? id))].toSorted();
  for (const teller of tellers) await noteMoves(trx, teller);
  const reports = await trx
    .selectFrom("version")
    .where("capture_id", "in", tellers)
    .select("report_id")
    .distinct()
    .orderBy("report_id")
    .execute();
  for (const { report_id: id } of reports) await refreshReport(trx, id);
}

/** Of all captures that say the same, those that took the place of others. */
async function noteMoves(trx: Transaction<Schema>, teller: string): Promise<void> {
  const visits = await trx
    .selectFrom("capture")
    .innerJoin("reading", (join) =>
      join
        .onRef("reading.digest", "=", "capture.digest")
        .onRef("reading.url", "=", "capture.address"),
    )
    .where((eb) => eb.or([eb("capture.id", "=", teller), eb("capture.same_as", "=", teller)]))
    .where("capture.gone_at", "is", null)
    .select(["capture.id", "reading.visit_id"])
    .execute();
  for (const { id, visit_id: visitId } of visits) {
    if (!(await isMoved(trx, id, teller))) continue;
    await trx
      .updateTable("visit")
      .set({ change: "moved" })
      .where("id", "=", visitId)
      .where("change", "in", ["new", "cosmetic"])
      .execute();
  }
}
