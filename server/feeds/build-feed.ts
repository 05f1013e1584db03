import { sectionLabels } from "../../corpus/section.ts";
import { facets } from "../../search/facets.ts";
import { buildSearchParams, type SearchQuery } from "../../search/query.ts";
import type { SearchResult } from "../../search/search-result.ts";
import type { FeedFormat } from "../../web/feed-formats.ts";
import { siteName } from "../../web/layout.tsx";
import { findFilterLabel } from "../../web/search/active-filters.tsx";
import { buildFeedAddress } from "../../web/search/feed-address.ts";
import { buildHitAddress } from "../../web/search/hit-address.ts";
import { buildSearchAddress, listFilterValues } from "../../web/search/search-address.ts";
import { buildFeedId } from "./build-feed-id.ts";
import type { Feed, FeedEntry } from "./feed.ts";
import type { DatedHit, NewestHits } from "./load-newest-hits.ts";

/** What a feed without entries says: no moment of any process, so that it stays the same. */
const never = "1970-01-01T00:00:00.000Z";

/** Where a feed is asked for: `origin` is the scheme and host by which readers reach this server. */
export interface FeedPlace {
  readonly origin: string;
  readonly format: FeedFormat["key"];
}

/** The feed of a search. The same search by another address (order, page, places counted) is the same feed. */
export function buildFeed(query: SearchQuery, found: NewestHits, place: FeedPlace): Feed {
  const { origin, format } = place;
  const shown = { sort: "relevance", page: 1, size: 10, group: "none" } as const;
  const asked: SearchQuery = { ...query, ...shown, place: [] };
  const params = buildSearchParams(asked).toString();
  const name = describeSearch(asked, found.first);
  const entries = found.hits.map((hit) => buildEntry(hit, query.q, origin));
  return {
    id: buildFeedId(`feed:${params}`),
    title: `${name} - ${siteName}`,
    description: `新收录的、符合检索“${name}”的政府信息公开工作年度报告`,
    home: origin + buildHomeAddress(asked),
    self: origin + buildFeedAddress(format, asked),
    updated: entries[0]?.added ?? never,
    entries,
  };
}

/** The page that shows the same, in the same order. */
function buildHomeAddress(query: SearchQuery): string {
  return buildSearchAddress({ ...query, sort: "added", group: "report" });
}

/** The words and the filters as readers see them. */
function describeSearch(query: SearchQuery, result: SearchResult): string {
  const filters = facets.flatMap(({ key }) =>
    listFilterValues(query, key).map((value) => findFilterLabel(result, key, value)),
  );
  const parts = [query.q.trim(), ...filters].filter((part) => part !== "");
  return parts.length === 0 ? "全部年报" : parts.join(" · ");
}

function buildEntry(hit: DatedHit, q: string, origin: string): FeedEntry {
  const heading = hit.heading === "" ? sectionLabels[hit.section] : hit.heading;
  return {
    id: buildFeedId(`report:${hit.reportId}`),
    address: origin + buildHitAddress(hit, q),
    title: hit.title,
    summary: hit.snippet === "" ? heading : `${heading}：${hit.snippet}`,
    author: hit.agency,
    tags: [...hit.region.map(({ name }) => name), String(hit.year)],
    added: hit.added,
  };
}
