import { type Kysely, type Selectable, sql, type Transaction } from "kysely";
import { findNextReportId } from "../report.ts";
import type { Store } from "./open-store.ts";
import type { Count, IndexingTable, Schema } from "./schema.ts";

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

/**
 * Says that the index must learn of this report, and of that of the next year, which is audited against it; what
 * was found between them holds no longer. Belongs into the transaction of the change.
 */
export async function markPending(db: Kysely<Schema>, reportId: string): Promise<void> {
  await db
    .insertInto("indexing")
    .values({ report_id: reportId, revision: 1, content_hash: null })
    .onConflict((conflict) =>
      conflict.column("report_id").doUpdateSet({ revision: sql`indexing.revision + 1` }),
    )
    .execute();
  const next = findNextReportId(reportId);
  await db
    .updateTable("indexing")
    .set({ revision: sql`indexing.revision + 1` })
    .where("report_id", "=", next)
    .execute();
  await db.deleteFrom("year_finding").where("report_id", "in", [reportId, next]).execute();
}

/** Says that the index must learn everything again. */
export async function markAllPending(store: Store): Promise<void> {
  await store.db.updateTable("indexing").set({ indexed_revision: 0, content_hash: null }).execute();
}

const columns = ["report_id", "revision", "content_hash", "documents"] as const;

function readRow(row: Pick<Selectable<IndexingTable>, (typeof columns)[number]>): PendingReport {
  return {
    reportId: row.report_id,
    revision: row.revision,
    contentHash: row.content_hash,
    documents: row.documents,
  };
}

/** Reports that the index has to learn, in the order of their ids. */
export async function loadPending(store: Store, limit: number): Promise<readonly PendingReport[]> {
  const rows = await store.db
    .selectFrom("indexing")
    .whereRef("indexed_revision", "<", "revision")
    .select(columns)
    .orderBy("report_id")
    .limit(limit)
    .execute();
  return rows.map(readRow);
}

/** Reports from the id after `after` on, in the order of their ids, pending or not. */
export async function loadIndexing(
  store: Store,
  after: string,
  limit: number,
): Promise<readonly PendingReport[]> {
  const rows = await store.db
    .selectFrom("indexing")
    .where("report_id", ">", after)
    .select(columns)
    .orderBy("report_id")
    .limit(limit)
    .execute();
  return rows.map(readRow);
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
  await store.db.transaction().execute((trx) => noteIndexed(trx, reports));
}

/** Notes that the index holds these revisions and nothing else: what was kept since is pending. */
export async function markRebuilt(store: Store, reports: readonly IndexedReport[]): Promise<void> {
  await store.db.transaction().execute(async (trx) => {
    await trx
      .updateTable("indexing")
      .set({ indexed_revision: 0, content_hash: null, documents: 0 })
      .execute();
    await noteIndexed(trx, reports);
  });
}

async function noteIndexed(
  trx: Transaction<Schema>,
  reports: readonly IndexedReport[],
): Promise<void> {
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
}
