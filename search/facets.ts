import { agencyKindLabels } from "../corpus/agency.ts";
import { levelLabels } from "../corpus/division.ts";
import { formLabels } from "../corpus/forms/form.ts";
import { sectionLabels } from "../corpus/section.ts";

export const facetKeys = ["year", "section", "level", "form", "kind", "region"] as const;
export type FacetKey = (typeof facetKeys)[number];

/**
 * A facet. From these rows derive the index settings, the query's filters, the API's parameters and the page.
 * `labels` is null where the label is the value itself (year) or the name of a division (region);
 * `order`: `official` keeps the order of `labels`, `newest` puts the greatest value first, `count` the most frequent.
 */
export interface Facet {
  readonly key: FacetKey;
  readonly label: string;
  readonly labels: Readonly<Record<string, string>> | null;
  readonly order: "official" | "newest" | "count";
}

export const facets: readonly Facet[] = [
  { key: "region", label: "地区", labels: null, order: "count" },
  { key: "year", label: "年份", labels: null, order: "newest" },
  { key: "section", label: "章节", labels: sectionLabels, order: "official" },
  { key: "level", label: "层级", labels: levelLabels, order: "official" },
  { key: "kind", label: "机构类型", labels: agencyKindLabels, order: "official" },
  { key: "form", label: "报告格式", labels: formLabels, order: "official" },
];
