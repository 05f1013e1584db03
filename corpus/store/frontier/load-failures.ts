import { sql } from "kysely";
import type { FailureCause } from "../../failure.ts";
import type { Store } from "../open-store.ts";
import type { Count } from "../schema.ts";

/** How often addresses gave nothing for one cause, with one of them and what was said of it. */
export interface FailureCount {
  readonly failure: FailureCause;
  readonly count: number;
  readonly url: string;
  readonly reason: string;
  /** When the first of them is tried again, ISO 8601; null where none is. */
  readonly dueAt: string | null;
}

/** Addresses of these sources that gave nothing when they were asked last, by cause, the most frequent first. */
export async function loadFailures(
  { db }: Store,
  sources: readonly string[],
): Promise<readonly FailureCount[]> {
  if (sources.length === 0) return [];
  const rows = await db
    .selectFrom("address")
    .where("source_id", "in", [...sources])
    .where("failure", "is not", null)
    .groupBy("failure")
    .select((eb) => [
      "failure",
      sql<Count>`count(*)`.as("count"),
      eb.fn.min("request").as("request"),
      eb.fn.min("reason").as("reason"),
      sql<string | null>`min(case when state = 'due' then due_at end)`.as("due_at"),
    ])
    .execute();
  return rows
    .map((row) => ({
      failure: row.failure as FailureCause,
      count: Number(row.count),
      url: readUrl(row.request),
      reason: row.reason ?? "",
      dueAt: row.due_at,
    }))
    .toSorted((a, b) => b.count - a.count);
}

function readUrl(request: string): string {
  const { url } = JSON.parse(request) as { readonly url: string };
  return url;
}
