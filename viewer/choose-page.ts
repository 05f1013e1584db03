import type { PageList } from "./build-document.ts";

/** The page to show: the one that is asked for, else the one with the mark, else the first. */
export function choosePage({
  wanted,
  marked,
  count,
}: {
  readonly wanted: number | null;
  readonly marked: number | null;
  readonly count: number;
}): PageList {
  const isThere = marked !== null && marked <= count;
  const page = wanted ?? (isThere ? marked : 1);
  return { shown: Math.min(Math.max(1, page), count), count, marked: isThere ? marked : null };
}
