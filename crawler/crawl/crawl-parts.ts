import type { Archive } from "../../corpus/archive/archive.ts";
import type { VisitEnds } from "../../corpus/store/frontier/visit-ends.ts";
import type { Store } from "../../corpus/store/open-store.ts";
import type { HeldSource } from "../../corpus/store/sources.ts";
import type { Renderer } from "../browser/open-renderer.ts";
import type { HttpClient } from "../http/http-client.ts";
import type { HostResolver } from "../http/resolve-host.ts";
import type { PaceBounds } from "../manners/compute-delay.ts";
import type { CrawlEvent } from "./crawl-event.ts";

/** How the hosts of a source are reached, and how densely they are asked. */
export interface Network {
  readonly client: Pick<HttpClient, "fetch">;
  readonly resolve: HostResolver;
  /** Starts the browser at its first use. Throws BrowserMissing. */
  readonly openRenderer: () => Promise<Renderer>;
  readonly pace: PaceBounds;
}

/** What visits are made with. */
export interface CrawlParts {
  readonly store: Store;
  readonly archive: Archive;
  /** Left out where each visit is written down by itself. */
  readonly visitEnds?: VisitEnds;
  readonly findNetwork: (source: HeldSource) => Network;
  /** Names this process in leases; no other has the same. */
  readonly owner: string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly onEvent: (event: CrawlEvent) => void;
}

/** ISO 8601 in UTC. */
export function formatTime(ms: number): string {
  return new Date(ms).toISOString();
}
