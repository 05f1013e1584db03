import { type Kysely, sql } from "kysely";
import type { Store } from "./open-store.ts";
import type { Count, Schema } from "./schema.ts";

/** A report that the search index does not yet know as it is now, with what the index holds of it. */
export interface PendingReport {
  readonly reportId: string;
  readonly revision: number;
  readonly contentHash: string | null;
  readonly documents: number;
}

/** What was written to the index for a report: `contentHash` null and no documents once it is gone. */
export interface IndexedReport {
  readonly reportId: string;
  readonly revision: number;
  readonly contentHash: string | null;
  readonly documents: number;
}

/** Says that the index must learn of this report; belongs into the transaction of the change. */
export async function markPending(db: Kysely<Schema>, reportId: string): Promise<void> {
  await db
    .insertInto("indexing")
    .values({ report_id: reportId, revision: 1, content_hash: null })
    .onConflict((conflict) =>
      conflict.column("report_id").doUpdateSet({ revision: sql`indexing.revision + 1` }),
    )
    .execute();
}

/** Says that the index must learn everything again. */
export async function markAllPending(store: Store): Promise<void> {
  await store.db.updateTable("indexing").set({ indexed_revision: 0, content_hash: null }).execute();
}

export async function loadPending(store: Store, limit: number): Promise<readonly PendingReport[]> {
  const rows = await store.db
    .selectFrom("indexing")
    .whereRef("indexed_revision", "<", "revision")
    .select(["report_id", "revision", "content_hash", "documents"])
    .orderBy("report_id")
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    reportId: row.report_id,
    revision: row.revision,
    contentHash: row.content_hash,
    documents: row.documents,
  }));
}

/** `pending` counts reports that the index has to learn, `documents` what it should hold of all others. */
export async function loadIndexingState(
  store: Store,
): Promise<{ readonly pending: number; readonly documents: number }> {
  const row = await store.db
    .selectFrom("indexing")
    .select((eb) => [
      eb.fn.coalesce(eb.fn.sum<Count>("documents"), sql<Count>`0`).as("documents"),
      sql<Count>`count(case when indexed_revision < revision then 1 end)`.as("pending"),
    ])
    .executeTakeFirstOrThrow();
  return { pending: Number(row.pending), documents: Number(row.documents) };
}

/** Notes that the index holds these revisions; one that changed in the meantime stays pending. */
export async function markIndexed(store: Store, reports: readonly IndexedReport[]): Promise<void> {
  await store.db.transaction().execute(async (trx) => {
    for (const report of reports) {
      await trx
        .updateTable("indexing")
        .set({
          indexed_revision: report.revision,
          content_hash: report.contentHash,
          documents: report.documents,
        })
        .where("report_id", "=", report.reportId)
        .execute();
    }
    const gone = reports.filter((report) => report.contentHash === null);
    for (const { reportId, revision } of gone) {
      await trx
        .deleteFrom("indexing")
        .where("report_id", "=", reportId)
        .where("revision", "=", revision)
        .execute();
    }
  });
}
