import { buildSearchParams, type SearchQuery } from "../../search/query.ts";
import type { FeedFormat } from "../feed-formats.ts";

/** The address that tells of new reports for a search: its words and filters, whatever order, page or grouping is looked at. */
export function buildFeedAddress(key: FeedFormat["key"], query: Partial<SearchQuery>): string {
  const { sort: _, page: __, size: ___, place: ____, group: _____, ...asked } = query;
  const params = buildSearchParams(asked).toString();
  return `/feed.${key}${params === "" ? "" : `?${params}`}`;
}
