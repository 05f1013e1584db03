/**
 * The resemblance of two texts (Broder 1997): of all shingles that stand in either, the share that stands in both
 * (Jaccard), 0 to 1. It is exact, computed from the sets themselves and never from signatures; 1 means that both have
 * the same shingles. Two empty sets share nothing.
 */
export function computeShare(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const [small, large] = one.size <= other.size ? [one, other] : [other, one];
  if (small.size === 0) return 0;
  let both = 0;
  for (const shingle of small) if (large.has(shingle)) both += 1;
  return both / (small.size + large.size - both);
}
