/** How densely a host is asked: `responses` times as long as it takes to answer, within the bounds in milliseconds. */
export interface PaceBounds {
  readonly responses: number;
  readonly leastMs: number;
  readonly mostMs: number;
}

export const politePace: PaceBounds = { responses: 5, leastMs: 3_000, mostMs: 60_000 };

/** For the hosts of the demo alone: they are ours, on this machine, and a first run is to end in about a minute. */
export const demoPace: PaceBounds = { responses: 1, leastMs: 20, mostMs: 1_000 };

/** What is known of a host's patience: what its robots.txt asks for, and how long it takes to answer on average. */
export interface Pace {
  readonly crawlDelayMs: number | null;
  readonly responseMs: number | null;
}

/**
 * Milliseconds from one answer of a host to the next request: max(crawl-delay, clamp(5 × response time, 3 s, 60 s)).
 * A crawl delay beyond the bounds is kept as it is.
 */
export function computeDelay({ crawlDelayMs, responseMs }: Pace, bounds = politePace): number {
  const paced = bounds.responses * (responseMs ?? 0);
  const clamped = Math.min(Math.max(paced, bounds.leastMs), bounds.mostMs);
  return Math.ceil(Math.max(crawlDelayMs ?? 0, clamped));
}

/** A page in a reader's browser that waited longer for each of its requests would give up. Milliseconds. */
const longestPageMs = 1_000;

/** Milliseconds between two requests of one page that a browser shows. */
export function computePagePause(pace: Pace, bounds = politePace): number {
  return Math.min(computeDelay(pace, bounds), longestPageMs);
}

/**
 * The same after so many requests in short order, as a page makes them that a browser shows: their pauses in a row, up
 * to the longest that the bounds know.
 */
export function computeRest(pace: Pace, requests: number, bounds = politePace): number {
  const delay = computeDelay(pace, bounds);
  return Math.max(delay, Math.min(delay * requests, bounds.mostMs));
}
