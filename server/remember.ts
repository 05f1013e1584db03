/**
 * Remembers what a slow question answered: asks again, in the background, when the answer is older than
 * `lifeMs`, so that only the first caller waits. A failure is not remembered.
 */
export function remember<T>(
  ask: () => Promise<T>,
  lifeMs: number,
  readClock: () => number = Date.now,
): () => Promise<T> {
  let answer: Promise<T> | null = null;
  let askedAt = 0;
  let asking = false;
  const renew = async (): Promise<T> => {
    asking = true;
    askedAt = readClock();
    try {
      const fresh = await ask();
      answer = Promise.resolve(fresh);
      return fresh;
    } finally {
      asking = false;
    }
  };
  return () => {
    if (answer === null) {
      answer = renew().catch((cause: unknown) => {
        answer = null;
        throw cause;
      });
    } else if (!asking && readClock() - askedAt > lifeMs) {
      renew().catch(() => {});
    }
    return answer;
  };
}
