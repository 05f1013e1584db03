import { pageRequestSchema } from "../../address.ts";
import type { Store } from "../open-store.ts";

/** A held content that its address did not give any more, not often and long enough yet to call it gone. */
export interface MissingContent {
  readonly sourceId: string;
  readonly url: string;
  /** ISO 8601 in UTC. */
  readonly since: string;
}

/** What is missing of these sources, the longest missing first. */
export async function loadMissing(
  { db }: Store,
  sources: readonly string[],
): Promise<readonly MissingContent[]> {
  if (sources.length === 0) return [];
  const rows = await db
    .selectFrom("address")
    .where("source_id", "in", [...sources])
    .where("absent_since", "is not", null)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom("visit")
            .whereRef("visit.address_id", "=", "address.id")
            .whereRef("visit.visited_at", ">=", "address.absent_since")
            .where("visit.change", "=", "gone")
            .select("visit.id"),
        ),
      ),
    )
    .orderBy("absent_since")
    .orderBy("id")
    .select(["source_id", "request", "absent_since as since"])
    .execute();
  return rows.flatMap(({ source_id: sourceId, request, since }) =>
    since === null
      ? []
      : [{ sourceId, since, url: pageRequestSchema.parse(JSON.parse(request)).url }],
  );
}
