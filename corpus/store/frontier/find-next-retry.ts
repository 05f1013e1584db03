import { sql } from "kysely";
import type { Store } from "../open-store.ts";

/** Hosts that wait for a person are ready then. */
const endOfTime = "9999";

/**
 * When the first address of a source that is still due may be asked for, ISO 8601 in UTC, by its own wait and that of
 * its host; null where nothing is due, or only on hosts that wait for a person.
 */
export async function findNextRetry({ db }: Store, sourceId: string): Promise<string | null> {
  const rows = await db
    .selectFrom("host_source")
    .innerJoin("host", "host.name", "host_source.host")
    .where("host_source.source_id", "=", sourceId)
    .where("host.ready_at", "<", endOfTime)
    .select((eb) => [
      "host.ready_at",
      eb
        .selectFrom("address")
        .whereRef("address.host", "=", "host_source.host")
        .whereRef("address.source_id", "=", "host_source.source_id")
        .where("address.state", "=", sql.lit("due"))
        .select(({ fn }) => fn.min("address.due_at").as("due"))
        .as("due"),
    ])
    .execute();
  const times = rows.flatMap(({ ready_at, due }) =>
    due === null ? [] : [due > ready_at ? due : ready_at],
  );
  return times.toSorted()[0] ?? null;
}
