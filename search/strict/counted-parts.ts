import { listDisjointParts } from "./disjoint-parts.ts";
import { type Intersection, listIntersections } from "./intersections.ts";
import { isWhole } from "../planner.ts";
import type { Conjunction, QueryTerm } from "../query-terms.ts";

/**
 * What to count so that each holder of any alternative counts once, in as few questions as may be: parts that have
 * nothing in common where the engine can tell them apart, else inclusion and exclusion.
 */
export function chooseCountedParts(alternatives: readonly Conjunction[]): readonly Intersection[] {
  const parts = listDisjointParts(alternatives.toSorted(compareAlternatives));
  const isTold = parts.every((part) => isWhole(part) && !part.excluded.some(isUnsure));
  return isTold ? parts.map((terms) => ({ terms, sign: 1 })) : listIntersections(alternatives);
}

/** What is taken away from the others comes first: little, and what the engine is sure of. */
function compareAlternatives(one: Conjunction, other: Conjunction): number {
  return (
    Number(one.wanted.some(isUnsure)) - Number(other.wanted.some(isUnsure)) ||
    one.wanted.length + one.excluded.length - other.wanted.length - other.excluded.length
  );
}

/** Whether the engine may take a section for a holder of the phrase that is none. */
export function isUnsure({ grams }: QueryTerm): boolean {
  return !grams.isSure;
}
