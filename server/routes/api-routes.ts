import type { ApiRoute } from "./api-route.ts";
import { diffRoute } from "./diff-route.ts";
import { eventsRoute } from "./events-route.ts";
import { exportRoutes } from "./export-routes.ts";
import { healthRoute } from "./health-route.ts";
import { originalRoute } from "./original-route.ts";
import { reportRoute } from "./report-route.ts";
import { runsRoute } from "./runs-route.ts";
import { similarRoute } from "./similar-route.ts";
import { searchRoute } from "./search-route.ts";
import { sourceActionRoutes } from "./source-action-routes.ts";
import { sourceRoute } from "./source-route.ts";
import { sourcesRoute } from "./sources-route.ts";
import { suggestRoute } from "./suggest-route.ts";

/** Every route of the API, in the order of `docs/api.md`. */
export const apiRoutes: readonly ApiRoute[] = [
  searchRoute,
  ...exportRoutes,
  suggestRoute,
  reportRoute,
  diffRoute,
  similarRoute,
  originalRoute,
  sourcesRoute,
  eventsRoute,
  sourceRoute,
  ...sourceActionRoutes,
  runsRoute,
  healthRoute,
];
