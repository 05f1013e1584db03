import type { HostRecord } from "../../frontier.ts";
import type { Store } from "../open-store.ts";
import { newHostRow, readHost } from "./host-row.ts";

/** Who wants to ask a host, and until when its claim holds. Times are ISO 8601 in UTC. */
export interface HostWish {
  readonly owner: string;
  readonly host: string;
  readonly now: string;
  readonly until: string;
}

/**
 * Leases a host, of which nothing need be known yet, whatever is due there; null while another has it. Whoever gets it
 * waits for `readyAt` and `pacedUntil` by itself.
 */
export async function claimHost(
  { db }: Store,
  { owner, host, now, until }: HostWish,
): Promise<HostRecord | null> {
  await db
    .insertInto("host")
    .values({ ...newHostRow, name: host })
    .onConflict((conflict) => conflict.column("name").doNothing())
    .execute();
  const row = await db
    .updateTable("host")
    .set({ leased_by: owner, lease_until: until })
    .where("name", "=", host)
    .where("lease_until", "<=", now)
    .returningAll()
    .executeTakeFirst();
  return row === undefined ? null : readHost(row);
}
