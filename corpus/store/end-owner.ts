import type { Transaction } from "kysely";
import type { HostRecord } from "../frontier.ts";
import { readHost } from "./frontier/host-row.ts";
import type { Store } from "./open-store.ts";
import { buildGoingOn } from "./schedule.ts";
import type { Schema } from "./schema.ts";

/** A host that a process has claimed, and a source with addresses there; null where it has none any more. */
export interface LeasedHost {
  readonly host: HostRecord;
  readonly sourceId: string | null;
}

/** The hosts that a process has claimed. */
export async function loadLeasedHosts(
  { db }: Store,
  owner: string,
): Promise<readonly LeasedHost[]> {
  const rows = await db
    .selectFrom("host")
    .where("leased_by", "=", owner)
    .selectAll()
    .select((eb) =>
      eb
        .selectFrom("host_source")
        .whereRef("host_source.host", "=", "host.name")
        .select("host_source.source_id")
        .limit(1)
        .as("source_id"),
    )
    .execute();
  return rows.map((row) => ({ host: readHost(row), sourceId: row.source_id }));
}

/** A process that has died; its hosts are asked again from `readyAt` on. Times are ISO 8601 in UTC. */
export interface DeadOwner {
  readonly owner: string;
  readonly now: string;
  readonly hosts: readonly { readonly name: string; readonly readyAt: string }[];
}

/**
 * Gives back what a dead process had claimed, marks its crawls as stopped, and asks for those sources again that nobody
 * else is crawling. Returns these.
 */
export async function endOwner({ db }: Store, dead: DeadOwner): Promise<readonly string[]> {
  return db.transaction().execute(async (trx) => {
    const ended = [...(await endRuns(trx, dead.owner)), ...(await endClaims(trx, dead.owner))];
    for (const host of dead.hosts) await freeHost(trx, dead, host);
    if (ended.length === 0) return [];
    const wanted = await trx
      .updateTable("source")
      .set((eb) => buildGoingOn(eb, dead.now))
      .where("id", "in", [...ended])
      .where("removed", "=", 0)
      .where((eb) =>
        eb.not(
          eb.exists(
            eb
              .selectFrom("run")
              .whereRef("run.source_id", "=", "source.id")
              .where("run.state", "=", "running")
              .select("run.id"),
          ),
        ),
      )
      .returning("id")
      .execute();
    return wanted.map(({ id }) => id);
  });
}

async function endRuns(trx: Transaction<Schema>, owner: string): Promise<readonly string[]> {
  const rows = await trx
    .updateTable("run")
    .set((eb) => ({ state: "stopped", ended_at: eb.ref("heard_at") }))
    .where("state", "=", "running")
    .where("owner", "=", owner)
    .returning("source_id")
    .execute();
  return [...new Set(rows.map((row) => row.source_id))];
}

/** Sources that it had taken and not begun. */
async function endClaims(trx: Transaction<Schema>, owner: string): Promise<readonly string[]> {
  const rows = await trx
    .updateTable("source")
    .set({ claimed_by: null })
    .where("claimed_by", "=", owner)
    .returning("id")
    .execute();
  return rows.map(({ id }) => id);
}

/** The IP address behind a claimed host is leased by whoever claimed the host. */
async function freeHost(
  trx: Transaction<Schema>,
  { owner, now }: DeadOwner,
  { name, readyAt }: DeadOwner["hosts"][number],
): Promise<void> {
  const freed = await trx
    .updateTable("host")
    .set({ leased_by: null, lease_until: readyAt })
    .where("name", "=", name)
    .where("leased_by", "=", owner)
    .returning("name")
    .executeTakeFirst();
  if (freed === undefined) return;
  await trx
    .updateTable("ip")
    .set({ lease_until: readyAt })
    .where("host", "=", name)
    .where("lease_until", ">", now)
    .execute();
}
