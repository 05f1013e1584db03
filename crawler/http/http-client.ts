import { setMaxListeners } from "node:events";
import type { PageRequest } from "../../corpus/address.ts";
import { type ClientOptions, completeOptions, type GivenOptions } from "./client-options.ts";
import { CookieJars } from "./cookie-jars.ts";
import type { Fetched, HostHabits } from "./exchange.ts";
import { buildFailure, FetchFailed } from "./fetch-failed.ts";
import { PageVisit, type VisitOptions } from "./page-visit.ts";

/** `habits` of a host of which nothing is known. */
export const noHabits: HostHabits = { tls: "strict", family: null };

/** Fetches addresses over HTTP/1.1, one connection for each request. `close` ends all that is under way. */
export class HttpClient {
  readonly #options: ClientOptions;
  readonly #jars = new CookieJars();
  readonly #underWay = new Set<AbortController>();
  #isClosed = false;

  constructor(options: ClientOptions) {
    this.#options = options;
  }

  /**
   * Fetches one address and follows its redirects on the same host. An answer of 2xx or 304, and a redirect to another
   * host, is Fetched; everything else throws FetchFailed, with the answer in `fetched` where one came. An abort throws the
   * reason of `signal`.
   */
  async fetch(request: PageRequest, options: VisitOptions): Promise<Fetched> {
    const ending = new AbortController();
    const { total } = this.#options.timeOuts;
    const timer = setTimeout(() => {
      const words = `${request.url} was not there after ${total / 1000} s.`;
      ending.abort(buildFailure("timeout", words));
    }, total);
    const { signal } = options;
    const abort = (): void => ending.abort(signal.reason);
    // One signal may stand for all fetches of a crawl.
    setMaxListeners(0, signal);
    signal.addEventListener("abort", abort);
    this.#underWay.add(ending);
    if (signal.aborted) abort();
    else if (this.#isClosed) this.#stop(ending);
    try {
      const visit = new PageVisit(this.#options, this.#jars, { ...options, signal: ending.signal });
      return await visit.fetch(request);
    } catch (error) {
      // Whatever broke by an abort, it is the abort that is told.
      throw ending.signal.aborted ? (findStop(ending.signal.reason) ?? error) : error;
    } finally {
      clearTimeout(timer);
      signal.removeEventListener("abort", abort);
      this.#underWay.delete(ending);
    }
  }

  close(): void {
    this.#isClosed = true;
    for (const ending of this.#underWay) this.#stop(ending);
  }

  #stop(ending: AbortController): void {
    ending.abort(new Error("The HTTP client was closed."));
  }
}

/** The reason of an abort, unless it is the end of all time, which is a failure like others. */
function findStop(reason: unknown): unknown {
  return reason instanceof FetchFailed ? null : reason;
}

/** A client with the given name and limits. Throws where its name is a browser's. */
export function openClient(options: GivenOptions): HttpClient {
  return new HttpClient(completeOptions(options));
}
