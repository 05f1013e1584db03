import { z } from "zod";
import { copiedKindSchema, relationSchema } from "../../corpus/likeness/copied.ts";
import { listCopied } from "../../corpus/likeness/list-copied.ts";
import { sectionKindSchema } from "../../corpus/section.ts";
import { readReportId, requireFound } from "../read-request.ts";
import type { ApiRoute } from "./api-route.ts";

const shareSchema = z.number().min(0).max(1);
const other = { relation: relationSchema, reportId: z.string() };
const named = { agency: z.string(), year: z.int(), share: shareSchema };

const similarSchema = z
  .object({
    sections: z.array(
      z.object({
        position: z.int(),
        kind: sectionKindSchema,
        heading: z.string(),
        copied: z.array(copiedKindSchema),
        matches: z.array(z.object({ ...other, position: z.int(), ...named })),
      }),
    ),
    reports: z.array(z.object({ ...other, ...named, sections: z.int() })),
  })
  .meta({ id: "SimilarReports" });

export const similarRoute: ApiRoute = {
  path: "/api/reports/:id/similar",
  id: "getSimilarReports",
  summary: "Sections of other reports that say the same, and the reports nearest to one",
  notes: { id: "Id of the report" },
  answer: similarSchema,
  problems: ["bad_request", "not_found"],
  handle: async (c, deps) => {
    const id = readReportId(c);
    const report = requireFound(await deps.loadReport(id));
    const likeness = await deps.loadLikeness(id);
    const sections = report.sections.map(({ kind, heading }, position) => ({
      position,
      kind,
      heading,
      copied: listCopied(likeness, position),
      matches: likeness.sections.find((section) => section.position === position)?.matches ?? [],
    }));
    return c.json({ sections, reports: likeness.reports });
  },
};
