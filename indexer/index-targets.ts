import type { Store } from "../corpus/store/open-store.ts";
import type { Engine } from "../search/engine/engine.ts";

/** From where to where indexing goes. */
export interface IndexTargets {
  readonly store: Store;
  readonly engine: Engine;
  readonly simplify: (text: string) => string;
}

/** Hears how far a long job is; `stop` ends it between two batches. */
export interface JobWatch {
  readonly onProgress?: (done: number, total: number) => void;
  /** Of the reports that are compared with all others before. */
  readonly onCompared?: (done: number, total: number) => void;
  readonly stop?: AbortSignal;
}
