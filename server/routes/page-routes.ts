import { changesPageRoute } from "./changes-page-route.tsx";
import { helpPageRoute } from "./help-page-route.tsx";
import { originalPageRoute } from "./original-page-route.tsx";
import type { PageRoute } from "./page-route.ts";
import { reportPageRoute } from "./report-page-route.tsx";
import { searchPageRoute } from "./search-page-route.tsx";
import { sourcePageRoute } from "./source-page-route.tsx";
import { sourcesPageRoute } from "./sources-page-route.tsx";

/** Every page of the site. */
export const pageRoutes: readonly PageRoute[] = [
  searchPageRoute,
  helpPageRoute,
  reportPageRoute,
  changesPageRoute,
  originalPageRoute,
  sourcesPageRoute,
  sourcePageRoute,
];
