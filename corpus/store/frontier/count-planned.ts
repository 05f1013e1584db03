import { sql } from "kysely";
import type { Store } from "../open-store.ts";
import type { Count } from "../schema.ts";

/** What is known of a source's addresses on one host. */
export interface PlannedAddresses {
  readonly host: string;
  readonly sourceId: string;
  /** Entries, columns, further pages of lists and frames: visited by every crawl. */
  readonly lists: number;
  /** Reports and attachments found since `youngSince`, and before. */
  readonly young: number;
  readonly old: number;
  /** Of all of them, those that are due already. */
  readonly due: number;
  /** The host's robots.txt as it is kept, and how long it takes to answer in milliseconds. */
  readonly robots: string | null;
  readonly responseMs: number | null;
}

/** Counts the addresses of sources by host, for planning. `youngSince` is ISO 8601 in UTC. */
export async function countPlanned(
  { db }: Store,
  { sources, youngSince }: { readonly sources: readonly string[]; readonly youngSince: string },
): Promise<readonly PlannedAddresses[]> {
  if (sources.length === 0) return [];
  const isList = sql`role in ('entry', 'column', 'list', 'frame')`;
  const rows = await db
    .selectFrom("address")
    .innerJoin("host", "host.name", "address.host")
    .where("address.source_id", "in", [...sources])
    .groupBy(["host.name", "host.robots", "host.response_ms", "address.source_id"])
    .orderBy("host.name")
    .orderBy("address.source_id")
    .select([
      "host.name",
      "host.robots",
      "host.response_ms",
      "address.source_id",
      sql<Count>`sum(case when ${isList} then 1 else 0 end)`.as("lists"),
      sql<Count>`sum(case when not ${isList} and found_at >= ${youngSince} then 1 else 0 end)`.as(
        "young",
      ),
      sql<Count>`sum(case when not ${isList} and found_at < ${youngSince} then 1 else 0 end)`.as(
        "old",
      ),
      sql<Count>`sum(case when address.state = 'due' then 1 else 0 end)`.as("due"),
    ])
    .execute();
  return rows.map((row) => ({
    host: row.name,
    sourceId: row.source_id,
    lists: Number(row.lists),
    young: Number(row.young),
    old: Number(row.old),
    due: Number(row.due),
    robots: row.robots,
    responseMs: row.response_ms,
  }));
}
