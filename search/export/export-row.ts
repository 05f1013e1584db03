import { z } from "zod";
import { sectionKindSchema } from "../../corpus/section.ts";

/**
 * One section as exports write it: `title`, `heading` and `text` as printed, `region` from the province down, `url` where
 * the report was found, `captured` when it was fetched last, `demo` for what is fictional.
 */
export const exportRowSchema = z
  .object({
    id: z.string(),
    reportId: z.string(),
    position: z.int().nonnegative(),
    title: z.string(),
    region: z.array(z.object({ code: z.string(), name: z.string() })),
    agency: z.string(),
    year: z.int(),
    section: sectionKindSchema,
    heading: z.string(),
    text: z.string(),
    url: z.string().nullable(),
    captured: z.iso.datetime().nullable(),
    demo: z.boolean(),
  })
  .meta({ id: "ExportedSection" });
export type ExportRow = Readonly<z.infer<typeof exportRowSchema>>;

/**
 * A whole search as JSON. `total` counts `sections`; `exact` is false where it was not proved that all of them, and no
 * others, hold what was asked for.
 */
export const exportSchema = z
  .object({
    query: z.string(),
    total: z.int().nonnegative(),
    exact: z.boolean(),
    sections: z.array(exportRowSchema),
  })
  .meta({ id: "SearchExport" });

/** The same while it is read. `rows` may throw EngineUnavailable, EngineRefused, IndexChanged. */
export interface SearchExport {
  readonly query: string;
  readonly total: number;
  readonly exact: boolean;
  readonly rows: AsyncIterable<ExportRow>;
}

/** Sections that were found are gone: what was written is not complete. Ask again. */
export class IndexChanged extends Error {
  override readonly name = "IndexChanged";
}
