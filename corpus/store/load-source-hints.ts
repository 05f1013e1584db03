import { describeUnreached, noReportHint, type SourceHint } from "../source-hint.ts";
import { loadUnreachedLists } from "./load-unreached-lists.ts";
import type { Store } from "./open-store.ts";

/** What is odd about these sources though nothing failed, in their order. */
export async function loadSourceHints(
  store: Store,
  sources: readonly string[],
): Promise<readonly { readonly sourceId: string; readonly hint: SourceHint }[]> {
  if (sources.length === 0) return [];
  const [visited, held, unreached] = await Promise.all([
    loadVisited(store, sources),
    loadHeld(store, sources),
    loadUnreachedLists(store, sources),
  ]);
  return sources.flatMap((sourceId) => {
    const isEmpty = visited.has(sourceId) && !held.has(sourceId);
    const lists = unreached.filter((list) => list.sourceId === sourceId);
    const hints = [...(isEmpty ? [noReportHint] : []), ...lists.map(describeUnreached)];
    return hints.map((hint) => ({ sourceId, hint }));
  });
}

/** Sources of which a page came. */
async function loadVisited({ db }: Store, sources: readonly string[]) {
  const rows = await db
    .selectFrom("address")
    .where("source_id", "in", [...sources])
    .where("state", "=", "done")
    .where("digest", "is not", null)
    .distinct()
    .select("source_id")
    .execute();
  return new Set(rows.map((row) => row.source_id));
}

/** Sources of which something is a report, or waits to be read. */
async function loadHeld({ db }: Store, sources: readonly string[]) {
  const rows = await db
    .selectFrom("reading")
    .innerJoin("address", "address.id", "reading.address_id")
    .where("address.source_id", "in", [...sources])
    .where("reading.state", "in", ["pending", "report"])
    .distinct()
    .select("address.source_id")
    .execute();
  return new Set(rows.map((row) => row.source_id));
}
