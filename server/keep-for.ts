/** How much of its time a slow question may be asked. */
const share = 20;

/**
 * Keeps the answer to a slow question for `lifeMs`, and longer where asking took long. Unlike `remember` it never gives
 * an older one. Callers that come while it is asked wait for the same answer; a failure is not kept.
 */
export function keepFor<T>(
  ask: () => Promise<T>,
  lifeMs: number,
  readClock: () => number = Date.now,
): () => Promise<T> {
  let kept: Promise<T> | null = null;
  let freshUntil = Infinity;
  const renew = async (): Promise<T> => {
    const start = readClock();
    try {
      return await ask();
    } catch (cause) {
      kept = null;
      throw cause;
    } finally {
      const end = readClock();
      freshUntil = end + Math.max(lifeMs, share * (end - start));
    }
  };
  return () => {
    if (kept === null || readClock() >= freshUntil) {
      freshUntil = Infinity;
      kept = renew();
    }
    return kept;
  };
}
