import { maxReachableHits, type SearchQuery } from "../../search/query.ts";
import type { SearchResult } from "../../search/search-result.ts";
import { buildNumberText } from "../number-text.ts";
import { buildSearchAddress } from "./search-address.ts";

interface Props {
  readonly query: SearchQuery;
  readonly result: SearchResult;
}

/** Links to the pages around the current one, the first and the last. */
export function Pager({ query, result }: Props) {
  const last = countPages(result);
  if (last <= 1) return null;
  const current = Math.min(query.page, last + 1);
  const address = (page: number): string => buildSearchAddress({ ...query, page });
  return (
    <nav class="pager" aria-label="翻页" hx-boost="true">
      {current > 1 && (
        <a class="pager-step" rel="prev" href={address(current - 1)}>
          上一页
        </a>
      )}
      <ol class="pager-pages">
        {listPages(current, last).map((page) => (
          <li>
            {page === null ? (
              <span aria-hidden="true">…</span>
            ) : (
              <a
                href={address(page)}
                aria-label={`第 ${page} 页`}
                aria-current={page === query.page ? "page" : undefined}
              >
                {buildNumberText(page)}
              </a>
            )}
          </li>
        ))}
      </ol>
      {current < last && (
        <a class="pager-step" rel="next" href={address(current + 1)}>
          下一页
        </a>
      )}
    </nav>
  );
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
