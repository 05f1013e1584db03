import type { IndexTargets, JobWatch } from "../indexer/index-targets.ts";
import { syncIndex } from "../indexer/sync-index.ts";
import type { CommandContext } from "./command.ts";
import type { Parts } from "./open-parts.ts";
import type { Progress } from "./terminal.ts";

type IndexJob = (targets: IndexTargets, watch: JobWatch) => Promise<number>;

/** Brings the index up to date with the store, with progress. Returns how many reports it learnt. */
export async function updateIndex(
  { corpus, search }: Omit<Parts, "close">,
  { terminal, stop }: CommandContext,
  job: IndexJob = syncIndex,
): Promise<number> {
  const targets = { store: corpus.store, engine: search.engine, simplify: search.simplify };
  const shown = new Map<string, Progress>();
  const show = (label: string) => (done: number, total: number) => {
    const known = shown.get(label);
    if (known === undefined) for (const before of shown.values()) before.finish();
    const progress = known ?? terminal.startProgress(label, total);
    shown.set(label, progress);
    progress.advance(done);
  };
  try {
    return await job(targets, {
      stop,
      onCompared: show("comparing"),
      onProgress: show("indexing"),
    });
  } finally {
    for (const progress of shown.values()) progress.finish();
  }
}
