import { addressRoles, pageRequestSchema } from "../address.ts";
import { failureCauses, failures } from "../failure.ts";
import { hostStates } from "../frontier.ts";
import type { FailedAddress, HeardVisit, WaitingHost } from "../source-state.ts";
import { contentChanges } from "../visit-record.ts";
import type { Store } from "./open-store.ts";

/** Hosts ready this far ahead wait for a person. */
const never = "9999";

/** The hosts of a source that are not asked at `now`, or have failed lately, and why. */
export async function loadWaitingHosts(
  { db }: Store,
  { sourceId, now }: { readonly sourceId: string; readonly now: string },
): Promise<readonly WaitingHost[]> {
  const rows = await db
    .selectFrom("host")
    .where("name", "in", (eb) =>
      eb.selectFrom("address").where("source_id", "=", sourceId).select("address.host"),
    )
    .where((eb) => eb.or([eb("state", "<>", "open"), eb("ready_at", ">", now)]))
    .orderBy("name")
    .selectAll()
    .execute();
  return rows.map((row) => ({
    name: row.name,
    state: hostStates.find((state) => state === row.state) ?? "open",
    reason: row.reason,
    readyAt: row.ready_at.startsWith(never) ? null : row.ready_at,
    failures: row.failures,
  }));
}

/** The addresses of a source that failed, the last ones first. */
export async function loadFailedAddresses(
  { db }: Store,
  { sourceId, limit }: { readonly sourceId: string; readonly limit: number },
): Promise<readonly FailedAddress[]> {
  const rows = await db
    .selectFrom("address")
    .where("source_id", "=", sourceId)
    .where("failure", "in", [...failureCauses])
    .orderBy("visited_at", "desc")
    .orderBy("id")
    .limit(limit)
    .selectAll()
    .execute();
  return rows.flatMap((row) => {
    const cause = failureCauses.find((cause) => cause === row.failure);
    if (cause === undefined) return [];
    return {
      url: pageRequestSchema.parse(JSON.parse(row.request)).url,
      role: addressRoles.find((role) => role === row.role) ?? "entry",
      cause,
      words: failures[cause].words,
      reason: row.reason,
      status: row.status,
      attempts: row.attempts,
      visitedAt: row.visited_at,
      next: row.state === "due" ? row.due_at : null,
    };
  });
}

/** Visits after one, in the order in which they were made. */
export async function loadVisitsAfter(
  { db }: Store,
  { after, limit }: { readonly after: number; readonly limit: number },
): Promise<readonly HeardVisit[]> {
  const rows = await db
    .selectFrom("visit")
    .where("id", ">", after)
    .orderBy("id")
    .limit(limit)
    .selectAll()
    .execute();
  return rows.map((row) => ({
    id: row.id,
    runId: row.run_id,
    sourceId: row.source_id,
    url: row.url,
    role: addressRoles.find((role) => role === row.role) ?? "entry",
    visitedAt: row.visited_at,
    status: row.status,
    failure: failureCauses.find((cause) => cause === row.failure) ?? null,
    change: contentChanges.find((change) => change === row.change) ?? null,
    bytes: row.bytes,
    tookMs: row.took_ms,
  }));
}

/** The id of the last visit made; 0 where there was none. */
export async function findLastVisit({ db }: Store): Promise<number> {
  const row = await db
    .selectFrom("visit")
    .select((eb) => eb.fn.max("id").as("last"))
    .executeTakeFirst();
  return row?.last ?? 0;
}
