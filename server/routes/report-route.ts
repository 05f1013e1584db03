import { readReportId, requireFound } from "../read-request.ts";
import { reportSchema } from "../report-schema.ts";
import type { ApiRoute } from "./api-route.ts";

export const reportRoute: ApiRoute = {
  path: "/api/reports/:id",
  id: "getReport",
  summary: "A report with its sections, facts, findings and versions",
  notes: { id: "Id of the report, from a hit's `reportId`" },
  answer: reportSchema,
  problems: ["not_found"],
  handle: async (c, deps) => c.json(requireFound(await deps.loadReport(readReportId(c)))),
};
