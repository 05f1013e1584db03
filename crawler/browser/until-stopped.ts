/** What a promise gives, unless the signal is aborted before: then its reason is thrown. The promise is not ended. */
export async function untilStopped<T>(waited: Promise<T>, signal: AbortSignal): Promise<T> {
  let stop: () => void = () => undefined;
  const stopped = new Promise<never>((_, reject) => {
    stop = () =>
      reject(signal.reason instanceof Error ? signal.reason : new Error(String(signal.reason)));
  });
  // Whichever comes second is heard by nobody else.
  waited.catch(() => undefined);
  signal.addEventListener("abort", stop, { once: true });
  if (signal.aborted) stop();
  try {
    return await Promise.race([waited, stopped]);
  } finally {
    signal.removeEventListener("abort", stop);
  }
}
