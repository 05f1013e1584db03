import {
  BasicCrawler,
  type BasicCrawlerOptions,
  Configuration,
  log,
  LogLevel,
  type IRequestManager,
  type Request,
  type RequestQueue,
} from "@crawlee/basic";
import type { RunCause, RunState } from "../../corpus/run.ts";
import { addAddresses } from "../../corpus/store/frontier/add-addresses.ts";
import { hasDue } from "../../corpus/store/frontier/find-next-due.ts";
import { releaseHost } from "../../corpus/store/frontier/leases.ts";
import { markDue } from "../../corpus/store/frontier/mark-due.ts";
import { beginRun, endRun, extendRuns } from "../../corpus/store/runs.ts";
import type { HeldSource } from "../../corpus/store/sources.ts";
import type { Crawler } from "../crawler.ts";
import { buildNewAddress } from "./build-new-address.ts";
import { type CrawlParts, formatTime } from "./crawl-parts.ts";
import { FrontierQueue, heartbeatMs } from "./frontier-queue.ts";
import { endBroken } from "./end-broken.ts";
import { handleClaim } from "./handle-claim.ts";
import { listEntries } from "./list-entries.ts";
import { planRevisit } from "./plan-revisit.ts";

/** How long a crawl waits for a host that is closed for a while before it ends, in milliseconds. */
const defaultPatienceMs = 150_000;
/** Hosts asked at once at most. */
const defaultHosts = 32;
const checkMs = 250;

export interface CrawlLimits {
  readonly patienceMs?: number;
  readonly hosts?: number;
  /** Everything is visited again, however lately it was. */
  readonly revisitAll?: boolean;
}

interface RunningCrawl {
  readonly runId: number;
  readonly source: HeldSource;
}

/** Crawls over the frontier in the store, with crawlee's BasicCrawler as executor. */
export class StoreCrawler implements Crawler {
  readonly #parts: CrawlParts;
  readonly #limits: CrawlLimits;
  readonly #queue: FrontierQueue;
  readonly #executor: BasicCrawler;
  readonly #running = new Map<string, RunningCrawl>();
  readonly #ending = new AbortController();
  readonly #finished: Promise<unknown>;
  readonly #timers: readonly NodeJS.Timeout[];
  #check: Promise<void> = Promise.resolve();
  #idle: (() => void)[] = [];

  constructor(parts: CrawlParts, limits: CrawlLimits = {}) {
    this.#parts = parts;
    this.#limits = limits;
    const { store, owner, now } = parts;
    this.#queue = new FrontierQueue({ store, owner, now, listSources: () => this.listRunning() });
    this.#executor = buildExecutor({
      queue: this.#queue,
      hosts: limits.hosts ?? defaultHosts,
      handle: (request) => this.#handle(request),
    });
    this.#finished = this.#executor.run();
    // Who waits for it sees the error; until then it must not end the process.
    this.#finished.catch((error: unknown) => this.#complain(error));
    this.#timers = [
      setInterval(() => void this.#beat(), heartbeatMs),
      setInterval(() => this.#checkSoon(), checkMs),
    ];
  }

  async begin(source: HeldSource, cause: RunCause): Promise<number> {
    const { store, now, onEvent } = this.#parts;
    const at = formatTime(now());
    const entries = listEntries(source, new Date(now())).flatMap(
      (found) => buildNewAddress(found, source, null) ?? [],
    );
    const runId = await beginRun(store, { sourceId: source.id, cause, now: at });
    const isEager = cause !== "schedule" || this.#limits.revisitAll === true;
    const again = await markDue(
      store,
      planRevisit(source.id, { now: now(), isEager, all: this.#limits.revisitAll === true }),
    );
    const due = again + (await addAddresses(store, entries, at));
    this.#running.set(source.id, { runId, source });
    onEvent({ type: "run-begun", at, runId, sourceId: source.id, cause, due });
    this.#queue.wake();
    return runId;
  }

  async stop(sourceId: string): Promise<void> {
    const crawl = this.#running.get(sourceId);
    if (crawl === undefined) return;
    this.#running.delete(sourceId);
    while (this.#queue.listBusy().has(sourceId) && !this.#ending.signal.aborted) await pause();
    await this.#end(crawl, "stopped");
  }

  listRunning(): readonly string[] {
    return [...this.#running.keys()];
  }

  async waitUntilIdle(): Promise<void> {
    if (this.#running.size === 0) return;
    await new Promise<void>((resolve) => this.#idle.push(resolve));
  }

  async close(): Promise<void> {
    const left = [...this.#running.values()];
    this.#running.clear();
    for (const timer of this.#timers) clearInterval(timer);
    await this.#check;
    await this.#queue.close();
    await this.#finished.catch(() => {});
    this.#ending.abort();
    for (const crawl of left) await this.#end(crawl, "stopped");
  }

  async #handle(request: Request): Promise<void> {
    const claim = this.#queue.getClaim(request);
    const crawl = this.#running.get(claim.sourceId);
    const { store, owner, now } = this.#parts;
    const release = (readyAt: number) =>
      releaseHost(store, { owner, host: claim.host.name, readyAt: formatTime(readyAt) });
    if (crawl === undefined) return release(now());
    const { signal } = this.#ending;
    const network = this.#parts.findNetwork(crawl.source);
    const given = { claim, ...crawl, network, signal };
    try {
      await handleClaim(given, this.#parts);
    } catch (error) {
      this.#complain(error);
      await (signal.aborted ? release(now()) : endBroken(given, error, this.#parts)).catch(
        (again: unknown) => {
          // The store itself does not answer: the lease runs out, and whoever claims it next tries again.
          this.#complain(again);
        },
      );
    }
  }

  /** One check at a time: a source has ended when nothing of it is due soon and nothing is under way. */
  #checkSoon(): void {
    this.#check = this.#check
      .then(() => this.#endCrawls())
      .catch((error: unknown) => this.#complain(error));
  }

  async #endCrawls(): Promise<void> {
    const { patienceMs = defaultPatienceMs } = this.#limits;
    for (const crawl of this.#running.values()) {
      const sourceId = crawl.source.id;
      const horizon = formatTime(this.#parts.now() + patienceMs);
      // In this order: a visit that ends in between leaves what it found due.
      if (this.#queue.listBusy().has(sourceId)) continue;
      if (await hasDue(this.#parts.store, { sourceId, horizon })) continue;
      if (!this.#running.delete(sourceId)) continue;
      await this.#end(crawl, "done");
    }
  }

  async #end({ runId, source }: RunningCrawl, state: RunState): Promise<void> {
    const at = formatTime(this.#parts.now());
    await endRun(this.#parts.store, { id: runId, state, now: at });
    this.#parts.onEvent({ type: "run-ended", at, runId, sourceId: source.id, state });
    if (this.#running.size > 0) return;
    for (const resolve of this.#idle) resolve();
    this.#idle = [];
  }

  async #beat(): Promise<void> {
    try {
      await this.#queue.extendLeases();
      const ids = [...this.#running.values()].map(({ runId }) => runId);
      await extendRuns(this.#parts.store, ids, formatTime(this.#parts.now()));
    } catch (error) {
      this.#complain(error);
    }
  }

  #complain(error: unknown): void {
    const message = error instanceof Error ? error.message : String(error);
    this.#parts.onEvent({ type: "trouble", at: formatTime(this.#parts.now()), message });
  }
}

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 20));
}

/** crawlee runs visits side by side; when, whom and whether again is the frontier's. It keeps nothing on the disk. */
function buildExecutor({
  queue,
  hosts,
  handle,
}: {
  readonly queue: FrontierQueue;
  readonly hosts: number;
  readonly handle: (request: Request) => Promise<void>;
}): BasicCrawler {
  const config = new Configuration({ persistStorage: false, purgeOnStart: false });
  const options: BasicCrawlerOptions = {
    // Asked for as a class of crawlee's own; its validator and its executor want no more than the interface.
    requestQueue: queue as IRequestManager as RequestQueue,
    requestHandler: ({ request }) => handle(request),
    requestHandlerTimeoutSecs: 900,
    maxRequestRetries: 0,
    useSessionPool: false,
    minConcurrency: Math.min(hosts, 8),
    maxConcurrency: hosts,
    autoscaledPoolOptions: {
      maybeRunIntervalSecs: 0.05,
      isFinishedFunction: () => queue.isFinished(),
    },
    statisticsOptions: { persistenceOptions: { enable: false }, logIntervalSecs: 86_400 },
    statusMessageLoggingInterval: 86_400,
    log: log.child({ level: LogLevel.OFF }),
  };
  return new BasicCrawler(options, config);
}
