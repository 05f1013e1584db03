import { loadIndexingState, markAllPending } from "../corpus/store/indexing.ts";
import { indexPending } from "./index-pending.ts";
import type { IndexTargets, JobWatch } from "./index-targets.ts";
import { rebuildIndex } from "./rebuild-index.ts";

/**
 * Makes the index agree with the store, whatever happened to either: missing indexes are made, a lost or
 * emptied engine is filled again, and documents that belong to nothing lead to a rebuild.
 */
export async function syncIndex(targets: IndexTargets, watch: JobWatch = {}): Promise<number> {
  const { store, engine } = targets;
  await engine.ensureIndexes();
  const expected = await loadIndexingState(store);
  if ((await engine.countDocuments("sections")) < expected.documents) await markAllPending(store);
  const indexed = await indexPending(targets, watch);
  if (watch.stop?.aborted === true) return indexed;
  const state = await loadIndexingState(store);
  const held = await engine.countDocuments("sections");
  if (state.pending > 0 || held === state.documents) return indexed;
  return rebuildIndex(targets, watch);
}
