import { maxReachableHits, type SearchQuery } from "../../search/query.ts";
import type { SearchResult } from "../../search/search-result.ts";
import { buildNumberText } from "../number-text.ts";
import { buildSearchAddress } from "./search-address.ts";

interface Props {
  readonly query: SearchQuery;
  readonly result: SearchResult;
}

/** Links to other pages. How many there are is known only where every section is a hit. */
export function Pager({ query, result }: Props) {
  const { page } = query;
  const isGrouped = query.group === "report";
  const last = isGrouped ? 0 : countPages(result);
  const isOnly = isGrouped ? page === 1 && !result.hasMore : last <= 1;
  if (isOnly || (isGrouped && result.hits.length === 0)) return null;
  const current = isGrouped ? page : Math.min(page, last + 1);
  return (
    <nav class="pager" aria-label="翻页" hx-boost="true">
      {current > 1 && (
        <a class="pager-step" rel="prev" href={buildPageAddress(query, current - 1)}>
          上一页
        </a>
      )}
      {isGrouped ? (
        <span class="pager-here">第 {buildNumberText(page)} 页</span>
      ) : (
        <PageLinks query={query} pages={listPages(current, last)} />
      )}
      {(isGrouped ? result.hasMore : current < last) && (
        <a class="pager-step" rel="next" href={buildPageAddress(query, current + 1)}>
          下一页
        </a>
      )}
    </nav>
  );
}

function PageLinks(props: {
  readonly query: SearchQuery;
  readonly pages: readonly (number | null)[];
}) {
  const { query, pages } = props;
  return (
    <ol class="pager-pages">
      {pages.map((page) => (
        <li>
          {page === null ? (
            <span aria-hidden="true">…</span>
          ) : (
            <a
              href={buildPageAddress(query, page)}
              aria-label={`第 ${page} 页`}
              aria-current={page === query.page ? "page" : undefined}
            >
              {buildNumberText(page)}
            </a>
          )}
        </li>
      ))}
    </ol>
  );
}

function buildPageAddress(query: SearchQuery, page: number): string {
  return buildSearchAddress({ ...query, page });
}

/** How many pages can be reached: the engine goes no further than `maxReachableHits`. */
export function countPages({ total, size }: Pick<SearchResult, "total" | "size">): number {
  return Math.ceil(Math.min(total, maxReachableHits) / size);
}

/** Page numbers to show; null stands for those left out. */
export function listPages(current: number, last: number): readonly (number | null)[] {
  const near = [1, current - 2, current - 1, current, current + 1, current + 2, last];
  const pages = [...new Set(near.filter((page) => page >= 1 && page <= last))];
  return pages.flatMap((page, i) => {
    const gap = page - (pages[i - 1] ?? page - 1);
    return gap > 1 ? [null, page] : [page];
  });
}
