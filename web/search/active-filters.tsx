import { facets, type FacetKey } from "../../search/facets.ts";
import type { SearchQuery } from "../../search/query.ts";
import type { SearchResult } from "../../search/search-result.ts";
import {
  buildSearchAddress,
  clearFilters,
  countFilters,
  listFilterValues,
  toggleFilter,
} from "./search-address.ts";

interface Props {
  readonly query: SearchQuery;
  readonly result: SearchResult;
}

/** The filters in force, each with a link that takes it away. */
export function ActiveFilters({ query, result }: Props) {
  if (countFilters(query) === 0) return null;
  const chips = facets.flatMap((facet) =>
    listFilterValues(query, facet.key).map((value) => ({ facet, value })),
  );
  return (
    <ul class="chips" aria-label="已选的筛选条件" hx-boost="true">
      {chips.map(({ facet, value }) => (
        <li>
          <a class="chip" href={buildSearchAddress(toggleFilter(query, facet.key, value))}>
            <span class="chip-facet">{facet.label}</span>
            {findFilterLabel(result, facet.key, value)}
            <span class="chip-cross" aria-hidden="true">
              ×
            </span>
            <span class="visually-hidden">（移除）</span>
          </a>
        </li>
      ))}
      <li>
        <a class="chip chip-clear" href={buildSearchAddress(clearFilters(query))}>
          全部清除
        </a>
      </li>
    </ul>
  );
}

/** What readers see for a value: of the labels' table, of the counts, of the hits' places, else the value itself. */
export function findFilterLabel(result: SearchResult, key: FacetKey, value: string): string {
  const labels = facets.find((facet) => facet.key === key)?.labels;
  if (labels && Object.hasOwn(labels, value)) return labels[value] ?? value;
  const counted = result.facets[key]?.find((count) => count.value === value);
  if (counted) return counted.label;
  if (key !== "region") return value;
  const places = result.hits.flatMap((hit) => hit.region);
  return places.find((place) => place.code === value)?.name ?? value;
}
