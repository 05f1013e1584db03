import type { Grades } from "./grade.ts";

/** How many hits a reader sees. */
export const cutoff = 10;

/** How well the first hits of one query answer it. `missed` says that nothing was found though something is there. */
export interface RankingFigures {
  readonly ndcg: number;
  readonly recall: number;
  readonly missed: boolean;
}

/**
 * Measures hits in their order against the grades, which must not be empty. nDCG@10 with gain 2^grade - 1 and
 * discount log2(rank + 1) (Burges et al. 2005); recall@10 divides by what ten places can hold. A hit that comes
 * twice counts once.
 */
export function measureRanking(ids: readonly string[], grades: Grades): RankingFigures {
  const seen = ids.slice(0, cutoff).map((id, index, all) => {
    return all.indexOf(id) === index ? (grades.get(id) ?? 0) : 0;
  });
  const ideal = [...grades.values()].sort((a, b) => b - a).slice(0, cutoff);
  const relevant = seen.filter((grade) => grade > 0).length;
  return {
    ndcg: sumGains(seen) / sumGains(ideal),
    recall: relevant / ideal.length,
    missed: ids.length === 0,
  };
}

function sumGains(grades: readonly number[]): number {
  return grades.reduce((sum, grade, index) => sum + (2 ** grade - 1) / Math.log2(index + 2), 0);
}
