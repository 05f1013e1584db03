import type { RunCause } from "../corpus/run.ts";
import type { HeldSource } from "../corpus/store/sources.ts";

/** Crawls sources, several at a time, for as long as it is open. */
export interface Crawler {
  /** Names this process in leases and runs. */
  readonly owner: string;
  /** Begins a crawl of a source: its entries, and what is to be visited again, become due. Returns the run's id. */
  readonly begin: (source: HeldSource, cause: RunCause) => Promise<number>;
  /** Ends the crawl of a source after the visits under way; its run is `stopped`. */
  readonly stop: (sourceId: string) => Promise<void>;
  /** Ids of the sources being crawled. */
  readonly listRunning: () => readonly string[];
  /** Resolves when no source is being crawled. */
  readonly waitUntilIdle: () => Promise<void>;
  /** Stops all crawls after the visits under way and frees what they hold. */
  readonly close: () => Promise<void>;
}
