import type { HitKey } from "../hits/build-hit.ts";
import type { PlainSort, Sort } from "../query.ts";

type Compare = (a: HitKey, b: HitKey) => number;

const comparisons: ReadonlyMap<string, Compare> = new Map<PlainSort, Compare>([
  ["newest", (a, b) => b.year - a.year],
  ["oldest", (a, b) => a.year - b.year],
  ["added", (a, b) => (b.added ?? 0) - (a.added ?? 0)],
  ["publishedNewest", (a, b) => compareDates(b.published, a.published, -1)],
  ["publishedOldest", (a, b) => compareDates(a.published, b.published, 1)],
]);

/** Two hits in the order of a sort that documents tell; 0 for relevance and for numbers of the reports. */
export function compareBySort(sort: Sort, a: HitKey, b: HitKey): number {
  return comparisons.get(sort)?.(a, b) ?? 0;
}

/** What has no date comes last in either order. */
function compareDates(one: string | null, other: string | null, sign: 1 | -1): number {
  if (one === other) return 0;
  if (one === null) return sign;
  if (other === null) return -sign;
  return one < other ? -1 : 1;
}
