import { buildPinyinWords } from "../planner.ts";
import type { SearchParts } from "../search-parts.ts";
import { askStrictly, type StrictAnswer } from "./strict-search.ts";
import type { UnderstoodQuery } from "../understood-query.ts";

/**
 * What holds all that was asked for. Latin words that stand nowhere may be the beginning of a place in pinyin.
 * @throws EngineUnavailable, EngineRefused
 */
export async function findStrict(
  understood: UnderstoodQuery,
  parts: SearchParts,
): Promise<StrictAnswer> {
  const answer = await askStrictly(understood, parts);
  if (answer.total > 0 || understood.plan.latin.length === 0) return answer;
  for (const words of buildPinyinWords(understood.plan.latin)) {
    const typed = await askStrictly(understood, parts, words);
    if (typed.total > 0) return typed;
  }
  return answer;
}
