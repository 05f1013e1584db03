import type { Corpus } from "../corpus/main.ts";
import type { FileLock } from "../corpus/store/file-lock.ts";
import type { HeldSource } from "../corpus/store/sources.ts";
import type { CrawlEvent } from "./crawl/crawl-event.ts";
import { type CrawlParts, formatTime, type Network } from "./crawl/crawl-parts.ts";
import { endDeadOwners } from "./crawl/end-dead-owners.ts";
import { nameOwner } from "./crawl/name-owner.ts";
import { lockOwner } from "./crawl/owner-locks.ts";
import { type CrawlLimits, StoreCrawler } from "./crawl/store-crawler.ts";
import type { Crawler } from "./crawler.ts";
import { type HostResolver, resolveHost } from "./http/resolve-host.ts";
import { choosePace } from "./manners/choose-pace.ts";
import { type CrawlerName, openNetwork } from "./open-network.ts";
import { isDemoEntry } from "../corpus/is-demo-entry.ts";
import { isStranger } from "../corpus/is-stranger.ts";

// From a source to archived contents:
//   sources/   which places there are, and how new ones are found
//   schedule/  when they are crawled, and the worker that does it
//   crawl/     the executor: claims addresses of the frontier, visits them, writes down what came of it
//   manners/   when a host may be asked, and what it forbids
//   http/      one address over the wire, byte for byte
//   browser/   the same for pages that are made by their scripts
//   links/     where a page leads, and what of it is a report
//   portals/   how the lists of each kind of portal software are read

export interface CrawlerOptions extends CrawlerName {
  readonly corpus: Pick<Corpus, "store" | "archive">;
  /** Where the hosts of demo sources are found; null where they are not served. */
  readonly demo?: HostResolver | null;
  readonly limits?: CrawlLimits;
  readonly onEvent?: (event: CrawlEvent) => void;
}

/** Opens a crawler over the corpus. It asks for nothing before a crawl begins. */
export async function openCrawler(options: CrawlerOptions): Promise<Crawler> {
  const { corpus, onEvent = () => {}, limits } = options;
  const outside = openNetwork(options, { isOwn: false });
  const own = openNetwork(options, { isOwn: true });
  const demo = openNetwork(options, { isOwn: true, resolve: options.demo ?? resolveHost });
  const findNetwork = (source: HeldSource): Network => {
    const network = isDemoEntry(source) ? demo : isStranger(source) ? outside : own;
    return { ...network, pace: choosePace(source) };
  };
  const owner = nameOwner();
  const parts: CrawlParts = { ...corpus, owner, findNetwork, now: Date.now, onEvent };
  const lock = await standUp(parts);
  const crawler = new StoreCrawler(parts, limits);
  return {
    owner,
    begin: (source, cause) => crawler.begin(source, cause),
    stop: (sourceId) => crawler.stop(sourceId),
    listRunning: () => crawler.listRunning(),
    waitUntilIdle: () => crawler.waitUntilIdle(),
    close: async () => {
      try {
        await crawler.close();
        // Only now: what could not be given back is, by others, once this process has ended.
        await lock?.release();
      } finally {
        for (const network of [outside, own, demo]) await network.close();
      }
    },
  };
}

/**
 * Shows other processes that this one lives, and gives back what dead ones left; null where the archive cannot be
 * written, so that others have to wait for the end of the leases of this one.
 */
async function standUp(parts: CrawlParts): Promise<FileLock | null> {
  const tell = (error: unknown): null => {
    const message = error instanceof Error ? error.message : String(error);
    parts.onEvent({ type: "trouble", at: formatTime(parts.now()), message });
    return null;
  };
  const lock = await lockOwner(parts.archive.folder, parts.owner).catch(tell);
  await endDeadOwners(parts).catch(tell);
  return lock;
}
