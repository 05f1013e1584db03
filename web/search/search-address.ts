import { facetKeys, type FacetKey } from "../../search/facets.ts";
import { buildSearchParams, parseSearchQuery, type SearchQuery } from "../../search/query.ts";

/** What the page shows where its address does not say: one hit for each report. The API gives every section. */
const pageGroup: SearchQuery["group"] = "report";

/** The address of a search on the page: one state, one address. */
export function buildSearchAddress(query: Partial<SearchQuery>): string {
  const { group = pageGroup, ...rest } = query;
  const params = buildSearchParams(rest);
  if (group !== pageGroup) params.set("group", group);
  return params.size === 0 ? "/" : `/?${params.toString()}`;
}

/** Reads the parameters of such an address. Returns zod's result. */
export function parseSearchAddress(params: URLSearchParams): ReturnType<typeof parseSearchQuery> {
  const asked = new URLSearchParams(params);
  if (!asked.get("group")) asked.set("group", pageGroup);
  return parseSearchQuery(asked);
}

/** The chosen values of a filter, as texts. */
export function listFilterValues(query: SearchQuery, key: FacetKey): readonly string[] {
  return query[key].map(String);
}

/** The query on its first page with other values of one filter. */
export function replaceFilter(
  query: SearchQuery,
  key: FacetKey,
  values: readonly string[],
): SearchQuery {
  const typed = key === "year" ? values.map(Number) : values;
  return { ...query, page: 1, [key]: typed };
}

/** The query with one value of a filter added, or taken out where it is in. */
export function toggleFilter(query: SearchQuery, key: FacetKey, value: string): SearchQuery {
  const values = listFilterValues(query, key);
  const next = values.includes(value)
    ? values.filter((other) => other !== value)
    : [...values, value];
  return replaceFilter(query, key, next);
}

export function clearFilters(query: SearchQuery): SearchQuery {
  return facetKeys.reduce((cleared, key) => replaceFilter(cleared, key, []), query);
}

export function countFilters(query: SearchQuery): number {
  return facetKeys.reduce((count, key) => count + query[key].length, 0);
}

/** Whether the address asks for nothing yet: the start page. */
export function isStart(query: SearchQuery): boolean {
  return (
    query.q.trim() === "" &&
    countFilters(query) === 0 &&
    query.sort === "relevance" &&
    query.page === 1
  );
}
