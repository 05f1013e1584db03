import type { Child } from "hono/jsx";
import type { SearchQuery } from "../search/query.ts";
import type { Holdings } from "../corpus/holdings.ts";

/** Addresses of the served styles, scripts and icon. */
export interface AssetPaths {
  readonly style: string;
  readonly icon: string;
  readonly htmx: string;
  readonly modules: readonly string[];
}

/**
 * A page as a route makes it: `query` fills the search box, `searched` is what the hits were found by where words
 * took the place of those typed, `box` is where the box stands,
 * `canonical` is the one address of this state, `holdings` null where the store cannot tell,
 * `status` 200 where it is not given, `retryAfter` seconds after which a page that could not be shown is asked for again.
 */
export interface PageView {
  readonly title: string;
  readonly query: SearchQuery | null;
  readonly searched?: SearchQuery;
  readonly box: "header" | "hero";
  readonly canonical: string | null;
  readonly holdings: Holdings | null;
  readonly content: Child;
  readonly status?: 401;
  readonly retryAfter?: number | undefined;
}
