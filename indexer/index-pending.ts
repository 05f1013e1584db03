import { loadIndexingState, loadPending, markIndexed } from "../corpus/store/indexing.ts";
import { buildSectionId } from "../search/documents/build-documents.ts";
import type { Engine } from "../search/engine/engine.ts";
import { compareReports } from "./compare-reports.ts";
import type { IndexTargets, JobWatch } from "./index-targets.ts";
import { prepareReports, type PreparedReport } from "./prepare-reports.ts";

/** Reports that go to the engine in one turn: enough that waiting for it costs little. */
const batchSize = 500;

/**
 * Compares reports that are new or changed with all others, then teaches the index every pending report. A kill at
 * any moment loses nothing: a report stays pending until the engine has it, and documents have fixed ids. Returns how
 * many reports there were.
 */
export async function indexPending(targets: IndexTargets, watch: JobWatch = {}): Promise<number> {
  const changed = await loadIndexingState(targets.store);
  // Whatever becomes another one or goes is pending: where nothing is, there is nothing to compare.
  if (changed.pending > 0) await compareReports(targets.store, watch);
  const { pending: total } = await loadIndexingState(targets.store);
  let done = 0;
  while (watch.stop?.aborted !== true) {
    const batch = await loadPending(targets.store, batchSize);
    if (batch.length === 0) break;
    const prepared = await prepareReports(targets.store, targets.simplify, batch);
    await writeBatch(targets.engine, prepared);
    await markIndexed(
      targets.store,
      prepared.map((report) => report.after),
    );
    done += batch.length;
    watch.onProgress?.(done, Math.max(total, done));
  }
  return done;
}

async function writeBatch(engine: Engine, prepared: readonly PreparedReport[]): Promise<void> {
  const changed = prepared.filter(
    ({ before, after }) => after.contentHash === null || after.contentHash !== before.contentHash,
  );
  const orphans = changed.flatMap(listOrphans);
  const gone = changed.filter(({ report }) => report === null).map(({ before }) => before.reportId);
  await Promise.all([
    engine.addDocuments(
      "sections",
      changed.flatMap(({ sections }) => sections),
    ),
    engine.addDocuments(
      "reports",
      changed.flatMap(({ report }) => report ?? []),
    ),
  ]);
  if (orphans.length > 0) await engine.deleteDocuments("sections", orphans);
  if (gone.length > 0) await engine.deleteDocuments("reports", gone);
}

/** Ids of sections that the report had and no longer has. */
function listOrphans({ before, after }: PreparedReport): readonly string[] {
  const count = Math.max(0, before.documents - after.documents);
  return Array.from({ length: count }, (_, index) =>
    buildSectionId(before.reportId, after.documents + index),
  );
}
