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

/** How many pages on the way to columns a source has. */
export async function countEntries({ db }: Store, sourceId: string): Promise<number> {
  const row = await db
    .selectFrom("address")
    .where("source_id", "=", sourceId)
    .where("role", "=", "entry")
    .select(sql<Count>`count(*)`.as("count"))
    .executeTakeFirstOrThrow();
  return Number(row.count);
}

/** Those of the keys that the frontier holds. */
export async function findKnownKeys(
  { db, traits }: Store,
  keys: readonly string[],
): Promise<ReadonlySet<string>> {
  const known = new Set<string>();
  for (let at = 0; at < keys.length; at += traits.maxBindings) {
    const some = keys.slice(at, at + traits.maxBindings);
    const rows = await db.selectFrom("address").where("key", "in", some).select("key").execute();
    for (const { key } of rows) known.add(key);
  }
  return known;
}
