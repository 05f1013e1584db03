import { countMatches, gradeSections, type Grades } from "./grade.ts";
import type { JudgedQuery } from "./judged-query.ts";
import type { JudgedSection } from "./judged-section.ts";
import { cutoff, measureRanking, type RankingFigures } from "./metrics.ts";
import { parseRule } from "./rule.ts";
import type { OpenSystem, SystemAnswer } from "./systems/system.ts";

/** A query with its truth: `total` is what grep counts, null where the total is not judged. */
export interface JudgedTruth {
  readonly query: JudgedQuery;
  readonly grades: Grades;
  readonly total: number | null;
}

/** What a system gave for a query; `ranking` is null where nothing is relevant, `failed` says why nothing was given. */
export interface QueryOutcome {
  readonly truth: JudgedTruth;
  readonly answer: SystemAnswer;
  readonly ranking: RankingFigures | null;
  readonly failed: string | null;
}

/** Grades every section for every query. */
export function judgeQueries(
  queries: readonly JudgedQuery[],
  sections: readonly JudgedSection[],
): readonly JudgedTruth[] {
  return queries.map((query) => {
    const { match, count } = query;
    const rule = count === undefined ? null : parseRule(count === "match" ? match : count);
    const total = rule === null ? null : countMatches(rule, sections);
    return { query, grades: gradeSections(query, sections), total };
  });
}

/** Asks a system all queries, one after the other; one that it refuses counts as found nothing. */
export async function measureSystem(
  system: Pick<OpenSystem, "search">,
  truths: readonly JudgedTruth[],
): Promise<readonly QueryOutcome[]> {
  const outcomes: QueryOutcome[] = [];
  for (const truth of truths) {
    const { answer, failed } = await ask(system, truth.query.q);
    const ranking = truth.grades.size === 0 ? null : measureRanking(answer.ids, truth.grades);
    outcomes.push({ truth, answer, ranking, failed });
  }
  return outcomes;
}

async function ask(
  system: Pick<OpenSystem, "search">,
  q: string,
): Promise<Pick<QueryOutcome, "answer" | "failed">> {
  try {
    return { answer: await system.search(q, cutoff), failed: null };
  } catch (error) {
    const failed = error instanceof Error ? error.message : String(error);
    return { answer: { ids: [], total: 0 }, failed };
  }
}
