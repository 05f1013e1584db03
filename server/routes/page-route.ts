import type { Context } from "hono";
import type { PageView } from "../../web/page-view.ts";
import type { AppDeps } from "../app-deps.ts";

/** A page of the site. `show` may throw RequestRefused and whatever the deps throw. */
export interface PageRoute {
  readonly path: string;
  readonly show: (c: Context, deps: AppDeps) => Promise<PageView>;
}
