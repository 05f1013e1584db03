import { maxPageSize, type SearchQuery } from "../../search/query.ts";
import type { Hit, SearchResult } from "../../search/search-result.ts";

/** A hit whose report's coming is known. */
export interface DatedHit extends Hit {
  readonly added: string;
}

/** `first` is the answer to the first question, for the names of what was asked. */
export interface NewestHits {
  readonly hits: readonly DatedHit[];
  readonly first: SearchResult;
}

/** Reports have some eight sections each: more pages than this only where most of them match. */
const mostPages = 10;

/**
 * The reports that a search finds, those that came last first, each by its best section. Hits that hold only some of
 * the words, or other words, are none.
 * @throws EngineUnavailable
 */
export async function loadNewestHits(
  search: (query: SearchQuery) => Promise<SearchResult>,
  query: SearchQuery,
  limit: number,
): Promise<NewestHits> {
  const byReport = new Map<string, DatedHit>();
  const ask = (page: number) => search({ ...query, sort: "added", page, size: maxPageSize });
  const first = await ask(1);
  for (let page = 1, result = first; ; page += 1, result = await ask(page)) {
    if (result.relaxed || result.correction?.applied === true) break;
    for (const hit of result.hits.filter(isEntry)) {
      if (!byReport.has(hit.reportId)) byReport.set(hit.reportId, hit);
    }
    const isLast = result.hits.length < maxPageSize || page >= mostPages;
    if (isLast || byReport.size >= limit) break;
  }
  return { hits: [...byReport.values()].slice(0, limit), first };
}

function isEntry(hit: Hit): hit is DatedHit {
  return hit.added !== null && !hit.relaxed;
}
