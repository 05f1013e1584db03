import { forms } from "../../corpus/forms/forms.ts";
import { ChangesPage } from "../../web/versions/changes-page.tsx";
import { buildChangesAddress } from "../../web/report/report-address.ts";
import { diffQuerySchema, loadDiff } from "../load-diff.ts";
import { readParameters, readReportId } from "../read-request.ts";
import type { PageRoute } from "./page-route.ts";

/** Two versions of one report and what differs between them. */
export const changesPageRoute: PageRoute = {
  path: "/reports/:id/changes",
  show: async (c, deps) => {
    const id = readReportId(c);
    const query = readParameters(c, diffQuerySchema);
    const [holdings, { from, to, diff }] = await Promise.all([
      deps.loadHoldings(),
      loadDiff(deps, id, query),
    ]);
    const digests = { from: from.capture.digest, to: to.capture.digest };
    return {
      title: `${to.title}：版本比较`,
      query: null,
      box: "header",
      holdings,
      canonical: buildChangesAddress(id, digests),
      content: <ChangesPage from={from} to={to} diff={diff} forms={forms} />,
    };
  },
};
