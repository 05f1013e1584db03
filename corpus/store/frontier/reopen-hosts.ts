import type { Store } from "../open-store.ts";

/**
 * Lets the hosts of a source be asked again after a person has looked at them: those that wanted proof of a person, were
 * lost or are left alone after failures. Their pauses stay. Returns their names; `now` is ISO 8601 in UTC.
 */
export async function reopenHosts(
  { db }: Store,
  sourceId: string,
  now: string,
): Promise<readonly string[]> {
  return db.transaction().execute(async (trx) => {
    const rows = await trx
      .updateTable("host")
      .set({ state: "open", reason: null, failures: 0, trips: 0, ready_at: now })
      .where("name", "in", (eb) =>
        eb.selectFrom("address").where("source_id", "=", sourceId).select("address.host"),
      )
      .where((eb) => eb.or([eb("state", "!=", "open"), eb("ready_at", ">", now)]))
      .returning("name")
      .execute();
    const names = rows.map(({ name }) => name);
    if (names.length === 0) return names;
    // What met the challenge was put off with its host.
    await trx
      .updateTable("address")
      .set({ due_at: now, attempts: 0 })
      .where("source_id", "=", sourceId)
      .where("state", "=", "due")
      .where("due_at", ">", now)
      .where("host", "in", names)
      .execute();
    return names;
  });
}
