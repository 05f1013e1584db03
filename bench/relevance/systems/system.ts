import type { RelevanceCorpus } from "../build-corpus.ts";

/** What a system gives for a query: ids of sections, the best first, and how many it says there are. */
export interface SystemAnswer {
  readonly ids: readonly string[];
  readonly total: number;
}

/** A system that holds the corpus. */
export interface OpenSystem {
  readonly search: (q: string, size: number) => Promise<SystemAnswer>;
  readonly close: () => Promise<void>;
}

/** A search system to measure. Opening it indexes the corpus in a folder of its own, which closing deletes. */
export interface System {
  readonly name: string;
  /** @throws SystemMissing */
  readonly open: (corpus: RelevanceCorpus) => Promise<OpenSystem>;
}

/** A system is not installed; the message says how to install it. */
export class SystemMissing extends Error {
  override readonly name = "SystemMissing";
}
