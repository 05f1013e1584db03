import { z } from "zod";
import type { Report } from "../../corpus/report.ts";
import { forms } from "../../corpus/forms/forms.ts";
import { maxQueryLength } from "../../search/query.ts";
import { ReportPage } from "../../web/report/report-page.tsx";
import { buildReportAddress } from "../../web/report/report-address.ts";
import { digestSchema, readParameters, readReportId, requireFound } from "../read-request.ts";
import type { PageRoute } from "./page-route.ts";

const reportQuerySchema = z.object({
  q: z.string().max(maxQueryLength).default(""),
  digest: digestSchema.optional(),
});

export const reportPageRoute: PageRoute = {
  path: "/reports/:id",
  show: async (c, deps) => {
    const id = readReportId(c);
    const { q, digest } = readParameters(c, reportQuerySchema);
    const [holdings, found, changes, likeness] = await Promise.all([
      deps.loadHoldings(),
      deps.loadReport(id, digest),
      deps.loadVersionChanges(id),
      deps.loadLikeness(id),
    ]);
    const report = requireFound(found);
    const form = forms.find((form) => form.id === report.form) ?? null;
    const content = (
      <ReportPage
        report={report}
        form={form}
        changes={changes}
        likeness={likeness}
        q={q}
        marker={q.trim() === "" ? null : deps.buildMarker(q, listTexts(report))}
      />
    );
    return {
      title: report.title,
      query: null,
      box: "header",
      holdings,
      canonical: buildReportAddress({ id, digest }),
      content,
    };
  },
};

/** What the words of a query are looked for in: a strict hit holds all of them in these. */
function listTexts({ title, agency, regions, sections }: Report): readonly string[] {
  const names = regions.map(({ name }) => name);
  return [title, agency, ...names, ...sections.flatMap(({ heading, text }) => [heading, text])];
}
