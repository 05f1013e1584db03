import type { ApiRoute } from "./api-route.ts";
import { diffRoute } from "./diff-route.ts";
import { healthRoute } from "./health-route.ts";
import { originalRoute } from "./original-route.ts";
import { reportRoute } from "./report-route.ts";
import { searchRoute } from "./search-route.ts";
import { suggestRoute } from "./suggest-route.ts";

/** Every route of the API, in the order of `docs/api.md`. */
export const apiRoutes: readonly ApiRoute[] = [
  searchRoute,
  suggestRoute,
  reportRoute,
  diffRoute,
  originalRoute,
  healthRoute,
];
