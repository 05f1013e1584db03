import type { Settings } from "meilisearch";
import { facets } from "../facets.ts";
import { maxReachableHits } from "../query.ts";
import { buildRegionAttribute, regionLevels } from "../filters/region-levels.ts";

export const indexNames = ["sections", "reports"] as const;
export type IndexName = (typeof indexNames)[number];

/** What a field of a document is for. A field that is in no list is only carried along. */
export interface IndexField {
  readonly name: string;
  /** `text` is grams, searched as they are; `latin` tolerates typing errors. */
  readonly searched?: "text" | "latin";
  /** `values` can be compared for equality and counted, `range` is also ordered. */
  readonly filtered?: "values" | "range";
  readonly sorted?: boolean;
}

const facetFields: readonly IndexField[] = facets.flatMap(({ key }): readonly IndexField[] => {
  if (key === "region") {
    return regionLevels.map((level) => ({ name: buildRegionAttribute(level), filtered: "values" }));
  }
  return key === "year"
    ? [{ name: key, filtered: "range", sorted: true }]
    : [{ name: key, filtered: "values" }];
});

/** All places below fifty chosen ones: a county can have more townships than the engine counts by itself. */
export const mostFacetValues = 10_000;

/** Numbers by which reports can be put in order; all of `m` can be filtered. */
const sortedMetrics = [
  "m.requests.newReceived.total",
  "m.requests.resultTotal.total",
  "m.requests.granted.total",
  "m.requests.carriedForward.total",
  "m.disputes.review.total",
  "m.disputes.litigationDirect.total",
  "m.disclosure.permits.decisions",
  "m.disclosure.penalties.decisions",
  "m.disclosure.fees.amount",
];

/** The fields of each index, the ones searched first ranking highest. */
export const indexFields: Readonly<Record<IndexName, readonly IndexField[]>> = {
  sections: [
    { name: "grams.own", searched: "text" },
    { name: "grams.title", searched: "text" },
    { name: "grams.heading", searched: "text" },
    { name: "grams.content", searched: "text" },
    { name: "grams.names", searched: "text" },
    { name: "grams.rest", searched: "text" },
    { name: "grams.signs", searched: "text" },
    { name: "py", searched: "latin" },
    { name: "id", filtered: "values" },
    { name: "reportId", filtered: "values" },
    { name: "agency", filtered: "values" },
    { name: "added", sorted: true },
    ...facetFields,
    { name: "published", sorted: true },
  ],
  reports: [
    { name: "title", searched: "text" },
    ...facetFields.filter(({ name }) => name !== "section"),
    { name: "m.*", filtered: "range" },
    ...sortedMetrics.map((name) => ({ name, sorted: true })),
  ],
};

/**
 * The settings of an index. Measured together on Meilisearch 1.21: `sort` stands first, so that an order by year
 * is one (it does nothing where no order is asked) and the newer year last, for what is alike in all else; no `dictionary`, whose words could not be found in parts;
 * the locale is fixed, or a single kana would make a text Japanese and unfindable.
 */
export function buildIndexSettings(index: IndexName): Settings {
  const fields = indexFields[index];
  const text = fields.filter(({ searched }) => searched === "text").map(({ name }) => name);
  return {
    searchableAttributes: fields.filter(({ searched }) => searched).map(({ name }) => name),
    filterableAttributes: [buildFilterable(fields, "values"), buildFilterable(fields, "range")],
    sortableAttributes: fields.filter(({ sorted }) => sorted).map(({ name }) => name),
    rankingRules: ["sort", "words", "typo", "proximity", "attribute", "exactness", "year:desc"],
    localizedAttributes: [{ attributePatterns: ["*"], locales: ["cmn"] }],
    separatorTokens: [],
    dictionary: [],
    synonyms: {},
    stopWords: [],
    // Words of `py` are a letter longer than what was typed.
    typoTolerance: {
      enabled: true,
      disableOnAttributes: text,
      minWordSizeForTypos: { oneTypo: 6, twoTypos: 10 },
    },
    proximityPrecision: "byWord",
    prefixSearch: "indexingTime",
    searchCutoffMs: 300,
    pagination: { maxTotalHits: maxReachableHits },
    faceting: {
      maxValuesPerFacet: mostFacetValues,
      sortFacetValuesBy: { "*": "count", year: "alpha" },
    },
  };
}

function buildFilterable(fields: readonly IndexField[], kind: IndexField["filtered"] & string) {
  return {
    attributePatterns: fields.filter(({ filtered }) => filtered === kind).map(({ name }) => name),
    features: { facetSearch: false, filter: { equality: true, comparison: kind === "range" } },
  };
}
