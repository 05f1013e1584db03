import type { SearchQuery } from "../../search/query.ts";
import type { SearchResult } from "../../search/search-result.ts";
import type { Holdings } from "../../corpus/holdings.ts";
import { ActiveFilters } from "./active-filters.tsx";
import { EmptyState } from "./empty-state.tsx";
import { FacetPanel } from "./facet-panel.tsx";
import { HitCard } from "./hit-card.tsx";
import { Pager } from "./pager.tsx";
import { ResultSummary } from "./result-summary.tsx";
import { SortLinks } from "./sort-links.tsx";

interface Props {
  readonly query: SearchQuery;
  readonly result: SearchResult;
  readonly holdings: Holdings | null;
}

/** Hits beside their facets. */
export function ResultsPage({ query, result, holdings }: Props) {
  const empty = result.hits.length === 0;
  return (
    <div class="results-page">
      <h1 class="visually-hidden">检索结果</h1>
      <FacetPanel query={query} result={result} />
      <div class="results-main">
        {!empty && (
          <div class="results-bar">
            <ResultSummary query={query} result={result} />
            <SortLinks query={query} />
          </div>
        )}
        <ActiveFilters query={query} result={result} />
        {empty ? (
          <EmptyState query={query} result={result} holdings={holdings} />
        ) : (
          <ol class="hits" start={(query.page - 1) * query.size + 1}>
            {result.hits.map((hit) => (
              <li>
                <HitCard hit={hit} q={query.q} />
              </li>
            ))}
          </ol>
        )}
        <Pager query={query} result={result} />
      </div>
    </div>
  );
}
