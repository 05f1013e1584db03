import { z } from "zod";
import { tableKeySchema } from "../fact.ts";
import { sectionKindSchema } from "../section.ts";

export const changeKinds = ["added", "removed", "changed"] as const;
const changeSchema = z.enum(changeKinds);
export type ChangeKind = z.infer<typeof changeSchema>;

/** A run of words that both texts have, or only the newer (`added`) or the older one (`removed`). */
export const textRunSchema = z.object({
  kind: z.enum(["same", "added", "removed"]),
  text: z.string(),
});
export type TextRun = Readonly<z.infer<typeof textRunSchema>>;

const sideSchema = z.object({
  position: z.int().nonnegative(),
  heading: z.string(),
});

/**
 * A section that is not the same in both. `from` and `to` are its place and heading in the older and the newer
 * version, null where it is not there; `prose` is false where only rows of tables differ, whose numbers are facts; `runs` joined without those added are the older text, without those removed the newer.
 */
export const sectionChangeSchema = z.object({
  change: changeSchema,
  kind: sectionKindSchema,
  from: sideSchema.nullable(),
  to: sideSchema.nullable(),
  prose: z.boolean(),
  runs: z.array(textRunSchema).readonly(),
});
export type SectionChange = Readonly<z.infer<typeof sectionChangeSchema>>;

const readingSchema = z.object({
  value: z.number().nullable(),
  raw: z.string(),
  unit: z.string().nullable(),
});

/** A cell that is not the same in both; `key` is its fact's key. A cell that is not there is null, a blank one is not. */
export const factChangeSchema = z.object({
  change: changeSchema,
  key: z.string(),
  table: tableKeySchema,
  row: z.string(),
  column: z.string(),
  label: z.string(),
  from: readingSchema.nullable(),
  to: readingSchema.nullable(),
});
export type FactChange = Readonly<z.infer<typeof factChangeSchema>>;

export const headFields = [
  "title",
  "printedAgency",
  "form",
  "published",
  "indexNumber",
  "documentNumber",
] as const;
export type HeadField = (typeof headFields)[number];

/** Something that the report says of itself and that is not the same in both; null where it does not say it. */
export const headChangeSchema = z.object({
  field: z.enum(headFields),
  from: z.string().nullable(),
  to: z.string().nullable(),
});
export type HeadChange = Readonly<z.infer<typeof headChangeSchema>>;

/** All that differs between two versions of a report, in the order of the newer one. */
export interface ReportDiff {
  readonly head: readonly HeadChange[];
  readonly sections: readonly SectionChange[];
  readonly facts: readonly FactChange[];
}

/** How many cells differ, and how many sections in more than the rows of tables. */
export interface ChangeCounts {
  readonly facts: number;
  readonly sections: number;
}
