import { findForm } from "../../corpus/forms/forms.ts";
import { OriginalPage } from "../../web/original/original-page.tsx";
import { buildOriginalAddress } from "../../web/report/report-address.ts";
import { loadLookedAt, originalQuerySchema } from "../load-looked-at.ts";
import { readParameters, readReportId } from "../read-request.ts";
import type { PageRoute } from "./page-route.ts";

/** The archived original with the cell of a fact marked, beside what was read from it. */
export const originalPageRoute: PageRoute = {
  path: "/reports/:id/original",
  show: async (c, deps) => {
    const id = readReportId(c);
    const query = readParameters(c, originalQuerySchema);
    const [holdings, { report, fact }] = await Promise.all([
      deps.loadHoldings(),
      loadLookedAt(deps, id, query),
    ]);
    const form = report.form === null ? null : findForm(report.form);
    const { digest } = report.capture;
    return {
      title: `${report.title}：存档原件`,
      query: null,
      box: "header",
      holdings,
      canonical: buildOriginalAddress({ id, digest }, query.fact),
      content: <OriginalPage report={report} form={form} fact={fact} page={query.page} />,
    };
  },
};
