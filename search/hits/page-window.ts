import { maxReachableHits, readFactSort, type SearchQuery } from "../query.ts";
import { isSequential } from "./load-sequence.ts";
import type { QueryPlan } from "../planner.ts";
import { listWanted } from "../planner.ts";

/** So many hits of the engine are put in an order of our own. */
const mostRanked = 60;

/** How many hits of the engine are put in order here: whole pages, at least one. */
export function countRanked(size: number): number {
  return Math.max(1, Math.floor(mostRanked / size)) * size;
}

/**
 * Which hits the engine is asked for. `isRanked`: the first ones as a whole, to be put in order here, of which the page
 * is a part; `isMerged`: those of several questions, of each from the first, of which only the keys are loaded where they
 * are not ranked. `isSequenced`: those of parts one after the other, which is asked for later. A `limit` of 0 where the page is behind what
 * can be reached, or its order is not the engine's.
 */
export interface PageWindow {
  readonly offset: number;
  readonly limit: number;
  readonly isRanked: boolean;
  readonly isMerged: boolean;
  readonly isSequenced: boolean;
}

/** Whether a query says what its hits should be about, so that they can be ranked here. */
export function isTelling(plan: QueryPlan): boolean {
  return listWanted(plan).length > 0 || plan.parsed.conditions.length > 0;
}

/** How a search is asked: whether by several lists of hits, and by parts that have nothing in common. */
interface AskedLists {
  readonly isMerged: boolean;
  readonly isDisjoint: boolean;
}

/** One hit more than the page is asked for, by which it shows whether there is another page. */
export function choosePageWindow(
  query: SearchQuery,
  plan: QueryPlan,
  { isMerged, isDisjoint }: AskedLists,
): PageWindow {
  const { page, size, sort } = query;
  const offset = Math.min((page - 1) * size, maxReachableHits);
  const end = Math.min(offset + size, maxReachableHits);
  const whole = countRanked(size);
  const isRanked = sort === "relevance" && end <= whole && isTelling(plan);
  const isPaged = readFactSort(sort) === null && offset < maxReachableHits;
  const none = { offset, limit: 0, isRanked: false, isMerged, isSequenced: false };
  if (!isPaged) return none;
  if (isRanked) return { ...none, offset: 0, limit: whole + 1, isRanked };
  if (isMerged && isDisjoint && isSequential(sort)) return { ...none, isSequenced: true };
  if (isMerged) return { ...none, offset: 0, limit: end + 1 };
  return { ...none, limit: end - offset + Number(end < maxReachableHits) };
}
