import { z } from "zod";
import { agencySchema } from "./agency.ts";
import { attachmentSchema } from "./attachment.ts";
import { divisionPathSchema, levelSchema } from "./division.ts";
import { factSchema } from "./fact.ts";
import { findingSchema } from "./finding.ts";
import { formIdSchema } from "./forms/form.ts";
import { reportDatesSchema } from "./report-dates.ts";
import { sectionSchema } from "./section.ts";

const date = z.iso.date();

/** How sure the division is, from 0 to 1, and the words that decided it. */
export const divisionEvidenceSchema = z.object({
  confidence: z.number().min(0).max(1),
  evidence: z.array(z.string()),
});
export type DivisionEvidence = Readonly<z.infer<typeof divisionEvidenceSchema>>;

/**
 * What one file says, read and audited: the contract of `extract --json`. Unknown is null.
 * `sections` begin with the first heading; the words before it are `preamble`.
 * `published` is the date that the page gives as its publication, not the signature; `dates` keeps all apart.
 * `attachments` are files that the page leads to or shows, images only where the report lacks tables.
 * `warnings` are sentences about what could not be read or was repaired.
 */
export const extractionSchema = z.object({
  title: z.string().nullable(),
  agency: agencySchema.nullable(),
  division: divisionPathSchema.nullable(),
  divisionEvidence: divisionEvidenceSchema.nullable(),
  level: levelSchema.nullable(),
  year: z.int().min(2000).max(2100).nullable(),
  form: formIdSchema.nullable(),
  published: date.nullable(),
  dates: reportDatesSchema,
  indexNumber: z.string().nullable(),
  documentNumber: z.string().nullable(),
  preamble: z.string().nullable(),
  sections: z.array(sectionSchema),
  facts: z.array(factSchema),
  findings: z.array(findingSchema),
  attachments: z.array(attachmentSchema),
  warnings: z.array(z.string()),
});
export type Extraction = Readonly<z.infer<typeof extractionSchema>>;
