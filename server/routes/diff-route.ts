import { z } from "zod";
import {
  factChangeSchema,
  headChangeSchema,
  sectionChangeSchema,
} from "../../corpus/diff/report-diff.ts";
import { diffQuerySchema, loadDiff } from "../load-diff.ts";
import { readParameters, readReportId } from "../read-request.ts";
import { captureSchema } from "../report-schema.ts";
import type { ApiRoute } from "./api-route.ts";

const diffSchema = z
  .object({
    from: captureSchema,
    to: captureSchema,
    head: z.array(headChangeSchema),
    sections: z.array(sectionChangeSchema),
    facts: z.array(factChangeSchema),
  })
  .meta({ id: "ReportDiff" });

export const diffRoute: ApiRoute = {
  path: "/api/reports/:id/diff",
  id: "getReportDiff",
  summary: "What one version of a report says otherwise than another, by section and by cell",
  query: diffQuerySchema,
  notes: {
    id: "Id of the report",
    from: "SHA-256 of the older version; without it the one captured before `to`",
    to: "SHA-256 of the newer version; the current one without it",
  },
  answer: diffSchema,
  problems: ["bad_request", "not_found"],
  handle: async (c, deps) => {
    const query = readParameters(c, diffQuerySchema);
    const { from, to, diff } = await loadDiff(deps, readReportId(c), query);
    return c.json({ from: from.capture, to: to.capture, ...diff });
  },
};
