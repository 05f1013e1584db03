import type { HeardVisit, SourceState } from "../../corpus/source-state.ts";

/** One thing that happened. `id` is that of the last visit told, from which a listener that comes back goes on. */
export type ProgressEvent =
  | { readonly event: "visit"; readonly id: number; readonly data: HeardVisit }
  | { readonly event: "source"; readonly id: number; readonly data: SourceState };
