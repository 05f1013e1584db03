import type { Socket } from "node:net";
import type { PageRequest } from "../../corpus/address.ts";
import { buildHttpRequest, type Validators, writeHttpRequest } from "./build-http-request.ts";
import type { ClientOptions } from "./client-options.ts";
import type { CookieJars } from "./cookie-jars.ts";
import type { Exchange, Fetched, HostHabits } from "./exchange.ts";
import { buildFailure, type FetchFailed } from "./fetch-failed.ts";
import { findRedirect, isRedirect } from "./find-redirect.ts";
import { judgeBody } from "./judge-body.ts";
import { judgeStatus } from "./judge-status.ts";
import { type Connection, openConnection } from "./open-connection.ts";
import { type ReadAnswer, readFetched } from "./read-fetched.ts";
import { type RawResponse, readResponse } from "./read-response.ts";
import type { BodyFault } from "./response-parser.ts";

export interface VisitOptions {
  readonly habits: HostHabits;
  readonly validators: Validators | null;
  /** Its reason is thrown on abort. */
  readonly signal: AbortSignal;
  /** Whether the target of a redirect on the same host may be asked for: robots.txt is the caller's. */
  readonly mayFollow?: (url: string) => Promise<boolean> | boolean;
  /** Whether a body that broke off is an answer; it is told in `cutOff` of the last exchange. */
  readonly acceptCutOff?: boolean;
}

interface Hop {
  readonly exchange: Exchange;
  readonly fault: BodyFault | null;
}

/** One fetch of one address, with the hops that it takes. */
export class PageVisit {
  readonly #client: ClientOptions;
  readonly #jars: CookieJars;
  readonly #options: VisitOptions;
  readonly #exchanges: Exchange[] = [];
  readonly #asked = new Set<string>();
  #habits: HostHabits;

  constructor(client: ClientOptions, jars: CookieJars, options: VisitOptions) {
    this.#client = client;
    this.#jars = jars;
    this.#options = options;
    this.#habits = options.habits;
  }

  async fetch(request: PageRequest): Promise<Fetched> {
    let current = { ...request, url: readAddress(request.url) };
    for (;;) {
      const hop = await this.#ask(current);
      const next = findRedirect(hop.exchange.response, current);
      const answer = await this.#read(hop, next);
      this.#exchanges.push(answer.exchange);
      if (answer.fetched.movedTo !== null) return answer.fetched;
      if (!isRedirect(answer.fetched.status)) return this.#judge(answer);
      current = await this.#follow(next, answer.fetched);
    }
  }

  async #ask(request: PageRequest): Promise<Hop> {
    const { userAgent, contact, now } = this.#client;
    const url = new URL(request.url);
    const cookie = await this.#jars.find(url);
    this.#asked.add(buildKey(request, cookie));
    const { validators } = this.#options;
    const sent = buildHttpRequest(request, { userAgent, contact, cookie, validators });
    const startedAt = new Date(now()).toISOString();
    const { socket, ip, tls } = await this.#connect(url);
    const raw = await this.#receive(socket, url, sent);
    await this.#jars.keep(url, raw.head.headers);
    const { head, body, fault, firstByteMs, totalMs } = raw;
    const response = { ...head, body, cutOff: fault?.words ?? null };
    const exchange = { url: request.url, startedAt, request: sent, response, ip, tls };
    return { exchange: { ...exchange, firstByteMs, totalMs }, fault };
  }

  async #connect(url: URL): Promise<Connection> {
    const { allowPrivate, resolve, timeOuts } = this.#client;
    const connection = await openConnection(url, {
      allowPrivate,
      resolve,
      habits: this.#habits,
      connectMs: timeOuts.connect,
      signal: this.#options.signal,
    });
    this.#habits = connection.habits;
    return connection;
  }

  #receive(socket: Socket, url: URL, sent: Exchange["request"]): Promise<RawResponse> {
    const { timeOuts, maxBytes } = this.#client;
    return readResponse(socket, {
      host: url.hostname,
      request: writeHttpRequest(sent),
      maxBytes,
      firstByteMs: timeOuts.firstByte,
      idleMs: timeOuts.idle,
      signal: this.#options.signal,
    });
  }

  #read({ exchange, fault }: Hop, next: PageRequest | null): Promise<ReadAnswer> {
    const isMove = next !== null && new URL(next.url).host !== new URL(exchange.url).host;
    return readFetched(exchange, {
      before: this.#exchanges,
      fault,
      habits: this.#habits,
      movedTo: isMove ? next.url : null,
      maxContentBytes: this.#client.maxContentBytes,
    });
  }

  #judge({ fetched, fault }: ReadAnswer): Fetched {
    const failure =
      judgeStatus(fetched, this.#client.now()) ??
      judgeBody(fetched, fault, this.#options.acceptCutOff ?? false);
    if (failure) throw failure;
    return fetched;
  }

  /** The next hop, if there is one and it may be asked for. */
  async #follow(next: PageRequest | null, fetched: Fetched): Promise<PageRequest> {
    const fail = (
      failure: "bad-response" | "redirect-loop" | "robots",
      words: string,
    ): FetchFailed => buildFailure(failure, `${fetched.url} ${words}.`, { fetched });
    if (next === null) throw fail("bad-response", "leads elsewhere without an address of the web");
    if (this.#exchanges.length > this.#client.maxRedirects)
      throw fail("redirect-loop", `leads on after ${this.#client.maxRedirects} redirects`);
    const cookie = await this.#jars.find(new URL(next.url));
    if (this.#asked.has(buildKey(next, cookie)))
      throw fail("redirect-loop", `leads back to ${next.url}`);
    if ((await this.#options.mayFollow?.(next.url)) === false)
      throw fail("robots", `leads to ${next.url}, which robots.txt forbids`);
    return next;
  }
}

/** A page asked for again with another cookie may answer otherwise; without, it leads in a circle. */
function buildKey({ method, url }: PageRequest, cookie: string | null): string {
  return `${method} ${url}\n${cookie ?? ""}`;
}

/** The address without fragment and without a name and password. Throws GiveUp where it is none of the web. */
function readAddress(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || !/^https?:$/u.test(url.protocol) || url.hostname === "")
    throw buildFailure("refusal", `“${text.slice(0, 200)}” is no address of the web.`);
  url.hash = "";
  url.username = "";
  url.password = "";
  return url.href;
}
