import type { Transaction } from "kysely";
import type { Schema } from "../schema.ts";
import { markCopiesChanged } from "./mark-copies-changed.ts";

/** Forgets everything that reports have in common, so that all are compared anew. */
export async function forgetLikeness(trx: Transaction<Schema>): Promise<void> {
  const rows = await trx.selectFrom("likeness_section").select("report_id").distinct().execute();
  await markCopiesChanged(
    trx,
    rows.map((row) => row.report_id),
  );
  // One by one and whole: deleting by way of the references would look up every band.
  await trx.deleteFrom("likeness_match").execute();
  await trx.deleteFrom("likeness_band").execute();
  await trx.deleteFrom("likeness_section").execute();
  await trx.deleteFrom("likeness_report").execute();
}

/**
 * Forgets what others had in common with reports that are gone, and has those others compared again: there may be a
 * next one. A report that is deleted takes its own likeness with it.
 */
export async function forgetLost(trx: Transaction<Schema>): Promise<void> {
  const lost = await trx
    .deleteFrom("likeness_match")
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom("likeness_report")
            .whereRef("likeness_report.report_id", "=", "likeness_match.other_id")
            .select("likeness_report.report_id"),
        ),
      ),
    )
    .returning("report_id")
    .execute();
  await compareAgain(trx, lost);
}

/** Forgets what others had in common with a report that says something else now, and has them compared again. */
export async function forgetOthers(trx: Transaction<Schema>, reportId: string): Promise<void> {
  const lost = await trx
    .deleteFrom("likeness_match")
    .where("other_id", "=", reportId)
    .returning("report_id")
    .execute();
  await compareAgain(trx, lost);
}

async function compareAgain(
  trx: Transaction<Schema>,
  lost: readonly { readonly report_id: string }[],
): Promise<void> {
  const ids = [...new Set(lost.map((row) => row.report_id))];
  for (let at = 0; at < ids.length; at += 1_000) {
    const some = ids.slice(at, at + 1_000);
    await trx
      .updateTable("likeness_report")
      .set({ again: 1 })
      .where("report_id", "in", some)
      .execute();
  }
  await markCopiesChanged(trx, ids);
}
