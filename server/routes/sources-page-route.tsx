import type { Context } from "hono";
import { LoginPage, type Viewing } from "../../web/sources/admin-box.tsx";
import { chooseSources } from "../../web/sources/choose-sources.ts";
import { orderSources } from "../../web/sources/order-sources.ts";
import { SourcesPage, sourcesShown } from "../../web/sources/sources-page.tsx";
import { buildSourcesAddress, sourcesQuerySchema } from "../../web/sources/sources-query.ts";
import type { PageView } from "../../web/page-view.ts";
import type { AppDeps } from "../app-deps.ts";
import { RequestRefused } from "../problem.ts";
import { readParameters } from "../read-request.ts";
import type { PageRoute } from "./page-route.ts";

export const sourcesPageRoute: PageRoute = {
  path: "/sources",
  show: async (c, deps) => {
    const query = readParameters(c, sourcesQuerySchema);
    const canonical = buildSourcesAddress(query);
    const viewing = readViewing(c, deps, canonical);
    const refused = await showLogin(c, deps, viewing);
    if (refused !== null) return refused;
    const [holdings, all] = await Promise.all([deps.loadHoldings(), deps.loadSources()]);
    const chosen = chooseSources(orderSources(all), query, sourcesShown);
    const { hasContact } = deps;
    const props = { query, chosen, viewing, hasContact };
    const content = <SourcesPage {...props} />;
    return { title: "来源", query: null, box: "header", holdings, canonical, content };
  },
};

/** Who looks at a page of sources. `back` is its address without what only concerns signing in. */
export function readViewing(c: Context, { gate }: AppDeps, back: string): Viewing {
  const failed = new URL(c.req.url).searchParams.get("login") === "failed";
  return { admin: gate.isAdmin(c), failed, back };
}

/** The page that asks for the token, with 401; null where the client may read. */
export async function showLogin(
  c: Context,
  deps: AppDeps,
  viewing: Viewing,
): Promise<PageView | null> {
  try {
    deps.gate.requireReader(c);
    return null;
  } catch (error) {
    if (!(error instanceof RequestRefused)) throw error;
    return {
      title: "来源",
      query: null,
      box: "header",
      holdings: await deps.loadHoldings(),
      canonical: null,
      status: 401,
      content: <LoginPage {...viewing} />,
    };
  }
}
