import type { AskedEntry } from "./asked-entry.ts";
import type { Portal, RawAnswer, ServedPage } from "./portal.ts";
import { readRobotsRules, type RobotsTold } from "./read-robots-rules.ts";

export const violationKinds = [
  "parallel",
  "delay",
  "retryAfter",
  "robots",
  "challenge",
  "nameless",
] as const;
export type ViolationKind = (typeof violationKinds)[number];

/** A request that a host would resent; `why` says what it had asked for. */
export interface Violation {
  readonly kind: ViolationKind;
  readonly entry: AskedEntry;
  readonly why: string;
}

/**
 * What hosts ask for. `robots` are the texts by host; `minDelay` the least time in milliseconds from the end of an answer
 * to the next request, `responses` how many times as long as the host's quickest answer took it is at least; `tolerance`
 * what the clocks of both sides may differ by. `addresses` are those of hosts that share one: it is asked as one host is.
 */
export interface MannersRules {
  readonly robots: ReadonlyMap<string, string>;
  readonly minDelay?: number;
  readonly responses?: number;
  readonly tolerance?: number;
  readonly addresses?: ReadonlyMap<string, string>;
  readonly isChallenge?: (entry: AskedEntry) => boolean;
}

const challengeStatus = new Set([202, 412, 521]);
const contact = /\+?https?:\/\/[\w.-]+|[\w.+-]+@[\w.-]+/u;

/** Every breach of manners in a log, in its order. */
export function watchManners(
  log: readonly AskedEntry[],
  rules: MannersRules,
): readonly Violation[] {
  const hosts = new Map<string, HostWatch>();
  const places = new Map<string, PlaceWatch>();
  return log.flatMap((entry) => {
    const place = rules.addresses?.get(entry.host) ?? entry.host;
    const host = findOrKeep(hosts, entry.host, () => new HostWatch(entry.host, rules));
    const own = findOrKeep(places, place, () => new PlaceWatch(rules));
    return [...own.judge(entry, host.findDelay(entry)), ...host.judge(entry)].map(
      ([kind, why]) => ({ kind, entry, why }),
    );
  });
}

function findOrKeep<Value>(held: Map<string, Value>, key: string, build: () => Value): Value {
  const found = held.get(key) ?? build();
  held.set(key, found);
  return found;
}

/** How often each kind occurs, all kinds named. */
export function countViolations(
  violations: readonly Violation[],
): Readonly<Record<ViolationKind, number>> {
  const counts = { parallel: 0, delay: 0, retryAfter: 0, robots: 0, challenge: 0, nameless: 0 };
  for (const { kind } of violations) counts[kind]++;
  return counts;
}

/** Redirects are followed at least so often (RFC 9309 §2.3.1.2). */
const mostHops = 5;

/** The texts of robots.txt of all hosts that answer with one, wherever they lead for it, as they are at a time. */
export async function collectRobots(
  portals: readonly Portal[],
  at: number,
): Promise<ReadonlyMap<string, string>> {
  const hosts = new Map(portals.flatMap((one) => one.hosts).map((host) => [host.name, host]));
  const ask = async (url: URL): Promise<ServedPage | RawAnswer | undefined> => {
    const { signal } = new AbortController();
    return hosts
      .get(url.hostname)
      ?.serve({ url, method: "GET", headers: {}, body: "", at, signal });
  };
  const found = new Map<string, string>();
  for (const name of hosts.keys()) {
    let url = new URL(`http://${name}/robots.txt`);
    for (let hop = 0; hop <= mostHops; hop++) {
      const served = await ask(url);
      if (!served || "write" in served) break;
      if (served.status === 200) found.set(name, Buffer.from(served.body).toString("utf8"));
      const location = served.headers.find(([key]) => key.toLowerCase() === "location")?.[1];
      if (served.status < 300 || served.status > 399 || location === undefined) break;
      url = new URL(location, url);
    }
  }
  return found;
}

type Breach = readonly [kind: ViolationKind, why: string];

/** The requests so far to one address, or to one host where none shares its own. */
class PlaceWatch {
  readonly #rules: MannersRules;
  #open: AskedEntry[] = [];
  #last: AskedEntry | null = null;
  /** How long each host took for its quickest answer. */
  readonly #quickest = new Map<string, number>();

  constructor(rules: MannersRules) {
    this.#rules = rules;
  }

  /** `askedMs` is the delay that the host's robots.txt asks for. */
  *judge(entry: AskedEntry, askedMs: number): Generator<Breach> {
    this.#open = this.#open.filter(({ endedAt }) => endedAt === null || endedAt > entry.at);
    const [open] = this.#open;
    if (open) yield ["parallel", `${open.url} was still under way`];
    const wait = this.#findWait(entry, askedMs);
    if (wait !== null) yield ["delay", wait];
    this.#open.push(entry);
    this.#last = entry;
    if (entry.endedAt === null) return;
    const took = entry.endedAt - entry.at;
    this.#quickest.set(entry.host, Math.min(took, this.#quickest.get(entry.host) ?? took));
  }

  /** A redirect may be followed at once. */
  #findWait({ at, url }: AskedEntry, askedMs: number): string | null {
    const { minDelay = 0, responses = 0, tolerance = 50 } = this.#rules;
    const last = this.#last;
    if (last === null || last.endedAt === null || last.location === url) return null;
    const own = responses * (this.#quickest.get(last.host) ?? 0);
    const delay = Math.max(minDelay, askedMs, own);
    const gap = at - last.endedAt;
    // Before its end is another matter.
    if (gap < 0) return null;
    return gap < delay - tolerance ? `${gap} ms after the last answer, not ${delay}` : null;
  }
}

/** What one host asked for so far. */
class HostWatch {
  readonly #rules: MannersRules;
  readonly #text: string;
  readonly #told = new Map<string, RobotsTold>();
  #retryAt = 0;
  #challengedAt: number | null = null;

  constructor(host: string, rules: MannersRules) {
    this.#rules = rules;
    this.#text = rules.robots.get(host) ?? "";
  }

  /** The delay in milliseconds that robots.txt asks for. */
  findDelay({ userAgent }: AskedEntry): number {
    return this.#findTold(userAgent).delayMs ?? 0;
  }

  *judge(entry: AskedEntry): Generator<Breach> {
    const { at, url, userAgent, from } = entry;
    if (at < this.#retryAt) yield ["retryAfter", `${this.#retryAt - at} ms before Retry-After`];
    const isRobots = new URL(url).pathname === "/robots.txt";
    if (!isRobots && !this.#findTold(userAgent).allows(url))
      yield ["robots", "robots.txt forbids it"];
    if (this.#challengedAt !== null && at > this.#challengedAt)
      yield ["challenge", "the host had asked for a person"];
    if (!contact.test(userAgent) && !contact.test(from))
      yield ["nameless", `“${userAgent}” tells nobody to write to`];
    this.#remember(entry);
  }

  #findTold(userAgent: string): RobotsTold {
    return findOrKeep(this.#told, userAgent, () => readRobotsRules(this.#text, userAgent));
  }

  #remember(entry: AskedEntry): void {
    const { isChallenge = ({ status }) => status !== null && challengeStatus.has(status) } =
      this.#rules;
    this.#retryAt = Math.max(this.#retryAt, entry.retryAt ?? 0);
    if (isChallenge(entry)) this.#challengedAt = entry.endedAt ?? entry.at;
  }
}
