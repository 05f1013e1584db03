import { sql } from "kysely";
import type { FrontierCounts } from "../../frontier.ts";
import type { Store } from "../open-store.ts";
import type { Count } from "../schema.ts";

/** How many addresses of these sources (null: of all) are due, done and failed for good. */
export async function countFrontier(
  { db }: Store,
  sources: readonly string[] | null,
): Promise<FrontierCounts> {
  const all = db.selectFrom("address");
  const rows = await (sources === null ? all : all.where("source_id", "in", [...sources]))
    .groupBy("state")
    .select(["state", sql<Count>`count(*)`.as("count")])
    .execute();
  const count = (state: string) => Number(rows.find((row) => row.state === state)?.count ?? 0);
  return { due: count("due"), done: count("done"), failed: count("failed") };
}

/**
 * When the next address of these sources (null: of all) can be claimed, ISO 8601 in UTC: a moment that has passed
 * where one can now; null where none is due at any open host.
 */
export async function findNextDue(
  { db }: Store,
  sources: readonly string[] | null,
): Promise<string | null> {
  const due = db
    .selectFrom("address")
    .innerJoin("host", "host.name", "address.host")
    .where("address.state", "=", "due")
    .where("host.state", "=", "open");
  const rows = await (sources === null ? due : due.where("address.source_id", "in", [...sources]))
    .groupBy(["host.name", "host.ready_at", "host.paced_until", "host.lease_until"])
    .select((eb) => [
      "host.ready_at",
      "host.paced_until",
      "host.lease_until",
      eb.fn.min("address.due_at").as("due_at"),
    ])
    .execute();
  const times = rows.map((row) =>
    findLast([row.ready_at, row.paced_until, row.lease_until, row.due_at]),
  );
  return times.reduce<string | null>(
    (first, time) => (first === null || time < first ? time : first),
    null,
  );
}

function findLast(times: readonly string[]): string {
  return times.reduce((last, time) => (time > last ? time : last));
}
