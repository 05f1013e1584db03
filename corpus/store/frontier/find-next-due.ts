import { type ExpressionBuilder, sql } from "kysely";
import type { Store } from "../open-store.ts";
import type { Schema } from "../schema.ts";

/**
 * When the next address of these sources (null: of all) may be claimed, ISO 8601 in UTC, never later than it can be: a
 * moment that has passed where one may be had now; null where none is due. Costs one look at each host of each source.
 */
export async function findNextDue(
  { db }: Store,
  sources: readonly string[] | null,
): Promise<string | null> {
  const pairs = db
    .selectFrom("host_source")
    .innerJoin("host", "host.name", "host_source.host")
    .select(["ready_at", "paced_until", "lease_until"])
    .select((eb) =>
      selectDue(eb)
        .select(({ fn }) => fn.min("address.due_at").as("due"))
        .as("due"),
    );
  const rows = await (
    sources === null ? pairs : pairs.where("host_source.source_id", "in", [...sources])
  ).execute();
  const times = rows.flatMap(({ ready_at, paced_until, lease_until, due }) =>
    due === null ? [] : [findLast([ready_at, paced_until, lease_until, due])],
  );
  return times.reduce<string | null>(
    (first, time) => (first === null || time < first ? time : first),
    null,
  );
}

/** Whether these sources have anything that can be claimed until `horizon`, or is being visited now. */
export async function hasDue(
  { db }: Store,
  { sourceId, horizon }: { readonly sourceId: string; readonly horizon: string },
): Promise<boolean> {
  const due = await db
    .selectFrom("host_source")
    .innerJoin("host", "host.name", "host_source.host")
    .where("host_source.source_id", "=", sourceId)
    .where("host.ready_at", "<=", horizon)
    .where((eb) =>
      eb.exists(selectDue(eb).where("address.due_at", "<=", horizon).select(sql.lit(1).as("one"))),
    )
    .select("host.name")
    .limit(1)
    .executeTakeFirst();
  return due !== undefined;
}

/** What is due of a source on a host; `due` is spelt out, since the indexes hold nothing else. */
function selectDue(eb: ExpressionBuilder<Schema, "host_source">) {
  return eb
    .selectFrom("address")
    .whereRef("address.host", "=", "host_source.host")
    .whereRef("address.source_id", "=", "host_source.source_id")
    .where("address.state", "=", sql.lit("due"));
}

function findLast(times: readonly string[]): string {
  return times.reduce((last, time) => (time > last ? time : last));
}
