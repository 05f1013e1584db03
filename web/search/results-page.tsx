import type { SearchQuery } from "../../search/query.ts";
import type { SearchResult } from "../../search/search-result.ts";
import type { Holdings } from "../../corpus/holdings.ts";
import { ActiveFilters } from "./active-filters.tsx";
import { CorrectionNotice } from "./correction-notice.tsx";
import { EmptyState } from "./empty-state.tsx";
import { ExportLinks } from "./export-links.tsx";
import { FacetPanel } from "./facet-panel.tsx";
import { FeedLinks } from "./feed-links.tsx";
import { findSearchedWords } from "./find-searched-words.ts";
import { GroupLinks } from "./group-links.tsx";
import { HitList } from "./hit-list.tsx";
import { Pager } from "./pager.tsx";
import { QueryReading } from "./query-reading.tsx";
import { ResultSummary } from "./result-summary.tsx";
import { SortLinks } from "./sort-links.tsx";

interface Props {
  readonly query: SearchQuery;
  readonly result: SearchResult;
  readonly holdings: Holdings | null;
  /** What was typed to look for a place among the facets. */
  readonly regionName: string;
}

/** Hits beside their facets. */
export function ResultsPage({ query, result, holdings, regionName }: Props) {
  const empty = result.hits.length === 0;
  const searched = { ...query, q: findSearchedWords(query.q, result) };
  return (
    <div class="results-page">
      <h1 class="visually-hidden">检索结果</h1>
      <FacetPanel query={query} result={result} regionName={regionName} />
      <div class="results-main">
        {result.correction && <CorrectionNotice query={query} correction={result.correction} />}
        {!empty && (
          <div class="results-bar">
            <ResultSummary query={query} result={result} />
            <GroupLinks query={query} />
            <FeedLinks query={searched} />
            <ExportLinks query={searched} result={result} />
            <SortLinks query={query} />
          </div>
        )}
        <QueryReading query={searched} result={result} />
        <ActiveFilters query={query} result={result} />
        {empty ? (
          <EmptyState query={query} result={result} holdings={holdings} />
        ) : (
          <HitList query={query} result={result} />
        )}
        {empty && <FeedLinks query={searched} />}
        <Pager query={searched} result={result} />
      </div>
    </div>
  );
}
