export interface WorkAhead<Item, Result> {
  /** How many items are begun before their turn, at most. */
  readonly ahead: number;
  readonly begin: (item: Item) => Promise<Result>;
  /** Ends what was begun and is no longer wanted; called in any case, and then all that was begun is awaited. */
  readonly end: () => Promise<void>;
}

/**
 * Gives what comes of each item in the order of the items, in whatever order the work on them ends. A result waits
 * for its turn, and no more is begun meanwhile, so memory holds `ahead` of them. What fails is thrown in its turn.
 */
export async function* workAhead<Item, Result>(
  items: Iterable<Item>,
  { ahead, begin, end }: WorkAhead<Item, Result>,
): AsyncGenerator<Result> {
  const underWay: Promise<Result>[] = [];
  try {
    for (const item of items) {
      const result = begin(item);
      // The first one to fail is awaited in its turn; others must not be taken for unhandled.
      result.catch(() => undefined);
      underWay.push(result);
      const first = underWay.length >= ahead ? underWay.shift() : undefined;
      if (first) yield await first;
    }
    for (let next = underWay.shift(); next; next = underWay.shift()) yield await next;
  } finally {
    await end();
    await Promise.allSettled(underWay);
  }
}
