import { facetKeys, type FacetKey } from "../../search/facets.ts";
import { buildSearchParams, type SearchQuery } from "../../search/query.ts";

/** The address of a search. */
export function buildSearchAddress(query: Partial<SearchQuery>): string {
  const params = buildSearchParams(query).toString();
  return params === "" ? "/" : `/?${params}`;
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
