import { z } from "zod";
import { sectionKindSchema } from "../corpus/section.ts";

/** A stretch of a snippet to mark: UTF-16 offsets into `snippet`. */
export const markSchema = z.object({ start: z.int().nonnegative(), end: z.int().nonnegative() });
export type Mark = Readonly<z.infer<typeof markSchema>>;

/** What finds the words of a query in the texts of a report. Offsets are UTF-16; marks come in order and do not overlap. */
export interface Marker {
  readonly findMarks: (text: string) => readonly Mark[];
  /** The passage that a hit shows of the text; null where no word stands in it. */
  readonly findPassage: (text: string) => Mark | null;
}

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
  /** When the report was first held here; null where the index does not know yet. */
  added: z.iso.datetime().nullable(),
  /** Fictional, from the demo. */
  demo: z.boolean(),
  /** It lacks something of the query, or holds it in other words; `missing` are the words that it lacks. */
  relaxed: z.boolean(),
  missing: z.array(z.string()),
  /** For words that it lacks, another that it holds and that says the same. */
  instead: z.array(z.object({ from: z.string(), to: z.string() })),
  /** The number of the report by which the hits are in order; null where it has none or they are not. */
  value: z.number().nullable(),
  /** Other sections of the report that the query finds too, where hits are grouped by report. */
  more: z.array(
    z.object({ position: z.int().nonnegative(), section: sectionKindSchema, heading: z.string() }),
  ),
});
export type Hit = Readonly<z.infer<typeof hitSchema>>;

/** One value of a facet with the number of sections under all other filters. `label` is what readers see, with `detail`. */
export const facetCountSchema = z.object({
  value: z.string(),
  label: z.string(),
  count: z.int().nonnegative(),
  detail: z.string().optional(),
});
export type FacetCount = Readonly<z.infer<typeof facetCountSchema>>;

/** A part of the query as understood, and the query without it. */
export const understoodSchema = z.object({
  label: z.string(),
  kind: z.enum(["words", "phrase", "excluded", "any", "filter", "condition"]),
  without: z.string(),
});
export type Understood = Readonly<z.infer<typeof understoodSchema>>;

/** What of the query could not be read, with its place in the query: UTF-16 offsets. */
export const problemSchema = z.object({
  message: z.string(),
  start: z.int().nonnegative(),
  end: z.int().nonnegative(),
});

/**
 * Other words that were probably meant: `query` is the whole query with them. Where they were `applied`, nothing held
 * what was typed, and the hits, the total and the facets are those of the other query. The `reason` is a `slip` of the pen,
 * or that the words are another `name` of what is held (2021年年报), which is applied wherever such is held.
 */
export const correctionSchema = z.object({
  from: z.string(),
  to: z.string(),
  query: z.string(),
  applied: z.boolean(),
  reason: z.enum(["slip", "name"]),
});
export type Correction = Readonly<z.infer<typeof correctionSchema>>;

/**
 * A place that the query names, to be chosen as a filter; `path` are the names above it from the province down, `typed`
 * the word that names it. `without` is the query without that word and those for other places, but for places within it.
 */
export const namedPlaceSchema = z.object({
  code: z.string(),
  name: z.string(),
  path: z.array(z.string()),
  typed: z.string(),
  without: z.string(),
});
export type NamedPlace = Readonly<z.infer<typeof namedPlaceSchema>>;

/**
 * The answer of `GET /api/search`. `total` counts sections that hold every word of the query under the filters, and so
 * do the facets; `exact` is false where it could only be estimated. Where few or none do, relaxed hits follow, which
 * are not counted; `relaxed` says that there are no others. `hasMore` says that there is another page.
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
  hasMore: z.boolean(),
  understood: z.array(understoodSchema),
  problems: z.array(problemSchema),
  correction: correctionSchema.nullable(),
  places: z.array(namedPlaceSchema),
  tookMs: z.number().nonnegative(),
});
export type SearchResult = Readonly<z.infer<typeof searchResultSchema>>;

/**
 * One line under the search box: a place or an agency with the number of its reports, a term of the field, a year, or
 * one of these beside another. `value` is a code for `region`, a name or a term for `q`, or a year; `address` is the
 * search that choosing it asks for. `reports` is null where they are not counted.
 */
export const suggestionSchema = z.object({
  kind: z.enum(["place", "agency", "term", "year"]),
  name: z.string(),
  detail: z.string(),
  value: z.string(),
  reports: z.int().nonnegative().nullable(),
  address: z.string(),
});
export type Suggestion = Readonly<z.infer<typeof suggestionSchema>>;
