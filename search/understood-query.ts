import type { QueryProblem } from "./language/parsed-query.ts";
import { findReports } from "./facts/find-reports.ts";
import { buildReportFilter } from "./facts/build-report-filter.ts";
import { limitAlternatives } from "./strict/limit-alternatives.ts";
import { limitPlaces } from "./filters/limit-places.ts";
import { planQuery, type QueryPlan } from "./planner.ts";
import type { SearchQuery } from "./query.ts";
import type { SearchParts } from "./search-parts.ts";
import { loadTypedFilters } from "./filters/typed-filters.ts";

/**
 * A query ready to be asked: `query` with the words that are looked for, `filters` that the words bring and that hold
 * for hits, total and all facets alike. `among` are the reports that meet conditions on numbers, null without any.
 * `left` tells what was understood but is more than can be asked for.
 */
export interface UnderstoodQuery {
  readonly query: SearchQuery;
  readonly plan: QueryPlan;
  readonly filters: readonly string[];
  readonly among: readonly string[] | null;
  readonly left: readonly QueryProblem[];
}

/** Reads the words of a query and looks up what their filters mean. @throws EngineUnavailable, EngineRefused */
export async function understandQuery(
  asked: SearchQuery,
  parts: SearchParts,
): Promise<UnderstoodQuery> {
  const { engine, language } = parts;
  await language.regions.refresh?.();
  const read = planQuery(asked.q, language);
  const { query, problems: places } = limitPlaces(asked, language.regions);
  const typed = await loadTypedFilters(read.parsed.filters, { engine, ...language });
  const { among, filters: numbers } = await findAmong(read, parts);
  const filters = [...typed.filters, ...numbers];
  const { plan, problems } = limitAlternatives(read, { query, filters }, language.regions);
  return { query, plan, filters, among, left: [...places, ...typed.problems, ...problems] };
}

/** The reports that meet the conditions on numbers, and the filter for their sections. */
async function findAmong(
  { parsed: { conditions } }: QueryPlan,
  { readFacts }: SearchParts,
): Promise<Pick<UnderstoodQuery, "among" | "filters">> {
  if (conditions.length === 0) return { among: null, filters: [] };
  const columns = await readFacts();
  const among = findReports(columns, conditions);
  return { among, filters: [buildReportFilter(among, columns.reports)] };
}
