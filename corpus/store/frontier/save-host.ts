import type { HostRecord } from "../../frontier.ts";
import type { Store } from "../open-store.ts";
import { buildHostRow } from "./host-row.ts";

/** Keeps what was learnt of a claimed host and gives it back; its addresses stay due. `now` is ISO 8601 in UTC. */
export async function saveHost(
  { db }: Store,
  { owner, host, now }: { readonly owner: string; readonly host: HostRecord; readonly now: string },
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const freed = await trx
      .updateTable("host")
      .set({ ...buildHostRow(host), leased_by: null, lease_until: now })
      .where("name", "=", host.name)
      .where("leased_by", "=", owner)
      .returning("name")
      .executeTakeFirst();
    if (freed === undefined || host.ip === null) return;
    await trx
      .updateTable("ip")
      .set({ lease_until: now, paced_until: host.pacedUntil })
      .where("address", "=", host.ip)
      .where("host", "=", host.name)
      .execute();
  });
}
