import { maxReachableHits, readFactSort, type SearchQuery } from "./query.ts";
import type { QueryPlan } from "./planner.ts";
import { listWanted } from "./planner.ts";

/** So many hits of the engine are put in an order of our own. */
const mostRanked = 60;

/** How many hits of the engine are put in order here: whole pages, at least one. */
export function countRanked(size: number): number {
  return Math.max(1, Math.floor(mostRanked / size)) * size;
}

/**
 * Which hits the engine is asked for. `isRanked`: the first ones as a whole, to be put in order here, of which the page
 * is a part; `isMerged`: those of several questions, of each from the first. A `limit` of 0 where the page is behind what
 * can be reached, or its order is not the engine's.
 */
export interface PageWindow {
  readonly offset: number;
  readonly limit: number;
  readonly isRanked: boolean;
  readonly isMerged: boolean;
}

/** One hit more than the page is asked for, by which it shows whether there is another page. */
export function choosePageWindow(query: SearchQuery, plan: QueryPlan): PageWindow {
  const { page, size, sort } = query;
  const offset = Math.min((page - 1) * size, maxReachableHits);
  const end = Math.min(offset + size, maxReachableHits);
  const isMerged = plan.alternatives.length > 1;
  const whole = countRanked(size);
  const isRanked = sort === "relevance" && end <= whole && listWanted(plan).length > 0;
  const isPaged = readFactSort(sort) === null && offset < maxReachableHits;
  if (!isPaged) return { offset, limit: 0, isRanked: false, isMerged };
  if (isRanked) return { offset: 0, limit: whole + 1, isRanked, isMerged };
  if (isMerged) return { offset: 0, limit: end + 1, isRanked, isMerged };
  return { offset, limit: end - offset + Number(end < maxReachableHits), isRanked, isMerged };
}
