import { setTimeout } from "node:timers/promises";
import type { PageRequest } from "../../corpus/address.ts";
import type { Fetched, HostHabits } from "../http/exchange.ts";
import { buildFailure, FetchFailed } from "../http/fetch-failed.ts";
import { type HttpClient, noHabits } from "../http/http-client.ts";
import type { RenderLimits, RenderOptions } from "./render-options.ts";

interface FetchParts {
  readonly client: Pick<HttpClient, "fetch">;
  readonly limits: RenderLimits;
  readonly render: RenderOptions;
  /** Ends with the page. */
  readonly signal: AbortSignal;
}

/** Redirects to other hosts within the scope. */
const mostHosts = 3;

/**
 * Asks hosts for what one page wants: one request at a time for each host, with the pause between them, and no more than
 * the limits allow.
 */
export class PageFetches {
  readonly #parts: FetchParts;
  readonly #turns = new Map<string, Promise<unknown>>();
  readonly #habits = new Map<string, HostHabits>();
  /** When hosts answered last, by `performance.now()`. */
  readonly #answered = new Map<string, number>();
  #asked = 0;
  #bytes = 0;
  #requests = 0;
  #pausedMs = 0;

  constructor(parts: FetchParts) {
    this.#parts = parts;
  }

  /** What was asked of hosts, redirects included. */
  get requests(): number {
    return this.#requests;
  }

  /** How long the page has waited for pauses. */
  get pausedMs(): number {
    return this.#pausedMs;
  }

  /** The address that is rendered. Throws what the client throws. */
  fetchFirst(request: PageRequest): Promise<Fetched> {
    this.#habits.set(new URL(request.url).host, this.#parts.render.habits);
    return this.#fetch(request);
  }

  /** What the page asks for further. Throws what the client throws, and GiveUp where the limits are reached. */
  async fetchFurther(request: PageRequest): Promise<Fetched> {
    if (++this.#asked > this.#parts.limits.mostRequests) throw buildExcess();
    const { host } = new URL(request.url);
    const turn = (this.#turns.get(host) ?? Promise.resolve()).then(async () => {
      await this.#pause(host);
      // Not before its turn: what was asked for at once has come only now.
      if (this.#bytes > this.#parts.limits.mostBytes) throw buildExcess();
      return this.#fetchCounted(request);
    });
    this.#turns.set(
      host,
      turn.catch(() => undefined),
    );
    return turn;
  }

  async #fetchCounted(request: PageRequest): Promise<Fetched> {
    const fetched = await this.#fetch(request);
    this.#bytes += fetched.content.byteLength;
    return fetched;
  }

  /** The answer of the host that a request ends at, where redirects to other hosts stay in the scope. */
  async fetchWherever(request: PageRequest): Promise<Fetched> {
    let fetched = await this.fetchFurther(request);
    for (let hosts = 0; fetched.movedTo !== null; hosts++) {
      if (hosts >= mostHosts || !(await this.#parts.render.mayFetch(fetched.movedTo)))
        throw buildFailure("out-of-scope", `${request.url} leads out of the source's hosts.`);
      fetched = await this.fetchFurther({
        ...request,
        url: fetched.movedTo,
        method: "GET",
        body: null,
      });
    }
    return fetched;
  }

  async #pause(host: string): Promise<void> {
    const { render, signal } = this.#parts;
    const readyAt = (this.#answered.get(host) ?? -Infinity) + (render.pauseMs ?? 0);
    const from = performance.now();
    // Timers may ring a moment too early.
    for (let now = from; now < readyAt; now = performance.now()) {
      await setTimeout(Math.ceil(readyAt - now), null, { signal }).catch(() => {});
      signal.throwIfAborted();
    }
    this.#pausedMs += performance.now() - from;
  }

  async #fetch(request: PageRequest): Promise<Fetched> {
    const { client, render, signal } = this.#parts;
    signal.throwIfAborted();
    const { host } = new URL(request.url);
    const { mayFollow } = render;
    try {
      const fetched = await client.fetch(request, {
        habits: this.#habits.get(host) ?? noHabits,
        validators: null,
        signal,
        ...(mayFollow === undefined ? {} : { mayFollow }),
      });
      this.#requests += fetched.exchanges.length;
      this.#habits.set(host, fetched.habits);
      return fetched;
    } catch (error) {
      this.#requests += error instanceof FetchFailed ? (error.fetched?.exchanges.length ?? 1) : 1;
      throw error;
    } finally {
      this.#answered.set(host, performance.now());
    }
  }
}

function buildExcess(): FetchFailed {
  return buildFailure("too-large", "The page asks for more than is fetched for one page.");
}
