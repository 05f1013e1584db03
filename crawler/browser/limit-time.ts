/** What a promise gives, or `late` where it gives nothing within `ms` milliseconds; it is not ended by that. */
export async function limitTime<T>(
  waited: Promise<T>,
  { ms, late }: { readonly ms: number; readonly late: T },
): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const end = new Promise<T>((resolve) => {
    timer = setTimeout(() => resolve(late), ms);
  });
  try {
    return await Promise.race([waited, end]);
  } finally {
    clearTimeout(timer);
  }
}
