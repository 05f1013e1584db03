import { Request, type IRequestManager } from "@crawlee/basic";
import type { Claim } from "../../corpus/frontier.ts";
import { claimAddress } from "../../corpus/store/frontier/claim-address.ts";
import { findNextDue } from "../../corpus/store/frontier/find-next-due.ts";
import { extendLeases, releaseHost } from "../../corpus/store/frontier/leases.ts";
import type { Store } from "../../corpus/store/open-store.ts";
import { formatTime } from "./crawl-parts.ts";

/** How long a claim holds without a sign of life, and how often one is given, in milliseconds. */
export const leaseMs = 120_000;
export const heartbeatMs = 20_000;
/** The frontier is asked again at the latest after this: another process may have added to it. */
const longestPauseMs = 1_000;
const shortestPauseMs = 10;

interface QueueParts {
  readonly store: Store;
  readonly owner: string;
  readonly now: () => number;
  /** The sources that are being crawled. */
  readonly listSources: () => readonly string[];
  /** An address has become due: whoever runs visits should ask. */
  readonly onDue: () => void;
  /** The store does not answer, or something else broke: it is tried again. */
  readonly onTrouble: (error: unknown) => void;
}

/**
 * The frontier as crawlee's queue of requests: an address is ready when its host may be asked. A claim is made ahead, so
 * that crawlee's question whether there is something to do and the answer are one.
 */
export class FrontierQueue implements IRequestManager {
  readonly #parts: QueueParts;
  readonly #claims = new Map<string, Claim>();
  /** Hosts that could not be given back yet, and from when on they may be asked. */
  readonly #left = new Map<string, string>();
  #ahead: Claim | null = null;
  #filling: Promise<void> | null = null;
  #closed = false;
  #alarm: NodeJS.Timeout | null = null;
  #askAt = 0;
  #handled = 0;

  constructor(parts: QueueParts) {
    this.#parts = parts;
  }

  /** The claim behind a request of this queue. */
  getClaim(request: Request): Claim {
    const claim = this.#claims.get(request.uniqueKey);
    if (claim === undefined) throw new TypeError(`not a request of this queue: ${request.url}`);
    return claim;
  }

  /** Ask the frontier at once: an address became due or a host free. */
  wake(): void {
    this.#askAt = 0;
  }

  /** Gives a claim back unvisited; where the store does not answer, later. `readyAt` is in milliseconds since 1970. */
  async release({ host }: Claim, readyAt: number): Promise<void> {
    this.#left.set(host.name, formatTime(readyAt));
    await this.#releaseLeft().catch(this.#parts.onTrouble);
  }

  /** Gives back what was claimed ahead for a source that is not crawled any more. */
  async dropUnwanted(): Promise<void> {
    const claim = this.#ahead;
    if (claim === null) return;
    if (!this.#closed && this.#parts.listSources().includes(claim.sourceId)) return;
    this.#ahead = null;
    await this.release(claim, this.#parts.now());
  }

  /** Sources with an address being visited or claimed ahead. */
  listBusy(): ReadonlySet<string> {
    const claims = [...this.#claims.values(), ...(this.#ahead === null ? [] : [this.#ahead])];
    return new Set(claims.map(({ sourceId }) => sourceId));
  }

  /** Gives no more addresses and gives back what was claimed ahead. */
  async close(): Promise<void> {
    this.#closed = true;
    if (this.#alarm !== null) clearTimeout(this.#alarm);
    await this.#filling;
    await this.dropUnwanted();
  }

  async extendLeases(): Promise<void> {
    const { store, owner, now } = this.#parts;
    await this.#releaseLeft();
    await extendLeases(store, { owner, until: formatTime(now() + leaseMs) });
  }

  /** Never throws: crawlee would end for good, and a store that is locked now answers later. */
  async isEmpty(): Promise<boolean> {
    // One at a time: a claim that another overwrites would be lost, and its host with it.
    this.#filling ??= this.#fill().finally(() => {
      this.#filling = null;
    });
    await this.#filling;
    return this.#ahead === null;
  }

  async isFinished(): Promise<boolean> {
    return this.#closed && this.#claims.size === 0;
  }

  async fetchNextRequest<T extends Record<string, unknown>>(): Promise<Request<T> | null> {
    if (await this.isEmpty()) return null;
    const claim = this.#ahead;
    this.#ahead = null;
    if (claim === null) return null;
    const uniqueKey = String(claim.id);
    this.#claims.set(uniqueKey, claim);
    return new Request<T>({ url: claim.request.url, uniqueKey, noRetry: true });
  }

  async markRequestHandled(request: Request): Promise<null> {
    this.#claims.delete(request.uniqueKey);
    this.#handled += 1;
    this.wake();
    return null;
  }

  /** Nothing is tried again at once: when it is due again stands in the frontier. */
  async reclaimRequest(request: Request): Promise<null> {
    await this.markRequestHandled(request);
    return null;
  }

  async handledCount(): Promise<number> {
    return this.#handled;
  }

  getTotalCount(): number {
    return this.#handled + this.#claims.size;
  }

  getPendingCount(): number {
    return this.#claims.size;
  }

  async addRequest(): Promise<never> {
    throw new TypeError("addresses enter the frontier with the end of a visit");
  }

  async addRequestsBatched(): Promise<never> {
    return this.addRequest();
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Request> {
    for (let next = await this.fetchNextRequest(); next; next = await this.fetchNextRequest()) {
      yield next;
    }
  }

  async #fill(): Promise<void> {
    await this.dropUnwanted();
    if (this.#ahead !== null) return;
    const sources = this.#parts.listSources();
    if (this.#closed || sources.length === 0 || this.#parts.now() < this.#askAt) return;
    try {
      await this.#releaseLeft();
      this.#ahead = await this.#claim(sources);
    } catch (error) {
      this.#askAt = this.#parts.now() + longestPauseMs;
      this.#parts.onTrouble(error);
    }
    await this.dropUnwanted();
  }

  async #claim(sources: readonly string[]): Promise<Claim | null> {
    const { store, owner, now } = this.#parts;
    const at = now();
    const times = { now: formatTime(at), until: formatTime(at + leaseMs) };
    const claim = await claimAddress(store, { owner, ...times, sources, render: null });
    if (claim !== null) return claim;
    const next = await findNextDue(store, sources);
    const wait = next === null ? longestPauseMs : Date.parse(next) - now();
    this.#ringAfter(Math.min(Math.max(wait, shortestPauseMs), longestPauseMs));
    return null;
  }

  /** crawlee itself asks every now and then, which would add to every pause. */
  #ringAfter(wait: number): void {
    this.#askAt = this.#parts.now() + wait;
    if (this.#alarm !== null) clearTimeout(this.#alarm);
    this.#alarm = setTimeout(this.#parts.onDue, wait + 1);
  }

  async #releaseLeft(): Promise<void> {
    const { store, owner } = this.#parts;
    for (const [host, readyAt] of this.#left) {
      await releaseHost(store, { owner, host, readyAt });
      this.#left.delete(host);
    }
  }
}
