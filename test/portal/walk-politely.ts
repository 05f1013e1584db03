import { createHash } from "node:crypto";
import {
  buildRequest,
  type FoundAddress,
  noHints,
  noTrail,
  type PageRequest,
} from "../../corpus/address.ts";
import type { FailureCause } from "../../corpus/failure.ts";
import type { Source } from "../../corpus/source.ts";
import type { TimeOuts } from "../../crawler/http/client-options.ts";
import { defaultTimeOuts } from "../../crawler/http/client-options.ts";
import { decodePage } from "../../crawler/http/decode-page.ts";
import type { Fetched, HostHabits } from "../../crawler/http/exchange.ts";
import { FetchFailed } from "../../crawler/http/fetch-failed.ts";
import { findPageRedirect } from "../../crawler/http/find-page-redirect.ts";
import { type HttpClient, noHabits, openClient } from "../../crawler/http/http-client.ts";
import { buildRequestKey } from "../../crawler/links/canonicalize-address.ts";
import { findAddresses } from "../../crawler/links/find-addresses.ts";
import { isInScope } from "../../crawler/links/is-in-scope.ts";
import {
  describeMissingPage,
  isMissingPage,
  type MissingSignature,
} from "../../crawler/links/missing-page.ts";
import { detectChallenge } from "../../crawler/manners/detect-challenge.ts";
import { parseRobots, type RobotsRules } from "../../crawler/manners/parse-robots.ts";
import { buildRobotsRecord } from "../../crawler/manners/robots-record.ts";
import type { RunningPortals } from "../../demo/portal/start-portals.ts";
import type { VirtualClock } from "./virtual-clock.ts";

/** What came of an address. */
export interface Visited {
  readonly role: FoundAddress["role"];
  readonly digest: string;
  readonly habits: HostHabits;
  readonly fault: string | null;
}

/** `came` and `failed` are by key of the address; `stopped` is why nothing more was asked, null where nothing was. */
export interface PoliteWalk {
  readonly came: ReadonlyMap<string, Visited>;
  readonly failed: ReadonlyMap<string, FailureCause>;
  readonly stopped: FailureCause | null;
}

export interface WalkOptions {
  readonly portals: Pick<RunningPortals, "resolve">;
  readonly clock: VirtualClock;
  readonly timeOuts?: Partial<TimeOuts>;
  readonly maxBytes?: number;
}

const pauseMs = 3_000;
/** How long a host is left alone that asks for patience without saying for how long. */
const patienceMs = 900_000;
const mostTries = 3;
const mostPages = 60;

/** Walks a source with the parts of the crawler: its client, its manners, its links. Throws where it does not end. */
export async function walkPolitely(source: Source, options: WalkOptions): Promise<PoliteWalk> {
  const walker = new Walker(source, options);
  try {
    return await walker.run();
  } finally {
    walker.close();
  }
}

class Walker {
  readonly #source: Source;
  readonly #clock: VirtualClock;
  readonly #client: HttpClient;
  readonly #robots = new Map<string, RobotsRules>();
  readonly #missing = new Map<string, MissingSignature>();
  readonly #came = new Map<string, Visited>();
  readonly #failed = new Map<string, FailureCause>();
  readonly #queue: FoundAddress[];
  #habits = noHabits;
  #stopped: FailureCause | null = null;

  constructor(source: Source, { portals, clock, timeOuts, maxBytes = 1_000_000 }: WalkOptions) {
    this.#source = source;
    this.#clock = clock;
    this.#client = openClient({
      userAgent: "GongkaiBot/test (+https://gongkai.test/bot)",
      allowPrivate: true,
      resolve: portals.resolve,
      now: clock.now,
      maxBytes,
      timeOuts: { ...defaultTimeOuts, ...timeOuts },
    });
    const request = buildRequest(source.entry);
    this.#queue = [{ request, role: "entry", hints: noHints, trail: noTrail }];
  }

  close(): void {
    this.#client.close();
  }

  async run(): Promise<PoliteWalk> {
    for (let found = this.#queue.shift(); found; found = this.#queue.shift()) {
      const key = buildRequestKey(found.request);
      if (key === null || this.#came.has(key) || this.#failed.has(key)) continue;
      if (this.#came.size + this.#failed.size >= mostPages)
        throw new Error(`The walk of ${this.#source.id} does not end.`);
      const failure = await this.#visit(found, key);
      if (failure !== null) this.#failed.set(key, failure);
      if (this.#stopped !== null) break;
    }
    return { came: this.#came, failed: this.#failed, stopped: this.#stopped };
  }

  async #visit(found: FoundAddress, key: string): Promise<FailureCause | null> {
    const { url } = found.request;
    if (!isInScope(url, this.#source)) return this.#stop("domain-lost");
    const rules = await this.#readRobots(url);
    const verdict = rules.judge(url);
    if (verdict === "unknown") return this.#stop("robots-unreachable");
    if (verdict === "forbidden") return "robots";
    const first = await this.#fetchPatiently(found.request, rules);
    if (typeof first === "string") return first;
    const fetched = await this.#askAgain(first, found.request, rules);
    if (typeof fetched === "string") return fetched;
    const { text } = decodePage(fetched);
    const isChallenge = detectChallenge(fetched, text) !== null;
    if (isChallenge) return this.#stop("challenge");
    const next = fetched.movedTo ?? findPageRedirect(text, fetched.url);
    if (next !== null) {
      this.#queue.unshift({ ...found, request: buildRequest(next) });
      return null;
    }
    if (await this.#isMissing(fetched, text)) return "soft-404";
    this.#keep(key, found, fetched);
    const page = { ...found, url: fetched.url, mediaType: fetched.mediaType, text };
    this.#queue.push(...findAddresses(page).filter(({ request }) => this.#isOwn(request)));
    return null;
  }

  /** A page that says that it does not exist may only say so after a burst of requests. */
  async #askAgain(
    first: Fetched,
    request: PageRequest,
    rules: RobotsRules,
  ): Promise<Fetched | FailureCause> {
    const { text } = decodePage(first);
    if (detectChallenge(first, text) !== null || !(await this.#isMissing(first, text)))
      return first;
    this.#clock.wait(patienceMs);
    return this.#fetchPatiently(request, rules);
  }

  #isOwn({ url }: PageRequest): boolean {
    return isInScope(url, this.#source);
  }

  #keep(key: string, { role }: FoundAddress, { content, exchanges, habits }: Fetched): void {
    const digest = createHash("sha256").update(content).digest("hex");
    const fault = exchanges.at(-1)?.tls?.fault ?? null;
    this.#came.set(key, { role, digest, habits, fault });
  }

  #stop(cause: FailureCause): FailureCause {
    this.#stopped = cause;
    return cause;
  }

  async #fetchPatiently(request: PageRequest, rules: RobotsRules): Promise<Fetched | FailureCause> {
    let cause: FailureCause = "timeout";
    for (let tries = 0; tries < mostTries; tries++) {
      this.#clock.wait(Math.max(pauseMs, rules.crawlDelayMs ?? 0));
      const outcome = await this.#fetch(request, (url) => rules.judge(url) === "allowed");
      if (!(outcome instanceof FetchFailed)) return outcome;
      cause = outcome.failure;
      const { fetched, waitMs, next } = outcome;
      const text = fetched === null ? "" : decodePage(fetched).text;
      if (fetched !== null && detectChallenge(fetched, text) !== null)
        return this.#stop("challenge");
      const isAsked = cause === "too-many-requests";
      if (next !== "retry" && waitMs === null && !isAsked) return cause;
      this.#clock.wait(waitMs ?? (isAsked ? patienceMs : 0));
    }
    return cause;
  }

  async #fetch(
    request: PageRequest,
    mayFollow: (url: string) => boolean,
  ): Promise<Fetched | FetchFailed> {
    const { signal } = new AbortController();
    try {
      const options = { habits: this.#habits, validators: null, signal, mayFollow };
      const fetched = await this.#client.fetch(request, options);
      this.#habits = fetched.habits;
      return fetched;
    } catch (error) {
      if (error instanceof FetchFailed) return error;
      throw error;
    }
  }

  async #readRobots(url: string): Promise<RobotsRules> {
    const { origin } = new URL(url);
    const known = this.#robots.get(origin);
    if (known) return known;
    const outcome = await this.#fetch(buildRequest(`${origin}/robots.txt`), () => true);
    const fetched = outcome instanceof FetchFailed ? outcome.fetched : outcome;
    const rules = parseRobots(
      buildRobotsRecord({
        status: fetched?.status ?? null,
        body: fetched?.content ?? null,
        fetchedAt: this.#clock.now(),
      }),
    );
    this.#robots.set(origin, rules);
    return rules;
  }

  async #isMissing({ url, status, mediaType }: Fetched, text: string): Promise<boolean> {
    if (mediaType !== "text/html") return false;
    const { origin } = new URL(url);
    const known = this.#missing.get(origin) ?? (await this.#learnMissing(origin));
    this.#missing.set(origin, known);
    return isMissingPage({ text, status }, [known]);
  }

  async #learnMissing(origin: string): Promise<MissingSignature> {
    const rules = await this.#readRobots(origin);
    const address = `${origin}/no-such-page-7f3a.html`;
    if (rules.judge(address) !== "allowed") return describeMissingPage("");
    this.#clock.wait(Math.max(pauseMs, rules.crawlDelayMs ?? 0));
    const outcome = await this.#fetch(buildRequest(address), () => true);
    const fetched = outcome instanceof FetchFailed ? outcome.fetched : outcome;
    return describeMissingPage(fetched === null ? "" : decodePage(fetched).text);
  }
}
