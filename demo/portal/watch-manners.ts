import robotsModule from "robots-parser";
import type { AskedEntry } from "./asked-entry.ts";
import type { Portal } from "./portal.ts";

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
 * What hosts ask for. `robots` are the texts by host, `minDelay` the least time in milliseconds between the starts of two
 * requests to one host, `tolerance` what the clocks of both sides may differ by.
 */
export interface MannersRules {
  readonly robots: ReadonlyMap<string, string>;
  readonly minDelay?: number;
  readonly tolerance?: number;
  readonly isChallenge?: (entry: AskedEntry) => boolean;
}

// Its declarations promise a default export; the module is the function itself.
const robotsParser = robotsModule as unknown as typeof robotsModule.default;

const challengeStatus = new Set([202, 412, 521]);
const contact = /\+?https?:\/\/[\w.-]+|[\w.+-]+@[\w.-]+/u;

/** Every breach of manners in a log, in its order. */
export function watchManners(
  log: readonly AskedEntry[],
  rules: MannersRules,
): readonly Violation[] {
  const watches = new Map<string, HostWatch>();
  return log.flatMap((entry) => {
    const watch = watches.get(entry.host) ?? new HostWatch(entry.host, rules);
    watches.set(entry.host, watch);
    return watch.judge(entry);
  });
}

/** How often each kind occurs, all kinds named. */
export function countViolations(
  violations: readonly Violation[],
): Readonly<Record<ViolationKind, number>> {
  const counts = { parallel: 0, delay: 0, retryAfter: 0, robots: 0, challenge: 0, nameless: 0 };
  for (const { kind } of violations) counts[kind]++;
  return counts;
}

/** The texts of robots.txt of all hosts that answer with one, as they are at a time. */
export async function collectRobots(
  portals: readonly Portal[],
  at: number,
): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  for (const { name, serve } of portals.flatMap(({ hosts }) => hosts)) {
    const url = new URL(`http://${name}/robots.txt`);
    const { signal } = new AbortController();
    const served = await serve({ url, method: "GET", headers: {}, body: "", at, signal });
    if (!("write" in served) && served.status === 200)
      found.set(name, Buffer.from(served.body).toString("utf8"));
  }
  return found;
}

/** What is known of the requests to one host so far. */
class HostWatch {
  readonly #rules: MannersRules;
  readonly #robots: ReturnType<typeof robotsParser> | null;
  #open: AskedEntry[] = [];
  #last: AskedEntry | null = null;
  #retryAt = 0;
  #challengedAt: number | null = null;

  constructor(host: string, rules: MannersRules) {
    const text = rules.robots.get(host);
    this.#rules = rules;
    this.#robots = text === undefined ? null : robotsParser(`http://${host}/robots.txt`, text);
  }

  judge(entry: AskedEntry): readonly Violation[] {
    const found = [...this.#listBreaches(entry)].map(([kind, why]) => ({ kind, entry, why }));
    this.#remember(entry);
    return found;
  }

  *#listBreaches(entry: AskedEntry): Generator<readonly [ViolationKind, string]> {
    const { at, url, userAgent, from } = entry;
    this.#open = this.#open.filter(({ endedAt }) => endedAt === null || endedAt > at);
    const [open] = this.#open;
    if (open) yield ["parallel", `${open.url} was still under way`];
    const wait = this.#findDelay(entry);
    if (wait !== null) yield ["delay", wait];
    if (at < this.#retryAt) yield ["retryAfter", `${this.#retryAt - at} ms before Retry-After`];
    const isRobots = new URL(url).pathname === "/robots.txt";
    if (!isRobots && this.#robots?.isAllowed(url, userAgent) === false)
      yield ["robots", "robots.txt forbids it"];
    if (this.#challengedAt !== null && at > this.#challengedAt)
      yield ["challenge", "the host had asked for a person"];
    if (!contact.test(userAgent) && !contact.test(from))
      yield ["nameless", `“${userAgent}” tells nobody to write to`];
  }

  /** A redirect may be followed at once. */
  #findDelay({ at, url, userAgent }: AskedEntry): string | null {
    const { minDelay = 0, tolerance = 50 } = this.#rules;
    const asked = (this.#robots?.getCrawlDelay(userAgent) ?? 0) * 1000;
    const delay = Math.max(minDelay, asked);
    if (this.#last === null || this.#last.location === url) return null;
    const gap = at - this.#last.at;
    return gap < delay - tolerance ? `${gap} ms after the last one, not ${delay}` : null;
  }

  #remember(entry: AskedEntry): void {
    const { isChallenge = ({ status }) => status !== null && challengeStatus.has(status) } =
      this.#rules;
    this.#open.push(entry);
    this.#last = entry;
    this.#retryAt = Math.max(this.#retryAt, entry.retryAt ?? 0);
    if (isChallenge(entry)) this.#challengedAt = entry.endedAt ?? entry.at;
  }
}
