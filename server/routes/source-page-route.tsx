import { isStranger } from "../../corpus/is-stranger.ts";
import { SourcePage } from "../../web/sources/source-page.tsx";
import { nameSource } from "../../web/sources/source-row.tsx";
import { buildSourceAddress } from "../../web/sources/sources-query.ts";
import { readSourceId, requireFound } from "../read-request.ts";
import type { PageRoute } from "./page-route.ts";
import { readViewing, showLogin } from "./sources-page-route.tsx";

export const sourcePageRoute: PageRoute = {
  path: "/sources/:id",
  show: async (c, deps) => {
    const canonical = buildSourceAddress(readSourceId(c));
    const viewing = readViewing(c, deps, canonical);
    const refused = await showLogin(c, deps, viewing);
    if (refused !== null) return refused;
    const [holdings, found] = await Promise.all([
      deps.loadHoldings(),
      deps.loadSource(readSourceId(c)),
    ]);
    const detail = requireFound(found);
    const lacksContact = !deps.hasContact && isStranger(detail.source);
    return {
      title: `${nameSource(detail.source)} - 来源`,
      query: null,
      box: "header",
      holdings,
      canonical,
      content: <SourcePage detail={detail} viewing={viewing} lacksContact={lacksContact} />,
    };
  },
};
