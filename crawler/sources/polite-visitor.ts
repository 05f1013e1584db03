import type { FailureCause } from "../../corpus/failure.ts";
import type { HostRecord, HostState } from "../../corpus/frontier.ts";
import { countRequests } from "../browser/count-requests.ts";
import type { Rendered } from "../browser/rendered.ts";
import { decodePage } from "../http/decode-page.ts";
import { parseHostNotes, parseHostRobots } from "../crawl/host-notes.ts";
import type { Fetched } from "../http/exchange.ts";
import { buildFailure, FetchFailed } from "../http/fetch-failed.ts";
import { findPageRedirect } from "../http/find-page-redirect.ts";
import { isInScope } from "../links/is-in-scope.ts";
import { isMissingPage } from "../links/missing-page.ts";
import { averageResponse } from "../manners/average-response.ts";
import { computeRest, politePace } from "../manners/compute-delay.ts";
import { detectChallenge } from "../manners/detect-challenge.ts";
import { judgeHost, untilLookedAt } from "../manners/judge-host.ts";
import { parseRobots, type RobotsRules } from "../manners/parse-robots.ts";
import { buildRobotsRecord } from "../manners/robots-record.ts";
import { type AskedHosts, openOwnHosts } from "./asked-hosts.ts";
import { buildEntryKey } from "./build-entry-key.ts";
import { keepVisit, type VisitKeeping } from "./keep-visit.ts";
import { type Asking, type FetchDeps, openFetch, type VisitScope } from "./open-fetch.ts";

/** `wait` takes milliseconds, `now` is the clock in milliseconds since 1970. */
export interface VisitorDeps extends FetchDeps {
  readonly wait: (ms: number) => Promise<void>;
  readonly now: () => number;
  /** Left out where nothing is kept. */
  readonly keeping?: VisitKeeping;
  /** Left out where nobody else asks them. */
  readonly hosts?: AskedHosts;
}

/** A page as it was shown in the end: `url` is where it lay. */
export interface VisitedPage {
  readonly url: string;
  readonly text: string;
  readonly mediaType: string;
}

const mostHops = 5;
/** A host that asks for more patience than this is not waited for. */
const longestWaitMs = 60_000;

/**
 * Asks for one page after the other, of a few hosts and without their addresses in the frontier: robots.txt first, the
 * pause of every host between its requests, nothing more of one that asks for proof of a person or keeps failing.
 */
export class PoliteVisitor {
  readonly #deps: VisitorDeps;
  readonly #hosts: AskedHosts;
  readonly #robots = new Map<string, RobotsRules>();
  readonly #lastFailures = new Map<string, FetchFailed>();

  constructor(deps: VisitorDeps) {
    this.#deps = deps;
    this.#hosts = deps.hosts ?? openOwnHosts(deps.now);
  }

  /**
   * The page at an address, after redirects within the scope, those of pages among them. A connection that broke off is
   * tried once more. Throws FetchFailed, and the reason of an abort.
   */
  async fetchPage(url: string, scope: VisitScope): Promise<VisitedPage> {
    try {
      return await this.#follow(url, scope);
    } catch (error) {
      if (!(error instanceof FetchFailed) || error.next !== "retry") throw error;
      return this.#follow(url, scope);
    }
  }

  async #follow(url: string, scope: VisitScope): Promise<VisitedPage> {
    const asked = new Set<string>();
    let target = url;
    while (asked.size <= mostHops && !asked.has(target)) {
      if (!isInScope(target, scope)) throw buildStray(url, target, scope);
      asked.add(target);
      const fetched = await this.#visit(target, scope);
      const { text } = decodePage(fetched);
      // A browser has followed what its page says.
      const isShown = "rendered" in fetched && fetched.rendered;
      const next = fetched.movedTo ?? (isShown ? null : findPageRedirect(text, fetched.url));
      if (next === null) return readPage(fetched, text);
      target = next;
    }
    throw buildFailure("redirect-loop", `${url} leads on and on, at last to ${target}.`);
  }

  async #visit(url: string, scope: VisitScope): Promise<Fetched | Rendered> {
    const robots = await this.#loadRobots(url, scope);
    const verdict = robots.judge(url);
    if (verdict === "forbidden")
      throw buildFailure("robots", `robots.txt of ${new URL(url).host} forbids ${url}.`);
    if (verdict === "unknown") throw buildUnreadable(url);
    return this.#ask(url, { scope, robots });
  }

  async #loadRobots(url: string, scope: VisitScope): Promise<RobotsRules> {
    const { now } = this.#deps;
    const { host: name } = new URL(url);
    const own = this.#robots.get(name) ?? (await this.#readRobots(url));
    const robots = own && own.freshUntil > now() ? own : await this.#fetchRobots(url, scope);
    this.#robots.set(name, robots);
    return robots;
  }

  /** Those that another has asked for; null where they are too old. */
  async #readRobots(url: string): Promise<RobotsRules | null> {
    const host = await this.#hosts.take(url);
    await this.#hosts.give(host);
    return parseHostRobots(host, this.#deps.now());
  }

  async #fetchRobots(url: string, scope: VisitScope): Promise<RobotsRules> {
    const { now } = this.#deps;
    const { status, body } = await this.#askRobots(new URL("/robots.txt", url).href, scope);
    const record = buildRobotsRecord({ status, body, fetchedAt: now() });
    const robots = parseRobots(record);
    const host = await this.#hosts.take(url);
    const learnt = { ...host, robots: JSON.stringify(record) };
    const failed = robots.judge(url) === "unknown" ? buildUnreadable(url) : null;
    // The pause that it asks for begins with itself.
    const isTelling = failed !== null || robots.crawlDelayMs !== null;
    await this.#hosts.give(isTelling ? this.#judge(learnt, { failed, fetched: null }) : learnt);
    return robots;
  }

  /** RFC 9309 §2.3.1.2: at least five redirects are followed, to other hosts too, which stay those of the source here. */
  async #askRobots(url: string, scope: VisitScope) {
    const asking = { scope, robots: null };
    try {
      let fetched = await this.#ask(url, asking);
      for (let hop = 0; hop < mostHops && fetched.movedTo !== null; hop++) {
        if (!isInScope(fetched.movedTo, scope)) break;
        fetched = await this.#ask(fetched.movedTo, asking);
      }
      return { status: fetched.status, body: fetched.content };
    } catch (error) {
      if (!(error instanceof FetchFailed) || error.next === "stop-host") throw error;
      // Without an answer the host's own failure says more than that its robots.txt was not read.
      if (error.fetched === null) throw error;
      return { status: error.fetched.status, body: error.fetched.content };
    }
  }

  /** One request, after the pause that its host is owed; what came is archived. */
  async #ask(url: string, asking: Pick<Asking, "scope" | "robots">): Promise<Fetched | Rendered> {
    const { fetched, failed } = await this.#askHost(url, asking);
    const { keeping } = this.#deps;
    if (fetched !== null && keeping) {
      const { id: source = null } = asking.scope;
      await keepVisit(fetched, { address: url, source, failure: failed?.failure ?? null }, keeping);
    }
    if (failed !== null) throw failed;
    return fetched;
  }

  async #askHost(url: string, asking: Pick<Asking, "scope" | "robots">): Promise<Asked> {
    const host = await this.#hosts.take(url);
    let kept = host;
    try {
      const { habits } = parseHostNotes(host);
      const { responseMs } = host;
      const fetch = await openFetch({ ...asking, habits, responseMs }, this.#deps);
      await this.#pause(host);
      // Where it is broken off something may have been asked all the same.
      kept = { ...host, pacedUntil: this.#judge(host, { failed: null, fetched: null }).pacedUntil };
      const asked = await fetchQuietly(() => fetch(url));
      kept = this.#judge(host, asked);
      return asked;
    } finally {
      await this.#hosts.give(kept);
    }
  }

  async #pause({ name, state, reason, readyAt, pacedUntil }: HostRecord): Promise<void> {
    const now = this.#deps.now();
    const [closedMs = 0, pausedMs = 0] = [readyAt, pacedUntil].map((at) => Date.parse(at) - now);
    if (closedMs > longestWaitMs) {
      const last = this.#lastFailures.get(name);
      const failure = closedBy[state] ?? last?.failure ?? "too-many-requests";
      const until = readyAt === untilLookedAt ? "a person has looked" : readyAt;
      const words = last?.message ?? reason ?? "it has failed too often.";
      throw buildFailure(failure, `${name} is left alone until ${until}: ${words}`);
    }
    const waitMs = Math.max(closedMs, pausedMs);
    if (waitMs > 0) await this.#deps.wait(waitMs);
  }

  /** What is known of a host after a request. */
  #judge(host: HostRecord, { failed, fetched }: Outcome): HostRecord {
    const { now, pace = politePace } = this.#deps;
    const answered = fetched?.exchanges.at(-1);
    if (failed) this.#lastFailures.set(host.name, failed);
    const responseMs = answered
      ? averageResponse(host.responseMs, answered.totalMs)
      : host.responseMs;
    const notes = parseHostNotes(host);
    const habits = fetched ? JSON.stringify({ ...notes, habits: fetched.habits }) : host.habits;
    const crawlDelayMs = parseHostRobots(host, now())?.crawlDelayMs ?? null;
    const delayMs = computeRest({ crawlDelayMs, responseMs }, countRequests(fetched), pace);
    return { ...host, responseMs, habits, ...judgeHost(host, { failed, delayMs }, now()) };
  }
}

/** How a request ended. */
interface Outcome {
  readonly fetched: Fetched | Rendered | null;
  readonly failed: FetchFailed | null;
}

/** Why a host that is not open is left alone. */
const closedBy: Readonly<Partial<Record<HostState, FailureCause>>> = {
  challenged: "challenge",
  lost: "domain-lost",
};

function buildUnreadable(url: string): FetchFailed {
  const words = `robots.txt of ${new URL(url).host} cannot be read, so that nothing is asked of it for now.`;
  return buildFailure("robots-unreachable", words);
}

/** What came, and why it is no page; one of them at least is not null. */
type Asked =
  | { readonly fetched: Fetched | Rendered; readonly failed: null }
  | { readonly fetched: Fetched | Rendered | null; readonly failed: FetchFailed };

async function fetchQuietly(fetch: () => Promise<Fetched | Rendered>): Promise<Asked> {
  try {
    const fetched = await fetch();
    const failed = findChallenge(fetched);
    return failed === null ? { fetched, failed } : { fetched, failed };
  } catch (error) {
    if (!(error instanceof FetchFailed)) throw error;
    const { fetched } = error;
    return { fetched, failed: (fetched && findChallenge(fetched)) ?? error };
  }
}

function findChallenge(fetched: Fetched): FetchFailed | null {
  const words = detectChallenge(fetched, decodePage(fetched).text);
  return words === null ? null : buildFailure("challenge", words, { fetched });
}

/** An entry that leads to a stranger is a name that was lost; another page may have a link abroad. */
function buildStray(url: string, target: string, { entry }: VisitScope): FetchFailed {
  if (target === url) return buildFailure("out-of-scope", `${url} is no address of the source.`);
  const isEntry = buildEntryKey(url) === buildEntryKey(entry);
  const words = `${url} leads to ${target}, which is not of the source's hosts.`;
  return buildFailure(isEntry ? "domain-lost" : "out-of-scope", words);
}

function readPage({ url, status, mediaType, charset }: Fetched, text: string): VisitedPage {
  if (charset !== null && mediaType === "text/html" && isMissingPage({ text, status }, []))
    throw buildFailure("soft-404", `${url} shows the page for missing pages.`);
  return { url, text, mediaType };
}
