import { searchQuerySchema, type SearchQuery } from "../../search/query.ts";
import { siteName } from "../../web/layout.tsx";
import type { PageView } from "../../web/page-view.ts";
import { chooseYears, facetFormSchema } from "../../web/search/facet-form.ts";
import { findSearchedWords } from "../../web/search/find-searched-words.ts";
import { ResultsPage } from "../../web/search/results-page.tsx";
import { buildSearchAddress, isStart } from "../../web/search/search-address.ts";
import { StartPage } from "../../web/search/start-page.tsx";
import type { AppDeps } from "../app-deps.ts";
import { readParameters, readSearchAddress } from "../read-request.ts";
import type { PageRoute } from "./page-route.ts";

const newestShown = 8;
/** As many places as names may stand for: fewer than an address holds, so that more can be chosen beside them. */
const mostPlaces = 180;

export const searchPageRoute: PageRoute = {
  path: "/",
  show: async (c, deps) => {
    const form = readParameters(c, facetFormSchema);
    const asked = await resolvePlaces(readSearchAddress(c), deps);
    const query = chooseYears(asked, form, await deps.loadHoldings());
    return isStart(query) && form.regionName === ""
      ? showStart(deps)
      : showResults(query, form.regionName, deps);
  },
};

/** Places named in the address become codes, by which the panel ticks them; an unknown name stays. */
async function resolvePlaces(query: SearchQuery, deps: AppDeps): Promise<SearchQuery> {
  const resolved = await Promise.all(
    query.region.map(async (value) => {
      const codes = await deps.resolveRegion(value);
      return codes.length > 0 ? codes : [value];
    }),
  );
  const region = resolved.flat();
  const most = Math.max(mostPlaces, query.region.length);
  return { ...query, region: [...new Set(region)].slice(0, most) };
}

async function showStart(deps: AppDeps): Promise<PageView> {
  const everything = searchQuerySchema.parse({ size: 1 });
  const [holdings, newest, { facets }] = await Promise.all([
    deps.loadHoldings(),
    deps.loadNewest(newestShown),
    deps.search(everything),
  ]);
  const content = <StartPage holdings={holdings} newest={newest} facets={facets} />;
  return { title: siteName, query: null, box: "hero", canonical: "/", holdings, content };
}

async function showResults(
  query: SearchQuery,
  regionName: string,
  deps: AppDeps,
): Promise<PageView> {
  const place = regionName === "" ? [] : [...(await deps.findPlaces(regionName))];
  const [holdings, result] = await Promise.all([
    deps.loadHoldings(),
    deps.search({ ...query, place }),
  ]);
  const searched = { ...query, q: findSearchedWords(query.q, result) };
  return {
    title: query.q.trim() === "" ? "浏览" : query.q,
    query,
    searched,
    box: "header",
    canonical: buildSearchAddress(query),
    holdings,
    content: (
      <ResultsPage query={query} result={result} holdings={holdings} regionName={regionName} />
    ),
  };
}
