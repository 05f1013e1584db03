import { buildHitReader, hitFields } from "./build-hit.ts";
import type { Engine, EngineAnswer, EngineQuery } from "./engine/engine.ts";
import { readFacetCounts } from "./facet-counts.ts";
import { buildFacetQuestions, listOpenFacets } from "./facet-questions.ts";
import { planQuery, type Language, type PlanStep, type QueryPlan } from "./planner.ts";
import type { PhraseChecker } from "./phrase-checker.ts";
import { maxReachableHits, type SearchQuery, type Sort } from "./query.ts";
import type { RegionNames } from "./region-names.ts";
import { buildExclusionFilter, buildFilter } from "./search-filter.ts";
import type { SearchResult } from "./search-result.ts";

/** What a search works with. */
export interface SearchParts {
  readonly engine: Pick<Engine, "multiSearch">;
  readonly language: Language;
  readonly regions: RegionNames;
  readonly phrases: PhraseChecker;
}

const sortRules: Readonly<Record<Sort, readonly string[]>> = {
  relevance: [],
  newest: ["year:desc"],
  oldest: ["year:asc"],
};

/**
 * Answers a search. The strict step is asked together with the counts of chosen facets; where it finds nothing, all
 * other steps of the plan are asked at once, and the first that finds something answers. `total` of a relaxed
 * answer is how many sections hold some of the words, with `exact` false, since none holds them all. Beyond the
 * hits that the engine can reach, a page is empty and the total still told.
 * @throws EngineUnavailable, EngineRefused
 */
export async function searchReports(query: SearchQuery, parts: SearchParts): Promise<SearchResult> {
  const started = performance.now();
  const { language, regions } = parts;
  const plan = planQuery(query.q, language);
  const { step, answers } = await findStep(plan, query, parts);
  const { simplify } = language;
  const readHit = buildHitReader({ terms: step.terms, latin: plan.latin, simplify });
  const total = countSections(answers[0]);
  return {
    query: query.q,
    total,
    exact: step.exact,
    page: query.page,
    size: query.size,
    hits: (answers[0]?.hits ?? []).map((document) => readHit(document)),
    facets: { ...readFacetCounts(answers, query, regions) },
    relaxed: step.relaxed,
    tookMs: Math.round((performance.now() - started) * 10) / 10,
  };
}

interface FoundStep {
  readonly step: PlanStep;
  readonly answers: readonly EngineAnswer[];
}

/** Where no step finds a section, the first answers: its facets tell what other choices would give. */
async function findStep(
  plan: QueryPlan,
  query: SearchQuery,
  parts: SearchParts,
): Promise<FoundStep> {
  const { engine, regions } = parts;
  const [, ...others] = plan.steps;
  const strict = await askStrictly(plan.steps[0], query, parts);
  if (countSections(strict.answers[0]) > 0 || others.length === 0) return strict;
  const tried = await engine.multiSearch(others.map((step) => buildOwnQuery(step, query, regions)));
  const index = tried.findIndex((answer) => countSections(answer) > 0);
  const [step, own] = [others[index], tried[index]];
  if (step === undefined || own === undefined) return strict;
  const counts = await engine.multiSearch(buildQueries(step, query, regions).slice(1));
  return { step, answers: [own, ...counts] };
}

/** Asks again without the sections that only seem to hold a quoted phrase, where the engine found any. */
async function askStrictly(
  step: PlanStep,
  query: SearchQuery,
  { engine, regions, phrases }: SearchParts,
): Promise<FoundStep> {
  const queries = buildQueries(step, query, regions);
  const answers = await engine.multiSearch(queries);
  const found = countSections(answers[0]);
  if (found === 0) return { step, answers };
  const mistakes = await phrases.findMistakes(step, buildFilter(query, regions), found);
  if (mistakes === null) return { step: { ...step, exact: false }, answers };
  if (mistakes.length === 0) return { step, answers };
  const exclusion = buildExclusionFilter(mistakes);
  const narrowed = queries.map((asked) => ({ ...asked, filter: [...asked.filter, exclusion] }));
  return { step, answers: await engine.multiSearch(narrowed) };
}

/** Every section has exactly one kind, and counts of facets have no ceiling as the engine's own total has. */
function countSections(answer: EngineAnswer | undefined): number {
  return Object.values(answer?.facets["section"] ?? {}).reduce((sum, count) => sum + count, 0);
}

/** The query for hits, total and open facets, then those that only count a chosen facet. */
function buildQueries(
  step: PlanStep,
  query: SearchQuery,
  regions: RegionNames,
): readonly EngineQuery[] {
  const own = buildOwnQuery(step, query, regions);
  const counting = { ...own, sort: [], offset: 0, limit: 0, fields: ["id"] };
  const questions = buildFacetQuestions(query, regions);
  return [own, ...questions.map((question) => ({ ...counting, ...question }))];
}

function buildOwnQuery(step: PlanStep, query: SearchQuery, regions: RegionNames): EngineQuery {
  const offset = Math.min((query.page - 1) * query.size, maxReachableHits);
  return {
    index: "sections",
    text: step.text,
    strategy: step.strategy,
    attributes: step.attributes,
    filter: buildFilter(query, regions),
    facets: listOpenFacets(query, regions),
    sort: sortRules[query.sort],
    offset,
    limit: Math.min(query.size, maxReachableHits - offset),
    fields: hitFields,
  };
}
