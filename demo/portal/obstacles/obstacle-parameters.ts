/** What portals ask for and how they hinder. Times are in milliseconds unless they say otherwise. */
export interface ObstacleParameters {
  readonly seed: number;
  /** Whole seconds that robots.txt asks for between requests. */
  readonly crawlDelaySeconds: number;
  /** Whole seconds that `Retry-After` asks for. */
  readonly retryAfterSeconds: number;
  /** More than so many requests within this time bring a page of an error with status 200. */
  readonly burst: { readonly requests: number; readonly withinMs: number };
  /** So many requests a second are let in, `size` of them at once; one more closes the host for `banMs`. */
  readonly bucket: { readonly perSecond: number; readonly size: number; readonly banMs: number };
  /** How long a slow host takes to its first byte. */
  readonly firstByteMs: number;
  /** Hours of the day in China's time between which a host refuses connections. */
  readonly closed: { readonly from: number; readonly until: number };
  /** From when on a lying ETag hides a further report; null where all are there from the beginning. */
  readonly hiddenUntil: number | null;
  readonly hugeBytes: number;
}

/** As real portals do it, the waits shortened. */
export const usualParameters: Omit<ObstacleParameters, "seed"> = {
  crawlDelaySeconds: 1,
  retryAfterSeconds: 2,
  burst: { requests: 12, withinMs: 1_000 },
  bucket: { perSecond: 1, size: 2, banMs: 60_000 },
  firstByteMs: 15_000,
  closed: { from: 20, until: 7 },
  hiddenUntil: null,
  hugeBytes: 2 * 1024 ** 3,
};
