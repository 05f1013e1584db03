import { findReports } from "./facts/find-reports.ts";
import { buildReportFilter } from "./facts/build-report-filter.ts";
import { planQuery, type QueryPlan } from "./planner.ts";
import type { SearchQuery } from "./query.ts";
import type { SearchParts } from "./search-parts.ts";
import { loadTypedFilters } from "./typed-filters.ts";

/**
 * A query ready to be asked: `query` with the words that are looked for, `filters` that the words bring and that hold
 * for hits, total and all facets alike. `among` are the reports that meet conditions on numbers, null without any.
 */
export interface UnderstoodQuery {
  readonly query: SearchQuery;
  readonly plan: QueryPlan;
  readonly filters: readonly string[];
  readonly among: readonly string[] | null;
}

/** Reads the words of a query and looks up what their filters mean. @throws EngineUnavailable, EngineRefused */
export async function understandQuery(
  query: SearchQuery,
  parts: SearchParts,
): Promise<UnderstoodQuery> {
  const { engine, language } = parts;
  const plan = planQuery(query.q, language);
  const { filters: typed, conditions } = plan.parsed;
  const filters = await loadTypedFilters(typed, { engine, ...language });
  if (conditions.length === 0) return { query, plan, filters, among: null };
  const columns = await parts.readFacts();
  const among = findReports(columns, conditions);
  const condition = buildReportFilter(among, columns.reports);
  return { query, plan, filters: [...filters, condition], among };
}
