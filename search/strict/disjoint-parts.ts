import type { Conjunction, QueryTerm } from "../query-terms.ts";

/**
 * Alternatives as parts that have no section in common and together hold all of theirs: the first, the second without
 * what the first holds, and so on. Their counts add up, and for single words there are as many as alternatives, where
 * inclusion and exclusion needs 2^n - 1.
 */
export function listDisjointParts(alternatives: readonly Conjunction[]): readonly Conjunction[] {
  return alternatives.flatMap((one, at) =>
    alternatives
      .slice(0, at)
      .reduce<readonly Conjunction[]>(
        (parts, other) => parts.flatMap((part) => subtract(part, other)),
        [one],
      ),
  );
}

interface Literal {
  readonly term: QueryTerm;
  readonly isWanted: boolean;
}

/** What lacks the first term, what has the first and lacks the second, and so on. */
function subtract(part: Conjunction, { wanted, excluded }: Conjunction): readonly Conjunction[] {
  const literals: readonly Literal[] = [
    ...wanted.map((term) => ({ term, isWanted: true })),
    ...excluded.map((term) => ({ term, isWanted: false })),
  ];
  const left: Conjunction[] = [];
  let held: Conjunction | null = part;
  for (const { term, isWanted } of literals) {
    const without = addTerm(held, term, !isWanted);
    if (without !== null) left.push(without);
    held = addTerm(held, term, isWanted);
    if (held === null) break;
  }
  return left;
}

/** The same part where it says so already; null where it says the opposite, so that nothing is left of it. */
function addTerm(part: Conjunction, term: QueryTerm, isWanted: boolean): Conjunction | null {
  const { wanted, excluded } = part;
  const [same, opposite] = isWanted ? [wanted, excluded] : [excluded, wanted];
  if (holds(opposite, term)) return null;
  if (holds(same, term)) return part;
  return isWanted
    ? { wanted: [...wanted, term], excluded }
    : { wanted, excluded: [...excluded, term] };
}

function holds(terms: readonly QueryTerm[], { grams }: QueryTerm): boolean {
  return terms.some((one) => one.grams.words === grams.words);
}
