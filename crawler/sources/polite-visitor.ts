import { countRequests } from "../browser/count-requests.ts";
import type { Rendered } from "../browser/rendered.ts";
import { decodePage } from "../http/decode-page.ts";
import type { Fetched, HostHabits } from "../http/exchange.ts";
import { buildFailure, FetchFailed } from "../http/fetch-failed.ts";
import { findPageRedirect } from "../http/find-page-redirect.ts";
import { noHabits } from "../http/http-client.ts";
import { isInScope } from "../links/is-in-scope.ts";
import { isMissingPage } from "../links/missing-page.ts";
import { averageResponse } from "../manners/average-response.ts";
import { computeRest, type PaceBounds, politePace } from "../manners/compute-delay.ts";
import { detectChallenge } from "../manners/detect-challenge.ts";
import { buildHostProfile, type HostProfile, judgeHost } from "../manners/judge-host.ts";
import { parseRobots, type RobotsRules } from "../manners/parse-robots.ts";
import { buildRobotsRecord } from "../manners/robots-record.ts";
import { buildEntryKey } from "./build-entry-key.ts";
import { keepVisit, type VisitKeeping } from "./keep-visit.ts";
import { type Asking, type FetchDeps, openFetch, type VisitScope } from "./open-fetch.ts";

/** `wait` takes milliseconds, `now` is the clock in milliseconds since 1970, `pace` is polite where it is left out. */
export interface VisitorDeps extends FetchDeps {
  readonly wait: (ms: number) => Promise<void>;
  readonly now: () => number;
  readonly pace?: PaceBounds;
  /** Left out where nothing is kept. */
  readonly keeping?: VisitKeeping;
}

/** A page as it was shown in the end: `url` is where it lay. */
export interface VisitedPage {
  readonly url: string;
  readonly text: string;
  readonly mediaType: string;
}

interface Host {
  profile: HostProfile;
  robots: RobotsRules | null;
  responseMs: number | null;
  habits: HostHabits;
  lastFailure: FetchFailed | null;
}

const mostHops = 5;
/** A host that asks for more patience than this is not waited for. */
const longestWaitMs = 60_000;

/**
 * Asks for one page after the other, of a few hosts and without the frontier: robots.txt first, the pause of every host
 * between its requests, nothing more of one that asks for proof of a person or keeps failing.
 */
export class PoliteVisitor {
  readonly #deps: VisitorDeps;
  readonly #hosts = new Map<string, Host>();

  constructor(deps: VisitorDeps) {
    this.#deps = deps;
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
    if (verdict === "unknown") {
      const words = `robots.txt of ${new URL(url).host} cannot be read, so that nothing is asked of it for now.`;
      const failed = buildFailure("robots-unreachable", words);
      this.#note(this.#getHost(url), failed);
      throw failed;
    }
    return this.#ask(url, { scope, robots });
  }

  async #loadRobots(url: string, scope: VisitScope): Promise<RobotsRules> {
    const host = this.#getHost(url);
    if (host.robots && host.robots.freshUntil > this.#deps.now()) return host.robots;
    const { status, body } = await this.#askRobots(new URL("/robots.txt", url).href, scope);
    const record = buildRobotsRecord({ status, body, fetchedAt: this.#deps.now() });
    host.robots = parseRobots(record);
    // The pause that it asks for begins with itself.
    if (host.robots.crawlDelayMs !== null) this.#note(host, null);
    return host.robots;
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
    const host = this.#getHost(url);
    const fetch = await openFetch({ ...asking, habits: host.habits }, this.#deps);
    await this.#pause(host, new URL(url).host);
    const { fetched, failed } = await fetchQuietly(() => fetch(url));
    this.#note(host, failed, fetched);
    const { keeping } = this.#deps;
    if (fetched !== null && keeping) {
      const { id: source = null } = asking.scope;
      await keepVisit(fetched, { address: url, source, failure: failed?.failure ?? null }, keeping);
    }
    if (failed !== null) throw failed;
    return fetched;
  }

  async #pause(host: Host, name: string): Promise<void> {
    const now = this.#deps.now();
    const [closedMs, pausedMs] = [host.profile.readyAt, host.profile.pacedUntil].map(
      (at) => Date.parse(at) - now,
    );
    const waitMs = Math.max(closedMs ?? 0, pausedMs ?? 0);
    if (host.lastFailure && (closedMs ?? 0) > longestWaitMs) {
      const { failure, message } = host.lastFailure;
      throw buildFailure(failure, `${name} is left alone for now: ${message}`);
    }
    if (waitMs > 0) await this.#deps.wait(waitMs);
  }

  #note(host: Host, failed: FetchFailed | null, fetched: Fetched | Rendered | null = null): void {
    const { now, pace = politePace } = this.#deps;
    const answered = fetched?.exchanges.at(-1);
    if (answered) host.responseMs = averageResponse(host.responseMs, answered.totalMs);
    if (fetched) host.habits = fetched.habits;
    if (failed) host.lastFailure = failed;
    const known = { crawlDelayMs: host.robots?.crawlDelayMs ?? null, responseMs: host.responseMs };
    const outcome = { failed, delayMs: computeRest(known, countRequests(fetched), pace) };
    host.profile = judgeHost(host.profile, outcome, now());
  }

  #getHost(url: string): Host {
    const { host: name } = new URL(url);
    const known = this.#hosts.get(name);
    if (known) return known;
    const profile = buildHostProfile(this.#deps.now());
    const host = { profile, robots: null, responseMs: null, habits: noHabits, lastFailure: null };
    this.#hosts.set(name, host);
    return host;
  }
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
