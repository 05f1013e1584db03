import type { Store } from "../corpus/store/open-store.ts";
import type { Engine } from "../search/engine/engine.ts";
import type { Segmenter } from "../search/segmenter.ts";

/** From where to where indexing goes. */
export interface IndexTargets {
  readonly store: Store;
  readonly engine: Engine;
  readonly segmenter: Segmenter;
}

/** Hears how far a long job is; `stop` ends it between two batches. */
export interface JobWatch {
  readonly onProgress?: (done: number, total: number) => void;
  readonly stop?: AbortSignal;
}
