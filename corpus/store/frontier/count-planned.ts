import { expressionBuilder, sql } from "kysely";
import type { Store } from "../open-store.ts";
import type { Count, Schema } from "../schema.ts";
import { buildRevisited, type Revisit } from "./build-revisited.ts";

/** What is known of a source's addresses on one host. */
export interface PlannedAddresses {
  readonly host: string;
  readonly sourceId: string;
  /** Entries, columns, further pages of lists and frames: visited by every crawl. */
  readonly lists: number;
  /** Reports and attachments found since `youngSince`, and before. */
  readonly young: number;
  readonly old: number;
  /** Of all of them, those that the crawl visits. */
  readonly next: number;
  /** The host's robots.txt as it is kept, and how long it takes to answer in milliseconds. */
  readonly robots: string | null;
  readonly responseMs: number | null;
}

/**
 * A crawl of a source that is to come: what it visits again (null: nothing), and until when an address and its host must
 * be ready to be visited by it. Times are ISO 8601 in UTC.
 */
export interface PlannedCrawl {
  readonly sourceId: string;
  readonly revisit: Revisit | null;
  readonly horizon: string;
  readonly youngSince: string;
}

/** Counts the addresses of a source by host, for planning; those visited by the rule of `markDue`. */
export async function countPlanned(
  { db }: Store,
  crawl: PlannedCrawl,
): Promise<readonly PlannedAddresses[]> {
  const isList = sql`role in ('entry', 'column', 'list', 'frame')`;
  const rows = await db
    .selectFrom("address")
    .innerJoin("host", "host.name", "address.host")
    .where("address.source_id", "=", crawl.sourceId)
    .groupBy(["host.name", "host.robots", "host.response_ms"])
    .orderBy("host.name")
    .select([
      "host.name",
      "host.robots",
      "host.response_ms",
      sql<Count>`sum(case when ${isList} then 1 else 0 end)`.as("lists"),
      sql<Count>`sum(case when not ${isList} and found_at >= ${crawl.youngSince} then 1 else 0 end)`.as(
        "young",
      ),
      sql<Count>`sum(case when not ${isList} and found_at < ${crawl.youngSince} then 1 else 0 end)`.as(
        "old",
      ),
      sql<Count>`sum(case when ${buildVisited(crawl)} then 1 else 0 end)`.as("next"),
    ])
    .execute();
  return rows.map((row) => ({
    host: row.name,
    sourceId: crawl.sourceId,
    lists: Number(row.lists),
    young: Number(row.young),
    old: Number(row.old),
    next: Number(row.next),
    robots: row.robots,
    responseMs: row.response_ms,
  }));
}

/** What is due by then or made due, where its host may be asked. */
function buildVisited({ revisit, horizon }: PlannedCrawl) {
  const eb = expressionBuilder<Schema, "address" | "host">();
  const isDue = eb.and([eb("address.state", "=", "due"), eb("address.due_at", "<=", horizon)]);
  const isVisited = revisit === null ? isDue : eb.or([isDue, buildRevisited(revisit)]);
  return eb.and([eb("host.ready_at", "<=", horizon), isVisited]);
}
