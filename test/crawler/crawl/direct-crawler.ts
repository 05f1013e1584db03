import { setTimeout as sleep } from "node:timers/promises";
import type { RunCause } from "../../../corpus/run.ts";
import { addAddresses } from "../../../corpus/store/frontier/add-addresses.ts";
import { claimAddress } from "../../../corpus/store/frontier/claim-address.ts";
import { findNextDue } from "../../../corpus/store/frontier/find-next-due.ts";
import { markDue } from "../../../corpus/store/frontier/mark-due.ts";
import { beginRun, endRun } from "../../../corpus/store/runs.ts";
import type { HeldSource } from "../../../corpus/store/sources.ts";
import { buildNewAddress } from "../../../crawler/crawl/build-new-address.ts";
import { type CrawlParts, formatTime } from "../../../crawler/crawl/crawl-parts.ts";
import { leaseMs } from "../../../crawler/crawl/frontier-queue.ts";
import { handleClaim } from "../../../crawler/crawl/handle-claim.ts";
import { listEntries } from "../../../crawler/crawl/list-entries.ts";
import { loadRevisit } from "../../../crawler/crawl/load-revisit.ts";
import type { Crawler } from "../../../crawler/crawler.ts";

const patienceMs = 1_000;

/**
 * Crawls source by source over the frontier, one visit after the other, without an executor that looks every so often
 * whether there is something to do: months of crawls pass in seconds.
 */
export class DirectCrawler implements Crawler {
  readonly #parts: CrawlParts;
  readonly #running = new Map<string, Promise<void>>();

  constructor(parts: CrawlParts) {
    this.#parts = parts;
  }

  get owner(): string {
    return this.#parts.owner;
  }

  async begin(source: HeldSource, cause: RunCause): Promise<number> {
    const { store, owner, now } = this.#parts;
    const entries = listEntries(source, new Date(now())).flatMap(
      (found) => buildNewAddress(found, source, null) ?? [],
    );
    const wish = { sourceId: source.id, cause, now: now(), all: false };
    const revisit = await loadRevisit(store, wish);
    if (revisit !== null) await markDue(store, revisit);
    await addAddresses(store, entries, formatTime(now()));
    const begun = { sourceId: source.id, cause, owner, now: formatTime(now()) };
    const runId = await beginRun(store, begun);
    const ended = this.#crawl(source, runId).finally(() => this.#running.delete(source.id));
    this.#running.set(source.id, ended);
    return runId;
  }

  async stop(sourceId: string): Promise<void> {
    await this.#running.get(sourceId);
  }

  listRunning(): readonly string[] {
    return [...this.#running.keys()];
  }

  async waitUntilIdle(): Promise<void> {
    await Promise.all(this.#running.values());
  }

  close(): Promise<void> {
    return this.waitUntilIdle();
  }

  async #crawl(source: HeldSource, runId: number): Promise<void> {
    const { store, owner, now, findNetwork } = this.#parts;
    const { signal } = new AbortController();
    const sources = [source.id];
    for (;;) {
      const times = { now: formatTime(now()), until: formatTime(now() + leaseMs) };
      const claim = await claimAddress(store, { owner, ...times, sources, render: null });
      if (claim !== null) {
        const given = { claim, runId, source, network: findNetwork(source), signal };
        await handleClaim(given, this.#parts);
        continue;
      }
      const next = await findNextDue(store, sources);
      const wait = next === null ? Infinity : Date.parse(next) - now();
      if (wait > patienceMs) break;
      await sleep(Math.max(1, wait));
    }
    await endRun(store, { id: runId, state: "done", now: formatTime(now()) });
  }
}
