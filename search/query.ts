import { z } from "zod";
import { knownFacts } from "../corpus/forms/known-facts.ts";
import { countedPlacesSchema, facetFilters, facetKeys } from "./facets.ts";
import { wholeNumberSchema } from "./filters/whole-number.ts";

export const sorts = [
  "relevance",
  "newest",
  "oldest",
  "publishedNewest",
  "publishedOldest",
  "added",
] as const;
export type PlainSort = (typeof sorts)[number];

/** What readers see for each order of hits. */
export const sortLabels: Readonly<Record<PlainSort, string>> = {
  relevance: "相关度",
  newest: "年份从新到旧",
  oldest: "年份从旧到新",
  publishedNewest: "发布日期从新到旧",
  publishedOldest: "发布日期从旧到新",
  added: "新近收录",
};

/** By a number of the report: the key of a fact after `fact:`, the smallest first; with a minus the greatest first. */
export type FactSort = `fact:${string}` | `-fact:${string}`;
export type Sort = PlainSort | FactSort;

const factSort = /^(-?)fact:(.+)$/;

/** The number and the direction that an order by a fact asks for; null for another order or an unknown fact. */
export function readFactSort(
  sort: string,
): { readonly fact: string; readonly direction: "descending" | "ascending" } | null {
  const [, minus, fact = ""] = factSort.exec(sort) ?? [];
  if (!knownFacts.has(fact)) return null;
  return { fact, direction: minus === "-" ? "descending" : "ascending" };
}

const sortSchema = z.union(
  [
    z.enum(sorts),
    z
      .templateLiteral([z.enum(["fact:", "-fact:"]), z.string()])
      .refine((sort) => readFactSort(sort) !== null),
  ],
  { error: `只能是 ${sorts.join("、")}，或 fact: 与 -fact: 后接数据项的键` },
);

export const maxQueryLength = 500;
export const maxPageSize = 100;
/** The engine pages no further than this many hits. */
export const maxReachableHits = 10_000;

/** A search as its address says it. Values within a filter mean OR, filters among themselves AND. */
export const searchQuerySchema = z.object({
  q: z.string().max(maxQueryLength, `查询最多 ${maxQueryLength} 个字`).default(""),
  ...facetFilters.shape,
  place: countedPlacesSchema,
  sort: sortSchema.default("relevance"),
  page: wholeNumberSchema.pipe(z.number().min(1).max(1_000_000_000)).default(1),
  size: wholeNumberSchema.pipe(z.number().min(1).max(maxPageSize)).default(10),
  /** Whether every section is a hit, or each report gives its best one. */
  group: z.enum(["none", "report"]).default("none"),
  /** `1` takes the words as typed: nothing is corrected. */
  verbatim: z.enum(["0", "1"]).default("0"),
});
export type SearchQuery = Readonly<z.infer<typeof searchQuerySchema>>;

const listKeys = [...facetKeys, "place"] as const;

/** Reads address parameters; repeated filters become lists, unknown parameters are ignored. Returns zod's result. */
export function parseSearchQuery(params: URLSearchParams): z.ZodSafeParseResult<SearchQuery> {
  const raw: Record<string, unknown> = {};
  for (const key of ["q", "sort", "page", "size", "group", "verbatim"]) {
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
  if (query.group === "report") params.set("group", query.group);
  if (query.verbatim === "1") params.set("verbatim", query.verbatim);
  return params;
}
