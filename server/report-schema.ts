import { z } from "zod";
import { agencyKindSchema } from "../corpus/agency.ts";
import { attachmentSchema } from "../corpus/attachment.ts";
import { levelSchema } from "../corpus/division.ts";
import { factSchema } from "../corpus/fact.ts";
import { findingSchema } from "../corpus/finding.ts";
import { formIdSchema } from "../corpus/forms/form.ts";
import type { Report } from "../corpus/report.ts";
import { reportDatesSchema } from "../corpus/report-dates.ts";
import { sectionSchema } from "../corpus/section.ts";

/** The stored copy that a version was read from, for readers of the API. */
export const captureSchema = z.object({
  digest: z.string().meta({ description: "SHA-256 of the archived bytes, in hex" }),
  address: z.string().nullable().meta({ description: "Where it came from; null for a file" }),
  file: z.string().nullable(),
  page: z
    .url()
    .nullable()
    .meta({ description: "The page that led to it, where it is an attachment" }),
  capturedAt: z.iso.datetime(),
  mediaType: z.string(),
  charset: z.string().nullable(),
  bytes: z.int(),
});

/** The answer of `GET /api/reports/:id`: the type `Report` for readers of the API. */
export const reportSchema = z
  .object({
    id: z.string(),
    agencyId: z.string(),
    agency: z.string(),
    printedAgency: z.string(),
    kind: agencyKindSchema,
    regions: z.array(z.object({ code: z.string(), name: z.string(), level: levelSchema })),
    level: levelSchema.nullable(),
    year: z.int(),
    title: z.string(),
    form: formIdSchema.nullable(),
    published: z.string().nullable(),
    indexNumber: z.string().nullable(),
    documentNumber: z.string().nullable(),
    demo: z.boolean().meta({ description: "True for the fictional reports of the demonstration" }),
    sections: z.array(sectionSchema),
    facts: z.array(factSchema),
    findings: z.array(findingSchema),
    warnings: z.array(z.string()),
    dates: reportDatesSchema,
    attachments: z.array(attachmentSchema),
    capture: captureSchema,
    versions: z.array(
      z.object({ capture: captureSchema, extractedAt: z.iso.datetime(), current: z.boolean() }),
    ),
  })
  .meta({ id: "Report" }) satisfies z.ZodType<Report>;
