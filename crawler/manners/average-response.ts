/** Weight of the newest answer: a host that slows down is asked less after three or four. */
const weight = 0.3;

/**
 * The exponentially weighted mean of a host's response times in milliseconds; `previous` is null before the first.
 * A sample that is no time (a clock that was set back) changes nothing.
 */
export function averageResponse(previous: number | null, sample: number): number | null {
  if (!Number.isFinite(sample) || sample < 0) return previous;
  return previous === null ? sample : previous + weight * (sample - previous);
}
