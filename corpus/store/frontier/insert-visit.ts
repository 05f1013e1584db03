import { sql, type Transaction } from "kysely";
import type { VisitRecord } from "../../visit-record.ts";
import type { Schema } from "../schema.ts";

/** Keeps a visit and counts it for its run. Returns its id. */
export async function insertVisit(
  trx: Transaction<Schema>,
  visit: VisitRecord,
  { addressId, now }: { readonly addressId: number; readonly now: string },
): Promise<number> {
  const { id } = await trx
    .insertInto("visit")
    .values({
      run_id: visit.runId,
      address_id: addressId,
      source_id: visit.sourceId,
      host: visit.host,
      url: visit.url,
      role: visit.role,
      visited_at: now,
      status: visit.status,
      failure: visit.failure,
      reason: visit.reason,
      change: visit.change,
      digest: visit.digest,
      bytes: visit.bytes,
      took_ms: visit.tookMs,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

/** Adds to the counts of a run. */
export async function countVisit(
  trx: Transaction<Schema>,
  { runId, bytes, failure }: VisitRecord,
  { found, contents }: { readonly found: number; readonly contents: number },
): Promise<void> {
  await trx
    .updateTable("run")
    .set({
      visits: sql<number>`visits + 1`,
      failures: sql<number>`failures + ${failure === null ? 0 : 1}`,
      found: sql<number>`found + ${found}`,
      contents: sql<number>`contents + ${contents}`,
      bytes: sql<number>`bytes + ${bytes}`,
    })
    .where("id", "=", runId)
    .execute();
}
