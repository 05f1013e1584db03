import type { BasicCrawler, Request } from "@crawlee/basic";
import type { RunCause, RunState } from "../../corpus/run.ts";
import { addAddresses } from "../../corpus/store/frontier/add-addresses.ts";
import { hasDue } from "../../corpus/store/frontier/find-next-due.ts";
import { VisitEnds } from "../../corpus/store/frontier/visit-ends.ts";
import { markDue } from "../../corpus/store/frontier/mark-due.ts";
import { beginRun, endRun, extendRuns } from "../../corpus/store/runs.ts";
import type { HeldSource } from "../../corpus/store/sources.ts";
import type { Crawler } from "../crawler.ts";
import { buildExecutor } from "./build-executor.ts";
import { buildNewAddress } from "./build-new-address.ts";
import { type CrawlParts, formatTime } from "./crawl-parts.ts";
import { FrontierQueue, heartbeatMs } from "./frontier-queue.ts";
import { endDeadOwners, leaveOwner } from "./end-dead-owners.ts";
import { findOwedPause } from "./find-owed-pause.ts";
import { handleClaim } from "./handle-claim.ts";
import { listEntries } from "./list-entries.ts";
import { loadRevisit } from "./load-revisit.ts";

/** How long a crawl waits for a host that is closed for a while before it ends, in milliseconds. */
export const defaultPatienceMs = 150_000;
/** Hosts asked at once at most. */
const defaultHosts = 32;
const checkMs = 250;
/** A crawl that is stopped lets the visits under way go on for so long, then breaks them off. Milliseconds. */
const defaultGraceMs = 5_000;
/** What was broken off ends within this, or is left behind. */
const breakMs = 10_000;

export interface CrawlLimits {
  readonly patienceMs?: number;
  readonly hosts?: number;
  readonly graceMs?: number;
  /** Everything is visited again, however lately it was. */
  readonly revisitAll?: boolean;
}

interface RunningCrawl {
  readonly runId: number;
  readonly source: HeldSource;
  /** Breaks off its visits. */
  readonly ending: AbortController;
}

/** Crawls over the frontier in the store, with crawlee's BasicCrawler as executor. */
export class StoreCrawler implements Crawler {
  readonly #parts: CrawlParts;
  readonly #limits: CrawlLimits;
  readonly #queue: FrontierQueue;
  readonly #executor: BasicCrawler;
  readonly #running = new Map<string, RunningCrawl>();
  readonly #finished: Promise<unknown>;
  readonly #timers: readonly NodeJS.Timeout[];
  #check: Promise<void> = Promise.resolve();
  #isChecking = false;
  #idle: (() => void)[] = [];
  #told: string | null = null;

  constructor(parts: CrawlParts, limits: CrawlLimits = {}) {
    this.#parts = { ...parts, visitEnds: new VisitEnds(parts.store) };
    this.#limits = limits;
    const { store, owner, now } = parts;
    const onTrouble = (error: unknown) => this.#complain(error);
    const listSources = () => this.listRunning();
    const onDue = () => void this.#executor.autoscaledPool?.notify();
    this.#queue = new FrontierQueue({ store, owner, now, listSources, onDue, onTrouble });
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

  get owner(): string {
    return this.#parts.owner;
  }

  async begin(source: HeldSource, cause: RunCause): Promise<number> {
    const { store, owner, now, onEvent } = this.#parts;
    const at = formatTime(now());
    const entries = listEntries(source, new Date(now())).flatMap(
      (found) => buildNewAddress(found, source, null) ?? [],
    );
    // Before the run: where it is known, all that it visits again is due.
    const again = await this.#markDue(source.id, cause);
    const due = again + (await addAddresses(store, entries, at));
    const runId = await beginRun(store, { sourceId: source.id, cause, owner, now: at });
    this.#running.set(source.id, { runId, source, ending: new AbortController() });
    onEvent({ type: "run-begun", at, runId, sourceId: source.id, cause, due });
    this.#queue.wake();
    return runId;
  }

  async stop(sourceId: string): Promise<void> {
    const crawl = this.#running.get(sourceId);
    if (crawl === undefined) return;
    this.#running.delete(sourceId);
    await this.#finishVisits([crawl]);
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
    try {
      await this.#queue.close();
      await this.#finishVisits(left);
      for (const crawl of left) await this.#end(crawl, "stopped");
      await leaveOwner(this.owner, this.#parts);
    } finally {
      await this.#stopExecutor();
    }
  }

  /** crawlee ends by itself when its queue has; told to stop before it has begun, it would leave timers behind. */
  async #stopExecutor(): Promise<void> {
    const ended = { is: false };
    const finished = this.#finished.catch(() => {}).finally(() => (ended.is = true));
    const abortAt = Date.now() + defaultGraceMs;
    while (!ended.is) {
      await Promise.race([finished, pause()]);
      if (!ended.is && Date.now() > abortAt) await this.#executor.autoscaledPool?.abort();
    }
  }

  /** How many addresses of a new crawl are due again. */
  async #markDue(sourceId: string, cause: RunCause): Promise<number> {
    const { store, now } = this.#parts;
    const { revisitAll: all = false } = this.#limits;
    const revisit = await loadRevisit(store, { sourceId, cause, now: now(), all });
    return revisit === null ? 0 : markDue(store, revisit);
  }

  /** Lets the visits of crawls end, and breaks them off after a while. */
  async #finishVisits(crawls: readonly RunningCrawl[]): Promise<void> {
    const { graceMs = defaultGraceMs } = this.#limits;
    const breakAt = Date.now() + graceMs;
    const isBusy = () => {
      const busy = this.#queue.listBusy();
      return crawls.some(({ source }) => busy.has(source.id));
    };
    // crawlee stops by itself at Ctrl+C: what was claimed ahead is given back by nobody else.
    for (await this.#queue.dropUnwanted(); isBusy(); await this.#queue.dropUnwanted()) {
      if (Date.now() > breakAt + breakMs) return;
      if (Date.now() > breakAt) for (const { ending } of crawls) ending.abort();
      await pause();
    }
  }

  async #handle(request: Request): Promise<void> {
    const claim = this.#queue.getClaim(request);
    const crawl = this.#running.get(claim.sourceId);
    const { now, findNetwork } = this.#parts;
    if (crawl === undefined) return this.#queue.release(claim, now());
    const { runId, source, ending } = crawl;
    const network = findNetwork(source);
    const given = { claim, runId, source, network, signal: ending.signal };
    const giveBack = () => {
      const owedMs = findOwedPause(claim.host, network.pace, now());
      return this.#queue.release(claim, now() + owedMs);
    };
    try {
      await handleClaim(given, this.#parts);
    } catch (error) {
      if (!ending.signal.aborted) this.#complain(error);
      await giveBack();
    }
  }

  /** One check at a time: a source has ended when nothing of it is due soon and nothing is under way. */
  #checkSoon(): void {
    if (this.#isChecking) return;
    this.#isChecking = true;
    this.#check = this.#endCrawls()
      .catch((error: unknown) => this.#complain(error))
      .finally(() => (this.#isChecking = false));
  }

  async #endCrawls(): Promise<void> {
    const { patienceMs = defaultPatienceMs } = this.#limits;
    for (const crawl of this.#running.values()) {
      const sourceId = crawl.source.id;
      const horizon = formatTime(this.#parts.now() + patienceMs);
      // In this order: a visit that ends in between leaves what it found due.
      if (this.#queue.listBusy().has(sourceId)) continue;
      if (await hasDue(this.#parts.store, { sourceId, horizon })) continue;
      if (this.#running.get(sourceId) !== crawl) continue;
      // Where this fails the next check tries it again.
      await this.#note(crawl, "done");
      this.#running.delete(sourceId);
      this.#tellIdle();
    }
  }

  async #end(crawl: RunningCrawl, state: RunState): Promise<void> {
    try {
      await this.#note(crawl, state);
    } finally {
      this.#tellIdle();
    }
  }

  async #note({ runId, source }: RunningCrawl, state: RunState): Promise<void> {
    const at = formatTime(this.#parts.now());
    await endRun(this.#parts.store, { id: runId, state, now: at });
    this.#parts.onEvent({ type: "run-ended", at, runId, sourceId: source.id, state });
  }

  #tellIdle(): void {
    if (this.#running.size > 0) return;
    for (const resolve of this.#idle) resolve();
    this.#idle = [];
  }

  async #beat(): Promise<void> {
    try {
      await this.#queue.extendLeases();
      const ids = [...this.#running.values()].map(({ runId }) => runId);
      await extendRuns(this.#parts.store, ids, formatTime(this.#parts.now()));
      await endDeadOwners(this.#parts);
      this.#told = null;
    } catch (error) {
      this.#complain(error);
    }
  }

  /** What breaks again and again is told once, until all went well. */
  #complain(error: unknown): void {
    const message = error instanceof Error ? error.message : String(error);
    if (message === this.#told) return;
    this.#told = message;
    this.#parts.onEvent({ type: "trouble", at: formatTime(this.#parts.now()), message });
  }
}

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 20));
}
