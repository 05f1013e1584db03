import { chooseCountedParts } from "./counted-parts.ts";
import { buildFacetQuestions } from "../filters/facet-questions.ts";
import type { QueryProblem } from "../language/parsed-query.ts";
import type { QueryPlan } from "../planner.ts";
import type { SearchQuery } from "../query.ts";
import type { RegionNames } from "../places/region-names.ts";
import { buildFilter } from "../filters/search-filter.ts";

/**
 * What the engine is given for one search, in characters of filters: it needs some 3 µs for each value of about 13, and
 * for a question by itself as long as for `perQuestion` of them. All together takes a third of a second.
 */
const mostAsked = 1_000_000;
const perQuestion = 2_000;

interface Asked {
  readonly query: SearchQuery;
  /** What holds beside what is chosen. */
  readonly filters: readonly string[];
}

/**
 * The plan with as many alternatives as can be counted under all that is chosen: each is counted once for every facet,
 * with all chosen places in the filter. What is left out is told.
 */
export function limitAlternatives(
  plan: QueryPlan,
  { query, filters }: Asked,
  regions: RegionNames,
): { readonly plan: QueryPlan; readonly problems: readonly QueryProblem[] } {
  if (plan.alternatives.length === 1) return { plan, problems: [] };
  const own = buildFilter(query, regions);
  const further = buildFacetQuestions(query, regions).map(({ filter }) => filter);
  const cost = [own, ...further].reduce(
    (sum, filter) => sum + perQuestion + measure([...filter, ...filters]),
    0,
  );
  const [first, ...others] = plan.alternatives;
  const countParts = () => chooseCountedParts([first, ...others]).length;
  while (others.length > 0 && countParts() * cost > mostAsked) others.pop();
  const count = others.length + 1;
  if (count === plan.alternatives.length) return { plan, problems: [] };
  return {
    plan: { ...plan, alternatives: [first, ...others] },
    problems: [{ message: describe(count), span: findChoices(plan) }],
  };
}

function measure(filter: readonly string[]): number {
  return filter.reduce((sum, { length }) => sum + length, 0);
}

function describe(count: number): string {
  return `“或”的组合与所选的筛选相乘太多，只检索了前 ${count} 种；请少选一些地区，或分几次检索。`;
}

/** From the first choice to the last. */
function findChoices({ parsed: { text } }: QueryPlan): QueryProblem["span"] {
  const choices = text.filter(({ kind }) => kind === "any");
  return {
    start: choices[0]?.span.start ?? 0,
    end: choices.at(-1)?.span.end ?? 0,
  };
}
