import { loadHoldings } from "../corpus/store/holdings.ts";
import {
  type IndexedReport,
  loadIndexing,
  markRebuilt,
  type PendingReport,
} from "../corpus/store/indexing.ts";
import type { RebuildWriter } from "../search/engine/engine.ts";
import { compareReports } from "./compare-reports.ts";
import type { IndexTargets, JobWatch } from "./index-targets.ts";
import { prepareReports } from "./prepare-reports.ts";

const batchSize = 500;

/**
 * Builds the index anew from the store, beside the one in use, and puts it in its place in one step.
 * Returns how many reports it holds.
 */
export async function rebuildIndex(targets: IndexTargets, watch: JobWatch = {}): Promise<number> {
  await compareReports(targets.store, watch);
  const { reports: total } = await loadHoldings(targets.store);
  const states: IndexedReport[] = [];
  await targets.engine.rebuild(async (writer) => {
    let after = "";
    for (;;) {
      const batch = await loadIndexing(targets.store, after, batchSize);
      const last = batch.at(-1);
      if (last === undefined) return;
      after = last.reportId;
      states.push(...(await writeBatch(targets, writer, batch)));
      watch.onProgress?.(Math.min(states.length, total), total);
      watch.stop?.throwIfAborted();
    }
  });
  await markRebuilt(targets.store, states);
  return states.length;
}

async function writeBatch(
  { store, simplify }: IndexTargets,
  writer: RebuildWriter,
  batch: readonly PendingReport[],
): Promise<readonly IndexedReport[]> {
  const prepared = await prepareReports(store, simplify, batch);
  await writer.addDocuments(
    "sections",
    prepared.flatMap(({ sections }) => sections),
  );
  await writer.addDocuments(
    "reports",
    prepared.flatMap(({ report }) => report ?? []),
  );
  return prepared.map(({ after }) => after);
}
