import type { Child } from "hono/jsx";
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
import { YearHistogram } from "./year-histogram.tsx";

const shownAtOnce = 8;

interface Props {
  readonly query: SearchQuery;
  readonly result: SearchResult;
  /** What was typed to look for a place. */
  readonly regionName: string;
}

/** All facets. On a narrow page it is a sheet that opens; on a wide one it always stands open. */
export function FacetPanel({ query, result, regionName }: Props) {
  const chosen = countFilters(query);
  if (facets.every(({ key }) => (result.facets[key] ?? []).length === 0)) return null;
  return (
    <aside class="results-facets" aria-label="筛选">
      <details class="facet-panel" hx-boost="true" open={regionName !== ""}>
        <summary class="facet-sheet-handle">
          筛选
          {chosen > 0 && <span class="facet-sheet-count">已选 {chosen} 项</span>}
        </summary>
        <div class="facet-groups">
          {facets.map((facet) => (
            <FacetGroup facet={facet} counts={result.facets[facet.key] ?? []}>
              <FacetContent facet={facet} query={query} result={result} regionName={regionName} />
            </FacetGroup>
          ))}
        </div>
      </details>
    </aside>
  );
}

function FacetGroup(props: {
  readonly facet: Facet;
  readonly counts: readonly FacetCount[];
  readonly children: Child;
}) {
  const { facet, counts, children } = props;
  if (counts.length === 0) return null;
  const headingId = `facet-${facet.key}`;
  return (
    <section class="facet-group" aria-labelledby={headingId}>
      <h2 id={headingId} class="facet-heading">
        {facet.label}
      </h2>
      {children}
    </section>
  );
}

function FacetContent({ facet, query, result, regionName }: Props & { readonly facet: Facet }) {
  const counts = result.facets[facet.key] ?? [];
  if (facet.key === "region") {
    const found = result.facets["place"] ?? [];
    return <RegionFacet counts={counts} query={query} name={regionName} found={found} />;
  }
  return (
    <>
      {facet.key === "year" && <YearHistogram counts={counts} query={query} />}
      <ValueList facet={facet} query={query} counts={counts} />
    </>
  );
}

interface ListProps {
  readonly facet: Facet;
  readonly query: SearchQuery;
  readonly counts: readonly FacetCount[];
}

/** The first values and every chosen one; the others behind a line that opens. */
function ValueList({ facet, query, counts }: ListProps) {
  const chosen = listFilterValues(query, facet.key);
  const isShown = ({ value }: FacetCount, index: number): boolean =>
    index < shownAtOnce || chosen.includes(value);
  const build = (count: FacetCount) => (
    <li>
      <FacetLink
        facet={facet.key}
        count={count}
        address={buildSearchAddress(toggleFilter(query, facet.key, count.value))}
        state={chosen.includes(count.value) ? "chosen" : "free"}
      />
    </li>
  );
  return (
    <>
      <ul class="facet-values">{counts.filter(isShown).map(build)}</ul>
      <MoreValues items={counts.filter((count, index) => !isShown(count, index)).map(build)} />
    </>
  );
}
