import type { IndexTargets, JobWatch } from "../indexer/index-targets.ts";
import { syncIndex } from "../indexer/sync-index.ts";
import type { CommandContext } from "./command.ts";
import type { Parts } from "./open-parts.ts";
import type { Progress } from "./terminal.ts";

type IndexJob = (targets: IndexTargets, watch: JobWatch) => Promise<number>;

/** Brings the index up to date with the store, with progress. Returns how many reports it learnt. */
export async function updateIndex(
  { corpus, search }: Parts,
  { terminal, stop }: CommandContext,
  job: IndexJob = syncIndex,
): Promise<number> {
  const targets = { store: corpus.store, engine: search.engine, segmenter: search.segmenter };
  const started: Progress[] = [];
  const onProgress = (done: number, total: number) => {
    if (started.length === 0) started.push(terminal.startProgress("indexing", total));
    started[0]?.advance(done);
  };
  try {
    return await job(targets, { stop, onProgress });
  } finally {
    started[0]?.finish();
  }
}
