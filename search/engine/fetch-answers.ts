import { z } from "zod";
import type { EngineClient } from "./engine-client.ts";
import type { EngineAnswer, EngineQuery } from "./engine.ts";

const answerSchema = z.object({
  hits: z.array(z.unknown()),
  estimatedTotalHits: z.int(),
  facetDistribution: z.record(z.string(), z.record(z.string(), z.int())).optional(),
});
const answersSchema = z.object({ results: z.array(answerSchema) });

/** Asks all questions in one round trip; a single one takes the engine's shorter way. */
export async function fetchAnswers(
  engine: EngineClient,
  queries: readonly EngineQuery[],
): Promise<readonly EngineAnswer[]> {
  const [first, ...others] = queries;
  if (first === undefined) return [];
  if (others.length === 0) {
    return [readAnswer(await engine.post(`indexes/${first.index}/search`, buildRequest(first)))];
  }
  const body = {
    queries: queries.map((query) => ({ indexUid: query.index, ...buildRequest(query) })),
  };
  const { results } = answersSchema.parse(await engine.post("multi-search", body));
  return results.map((result) => readAnswer(result));
}

function readAnswer(answer: unknown): EngineAnswer {
  const { hits, estimatedTotalHits, facetDistribution } = answerSchema.parse(answer);
  return { hits, estimatedTotal: estimatedTotalHits, facets: facetDistribution ?? {} };
}

/** Only fields that Meilisearch 1.21 knows: an unknown one makes it refuse the whole request. */
function buildRequest(query: EngineQuery): Readonly<Record<string, unknown>> {
  return {
    q: query.text,
    matchingStrategy: query.strategy,
    offset: query.offset,
    limit: query.limit,
    attributesToRetrieve: query.fields,
    ...(query.attributes && { attributesToSearchOn: query.attributes }),
    ...(query.filter.length > 0 && { filter: query.filter }),
    ...(query.facets.length > 0 && { facets: query.facets }),
    ...(query.distinct && { distinct: query.distinct }),
    ...(query.sort.length > 0 && { sort: query.sort }),
  };
}
