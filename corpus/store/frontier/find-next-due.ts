import type { ExpressionBuilder } from "kysely";
import type { Store } from "../open-store.ts";
import type { Schema } from "../schema.ts";

/**
 * When the next address of these sources (null: of all) may be claimed, ISO 8601 in UTC, never later than it can be: a
 * moment that has passed where one may be had now; null where none is due. Costs one look at each host.
 */
export async function findNextDue(
  { db }: Store,
  sources: readonly string[] | null,
): Promise<string | null> {
  const rows = await db
    .selectFrom("host")
    .select((eb) => [
      "ready_at",
      "paced_until",
      "lease_until",
      selectDue(eb, sources).select("address.due_at").orderBy("address.due_at").limit(1).as("due"),
    ])
    .execute();
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
    .selectFrom("address")
    .innerJoin("host", "host.name", "address.host")
    .where("address.source_id", "=", sourceId)
    .where("address.state", "=", "due")
    .where("address.due_at", "<=", horizon)
    .where("host.ready_at", "<=", horizon)
    .select("address.id")
    .limit(1)
    .executeTakeFirst();
  return due !== undefined;
}

function selectDue(eb: ExpressionBuilder<Schema, "host">, sources: readonly string[] | null) {
  const due = eb
    .selectFrom("address")
    .whereRef("address.host", "=", "host.name")
    .where("address.state", "=", "due");
  return sources === null ? due : due.where("address.source_id", "in", [...sources]);
}

function findLast(times: readonly string[]): string {
  return times.reduce((last, time) => (time > last ? time : last));
}
