import { randomBytes } from "node:crypto";
import { hostname } from "node:os";
import type { Corpus } from "../corpus/main.ts";
import type { FileLock } from "../corpus/store/file-lock.ts";
import type { HeldSource } from "../corpus/store/sources.ts";
import { findChromium } from "./browser/find-chromium.ts";
import { openRenderer, type Renderer } from "./browser/open-renderer.ts";
import type { CrawlEvent } from "./crawl/crawl-event.ts";
import { type CrawlParts, formatTime, type Network } from "./crawl/crawl-parts.ts";
import { endDeadOwners } from "./crawl/end-dead-owners.ts";
import { lockOwner } from "./crawl/owner-locks.ts";
import { type CrawlLimits, StoreCrawler } from "./crawl/store-crawler.ts";
import type { Crawler } from "./crawler.ts";
import { type HttpClient, openClient } from "./http/http-client.ts";
import { type HostResolver, resolveHost } from "./http/resolve-host.ts";
import { demoPace, type PaceBounds, politePace } from "./manners/compute-delay.ts";
import { isOwnHost } from "../corpus/is-own-host.ts";

// From a source to archived contents:
//   sources/   which places there are, and how new ones are found
//   schedule/  when they are crawled, and the worker that does it
//   crawl/     the executor: claims addresses of the frontier, visits them, writes down what came of it
//   manners/   when a host may be asked, and what it forbids
//   http/      one address over the wire, byte for byte
//   browser/   the same for pages that are made by their scripts
//   links/     where a page leads, and what of it is a report
//   portals/   how the lists of each kind of portal software are read

/** `contact` is an e-mail address for the `From` field; `chromium` the setting PLAYWRIGHT_CHROMIUM. */
export interface CrawlerOptions {
  readonly corpus: Pick<Corpus, "store" | "archive">;
  readonly userAgent: string;
  readonly contact: string | null;
  readonly chromium: string | undefined;
  /** Where the hosts of demo sources are found; null where they are not served. */
  readonly demo?: HostResolver | null;
  readonly limits?: CrawlLimits;
  readonly onEvent?: (event: CrawlEvent) => void;
}

/** Opens a crawler over the corpus. It asks for nothing before a crawl begins. */
export async function openCrawler(options: CrawlerOptions): Promise<Crawler> {
  const { corpus, onEvent = () => {}, limits } = options;
  const outside = openNetwork(options, { resolve: resolveHost, pace: politePace, isOwn: false });
  const own = openNetwork(options, { resolve: resolveHost, pace: demoPace, isOwn: true });
  const demo = openNetwork(options, {
    resolve: options.demo ?? resolveHost,
    pace: demoPace,
    isOwn: true,
  });
  const findNetwork = ({ origin, entry }: HeldSource): Network =>
    origin === "demo" ? demo : isOwnHost(entry) ? own : outside;
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

/** Fit for the name of a file. */
function nameOwner(): string {
  const name = `${hostname()}-${process.pid}-${randomBytes(6).toString("hex")}`;
  return name.replaceAll(/[^\w.-]/gu, "-");
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

interface OpenNetwork extends Network {
  readonly client: HttpClient;
  readonly close: () => Promise<void>;
}

function openNetwork(
  { userAgent, contact, chromium }: CrawlerOptions,
  {
    resolve,
    pace,
    isOwn,
  }: { readonly resolve: HostResolver; readonly pace: PaceBounds; readonly isOwn: boolean },
): OpenNetwork {
  const client = openClient({ userAgent, contact, resolve, allowPrivate: isOwn });
  const opened: { renderer: Renderer | null } = { renderer: null };
  return {
    client,
    resolve,
    pace,
    openRenderer: async () => {
      opened.renderer ??= openRenderer({ executable: findChromium(chromium), client, userAgent });
      return opened.renderer;
    },
    close: async () => {
      await opened.renderer?.close();
      client.close();
    },
  };
}
