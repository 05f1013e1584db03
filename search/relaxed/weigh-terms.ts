import type { QueryTerm } from "../query-terms.ts";
import type { WeighedTerm } from "../hits/rank-hits.ts";
import type { TermFound } from "./relaxed-steps.ts";
import { findSynonyms } from "./synonyms.ts";

const nameFactor = 1.5;

/** Rare words tell more (inverse document frequency), but no word as much as a name; parts as much as a rare word. */
export function weighTerms(
  wanted: readonly QueryTerm[],
  known: readonly TermFound[],
  pieces: readonly QueryTerm[],
): readonly WeighedTerm[] {
  const most = Math.max(1, ...known.map(({ count }) => count));
  const weigh = (count: number) => Math.log(1 + (2 * most) / count);
  const rarest = weigh(Math.min(most, ...known.map(({ count }) => count)));
  const own = wanted.flatMap((term): readonly WeighedTerm[] => {
    const found = known.find((one) => one.term === term);
    const others = term.quoted ? [] : findSynonyms(term.pieces.join(""));
    if (found === undefined) return others.length === 0 ? [] : [{ term, others, weight: rarest }];
    return [{ term, others, weight: found.isName ? nameFactor * rarest : weigh(found.count) }];
  });
  return [...own, ...pieces.map((term) => ({ term, weight: weigh(most) }))];
}
