import { type Conjunction, join } from "../query-terms.ts";
import type { EngineAnswer } from "../engine/engine.ts";

/** Terms that several alternatives want together, and whether their holders are added or taken away. */
export interface Intersection {
  readonly terms: Conjunction;
  readonly sign: 1 | -1;
}

/**
 * What to count so that each holder of any alternative counts once: all that hold one, less those that hold two, and so
 * on (inclusion and exclusion). For one alternative that is itself.
 */
export function listIntersections(alternatives: readonly Conjunction[]): readonly Intersection[] {
  const found: Intersection[] = [];
  for (const terms of alternatives) {
    const joined = found.map((one): Intersection => ({
      terms: join(one.terms, terms),
      sign: one.sign === 1 ? -1 : 1,
    }));
    found.push({ terms, sign: 1 }, ...joined);
  }
  return found;
}

/** The counts of all intersections as one answer; its hits are left out. */
export function addAnswers(
  answers: readonly { readonly answer: EngineAnswer; readonly sign: 1 | -1 }[],
): EngineAnswer {
  const facets: Record<string, Record<string, number>> = {};
  for (const { answer, sign } of answers) {
    for (const [attribute, counts] of Object.entries(answer.facets)) {
      const sums = (facets[attribute] ??= {});
      for (const [value, count] of Object.entries(counts))
        sums[value] = (sums[value] ?? 0) + sign * count;
    }
  }
  return { hits: [], estimatedTotal: 0, facets: dropZeros(facets) };
}

function dropZeros(
  facets: Readonly<Record<string, Readonly<Record<string, number>>>>,
): EngineAnswer["facets"] {
  return Object.fromEntries(
    Object.entries(facets).map(([attribute, counts]) => [
      attribute,
      Object.fromEntries(Object.entries(counts).filter(([, count]) => count !== 0)),
    ]),
  );
}
