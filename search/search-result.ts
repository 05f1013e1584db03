import { z } from "zod";
import { sectionKindSchema } from "../corpus/section.ts";

/** A stretch of a snippet to mark: UTF-16 offsets into `snippet`. */
export const markSchema = z.object({ start: z.int().nonnegative(), end: z.int().nonnegative() });
export type Mark = Readonly<z.infer<typeof markSchema>>;

/** One hit. `snippet` is original text (never HTML); `titleMarks` mark `title` the same way. */
export const hitSchema = z.object({
  id: z.string(),
  reportId: z.string(),
  title: z.string(),
  titleMarks: z.array(markSchema),
  agency: z.string(),
  region: z.array(z.object({ code: z.string(), name: z.string() })),
  year: z.int(),
  section: sectionKindSchema,
  position: z.int().nonnegative(),
  heading: z.string(),
  snippet: z.string(),
  marks: z.array(markSchema),
  url: z.string().nullable(),
  published: z.string().nullable(),
  /** Fictional, from the demo. */
  demo: z.boolean(),
});
export type Hit = Readonly<z.infer<typeof hitSchema>>;

/** One value of a facet with the number of sections under all other filters. `label` is what readers see. */
export const facetCountSchema = z.object({
  value: z.string(),
  label: z.string(),
  count: z.int().nonnegative(),
});
export type FacetCount = Readonly<z.infer<typeof facetCountSchema>>;

/**
 * The answer of `GET /api/search`. `total` counts sections that hold every word of the query under the filters;
 * `exact` is false where the engine could only estimate it; `relaxed` says that nothing matched every word
 * and the hits match some of them.
 */
export const searchResultSchema = z.object({
  query: z.string(),
  total: z.int().nonnegative(),
  exact: z.boolean(),
  page: z.int().positive(),
  size: z.int().positive(),
  hits: z.array(hitSchema),
  facets: z.record(z.string(), z.array(facetCountSchema)),
  relaxed: z.boolean(),
  tookMs: z.number().nonnegative(),
});
export type SearchResult = Readonly<z.infer<typeof searchResultSchema>>;

/** One line under the search box: a place or an agency, with the number of reports that it has. */
export const suggestionSchema = z.object({
  kind: z.enum(["place", "agency"]),
  name: z.string(),
  detail: z.string(),
  value: z.string(),
  reports: z.int().nonnegative(),
});
export type Suggestion = Readonly<z.infer<typeof suggestionSchema>>;
