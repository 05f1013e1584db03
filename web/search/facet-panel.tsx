import { facets, type Facet } from "../../search/facets.ts";
import type { SearchQuery } from "../../search/query.ts";
import type { FacetCount, SearchResult } from "../../search/search-result.ts";
import { FacetLink } from "./facet-link.tsx";
import { MoreValues } from "./more-values.tsx";
import { RegionFacet } from "./region-facet.tsx";
import {
  buildSearchAddress,
  countFilters,
  listFilterValues,
  toggleFilter,
} from "./search-address.ts";

const shownAtOnce = 8;

/** All facets. On a narrow page it is a sheet that opens; on a wide one it always stands open. */
export function FacetPanel(props: { readonly query: SearchQuery; readonly result: SearchResult }) {
  const { query, result } = props;
  const chosen = countFilters(query);
  if (facets.every(({ key }) => (result.facets[key] ?? []).length === 0)) return null;
  return (
    <aside class="results-facets" aria-label="筛选">
      <details class="facet-panel" hx-boost="true">
        <summary class="facet-sheet-handle">
          筛选
          {chosen > 0 && <span class="facet-sheet-count">已选 {chosen} 项</span>}
        </summary>
        <div class="facet-groups">
          {facets.map((facet) => (
            <FacetGroup facet={facet} query={query} counts={result.facets[facet.key] ?? []} />
          ))}
        </div>
      </details>
    </aside>
  );
}

interface GroupProps {
  readonly facet: Facet;
  readonly query: SearchQuery;
  readonly counts: readonly FacetCount[];
}

function FacetGroup({ facet, query, counts }: GroupProps) {
  if (counts.length === 0) return null;
  const headingId = `facet-${facet.key}`;
  return (
    <section class="facet-group" aria-labelledby={headingId}>
      <h2 id={headingId} class="facet-heading">
        {facet.label}
      </h2>
      {facet.key === "region" ? (
        <RegionFacet counts={counts} query={query} />
      ) : (
        <ValueList facet={facet} query={query} counts={counts} />
      )}
    </section>
  );
}

function ValueList({ facet, query, counts }: GroupProps) {
  const values = listFilterValues(query, facet.key);
  const items = counts.map((count) => (
    <li>
      <FacetLink
        facet={facet.key}
        count={count}
        address={buildSearchAddress(toggleFilter(query, facet.key, count.value))}
        state={values.includes(count.value) ? "chosen" : "free"}
      />
    </li>
  ));
  return (
    <>
      <ul class="facet-values">{items.slice(0, shownAtOnce)}</ul>
      <MoreValues items={items.slice(shownAtOnce)} />
    </>
  );
}
