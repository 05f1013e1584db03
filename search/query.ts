import { z } from "zod";
import { agencyKindSchema } from "../corpus/agency.ts";
import { levelSchema } from "../corpus/division.ts";
import { formIdSchema } from "../corpus/forms/form.ts";
import { sectionKindSchema } from "../corpus/section.ts";

export const sorts = ["relevance", "newest", "oldest"] as const;
export type Sort = (typeof sorts)[number];

/** What readers see for each order of hits. */
export const sortLabels: Readonly<Record<Sort, string>> = {
  relevance: "相关度",
  newest: "年份从新到旧",
  oldest: "年份从旧到新",
};

export const maxQueryLength = 500;
export const maxPageSize = 100;
/** The engine pages no further than this many hits. */
export const maxReachableHits = 10_000;

/** Digits only: `0x7e7` is no year. */
const whole = z.union([
  z.int(),
  z
    .string()
    .regex(/^\d{1,12}$/, "应为整数")
    .transform(Number),
]);

const list = <T extends z.ZodType>(item: T) => z.array(item).max(50);

/** A search as its address says it. Values within a filter mean OR, filters among themselves AND. */
export const searchQuerySchema = z.object({
  q: z.string().max(maxQueryLength, `查询最多 ${maxQueryLength} 个字`).default(""),
  region: list(z.string().regex(/^[\p{L}\d]{1,40}$/u)).default([]),
  year: list(whole.pipe(z.number().min(2000).max(2100))).default([]),
  section: list(sectionKindSchema).default([]),
  level: list(levelSchema).default([]),
  form: list(formIdSchema).default([]),
  kind: list(agencyKindSchema).default([]),
  sort: z.enum(sorts).default("relevance"),
  page: whole.pipe(z.number().min(1).max(1_000_000_000)).default(1),
  size: whole.pipe(z.number().min(1).max(maxPageSize)).default(10),
});
export type SearchQuery = Readonly<z.infer<typeof searchQuerySchema>>;

const listKeys = ["region", "year", "section", "level", "form", "kind"] as const;

/** Reads address parameters; repeated filters become lists, unknown parameters are ignored. Returns zod's result. */
export function parseSearchQuery(params: URLSearchParams): z.ZodSafeParseResult<SearchQuery> {
  const raw: Record<string, unknown> = {};
  for (const key of ["q", "sort", "page", "size"]) {
    const value = params.get(key);
    if (value !== null && value !== "") raw[key] = value;
  }
  for (const key of listKeys) {
    const values = params.getAll(key).filter((value) => value !== "");
    if (values.length > 0) raw[key] = [...new Set(values)];
  }
  return searchQuerySchema.safeParse(raw);
}

/** The address parameters of a query, defaults left out, in a fixed order: one state, one address. */
export function buildSearchParams(query: Partial<SearchQuery>): URLSearchParams {
  const params = new URLSearchParams();
  if (query.q) params.set("q", query.q);
  for (const key of listKeys)
    for (const value of query[key] ?? []) params.append(key, String(value));
  if (query.sort && query.sort !== "relevance") params.set("sort", query.sort);
  if (query.page && query.page > 1) params.set("page", String(query.page));
  if (query.size && query.size !== 10) params.set("size", String(query.size));
  return params;
}
