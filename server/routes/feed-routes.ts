import type { Context, Hono } from "hono";
import { feedFormats, type FeedFormat } from "../../web/feed-formats.ts";
import type { AppDeps } from "../app-deps.ts";
import { buildAtom } from "../feeds/build-atom.ts";
import { buildFeed } from "../feeds/build-feed.ts";
import { buildJsonFeed } from "../feeds/build-json-feed.ts";
import { buildRss } from "../feeds/build-rss.ts";
import type { Feed } from "../feeds/feed.ts";
import { loadNewestHits } from "../feeds/load-newest-hits.ts";
import { readOrigin, readSearchQuery } from "../read-request.ts";

/** Readers ask every hour or so: more than this do not come in between. */
const mostEntries = 50;

const builders: Readonly<Record<FeedFormat["key"], (feed: Feed) => string>> = {
  rss: buildRss,
  atom: buildAtom,
  json: buildJsonFeed,
};

/** Serves every search as a feed of the reports that come in; the digest of its text is its ETag. */
export function addFeedRoutes(app: Hono, deps: Pick<AppDeps, "search">): void {
  for (const format of feedFormats) {
    app.get(`/feed.${format.key}`, (c) => answerFeed(c, deps, format));
  }
}

async function answerFeed(
  c: Context,
  deps: Pick<AppDeps, "search">,
  { key, mediaType }: FeedFormat,
): Promise<Response> {
  const query = readSearchQuery(c);
  const found = await loadNewestHits(deps.search, query, mostEntries);
  const feed = buildFeed(query, found, { origin: readOrigin(c), format: key });
  c.header("Cache-Control", "no-cache");
  return c.body(builders[key](feed), 200, { "Content-Type": `${mediaType}; charset=utf-8` });
}
