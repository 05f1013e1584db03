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

/** The same where an address gives something again that it did not give before, in whatever bytes. */
export async function noteReturn(
  trx: Transaction<Schema>,
  captureId: string,
  address: string | null,
): Promise<void> {
  const gone = await trx
    .selectFrom("capture")
    .where("address", "=", address)
    .where("gone_at", "is not", null)
    .select("id")
    .limit(1)
    .executeTakeFirst();
  if (gone !== undefined) await noteWhereabouts(trx, [captureId]);
}

/** Of all captures that say the same, those that took the place of others, and those that do so no more. */
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
    const isElsewhere = await isMoved(trx, id, teller);
    const stays = id === teller ? "new" : "cosmetic";
    await trx
      .updateTable("visit")
      .set({ change: isElsewhere ? "moved" : stays })
      .where("id", "=", visitId)
      .where("change", "in", isElsewhere ? ["new", "cosmetic"] : ["moved"])
      .execute();
  }
}
