import { z } from "zod";
import { digestSchema, readParameters, readReportId, requireFound } from "../read-request.ts";
import { reportSchema } from "../report-schema.ts";
import type { ApiRoute } from "./api-route.ts";

const reportQuerySchema = z.object({ digest: digestSchema.optional() });

export const reportRoute: ApiRoute = {
  path: "/api/reports/:id",
  id: "getReport",
  summary: "A report with its sections, facts, findings and versions",
  query: reportQuerySchema,
  notes: {
    id: "Id of the report, from a hit's `reportId`",
    digest: "SHA-256 of the version wanted; the current one without it",
  },
  answer: reportSchema,
  problems: ["bad_request", "not_found"],
  handle: async (c, deps) => {
    const id = readReportId(c);
    const { digest } = readParameters(c, reportQuerySchema);
    return c.json(requireFound(await deps.loadReport(id, digest)));
  },
};
