import { z } from "zod";
import { agencyKindLabels, agencyKindSchema } from "../corpus/agency.ts";
import { levelLabels, levelSchema } from "../corpus/division.ts";
import { formIdSchema, formLabels } from "../corpus/forms/form.ts";
import { copiedKindSchema, copiedLabels } from "../corpus/likeness/copied.ts";
import { sectionKindSchema, sectionLabels } from "../corpus/section.ts";
import { attachmentStateLabels, attachmentStateSchema } from "./documents/attachment-state.ts";
import { findingStateLabels, findingStateSchema } from "./documents/finding-state.ts";
import { wholeNumberSchema } from "./filters/whole-number.ts";

const list = <T extends z.ZodType>(item: T, most = 50) => z.array(item).max(most).default([]);

/** A place by code or name. */
const placeSchema = z.string().regex(/^[\p{L}\d]{1,40}$/u);
/** The code of every place of a common name, and some more. */
const mostRegions = 200;
/** Each may be a name that many places bear. */
export const mostCountedPlaces = 20;

/** Places to count beside those of the tree, by code or name. */
export const countedPlacesSchema = list(placeSchema, mostCountedPlaces);

/** The values that each facet takes in an address, in the order in which addresses have them. */
export const facetFilters = z.object({
  region: list(placeSchema, mostRegions),
  year: list(wholeNumberSchema.pipe(z.number().min(2000).max(2100))),
  section: list(sectionKindSchema),
  level: list(levelSchema),
  form: list(formIdSchema),
  kind: list(agencyKindSchema),
  findings: list(findingStateSchema),
  attachment: list(attachmentStateSchema),
  copied: list(copiedKindSchema),
});

export const facetKeys = facetFilters.keyof().options;
export type FacetKey = (typeof facetKeys)[number];

/**
 * A facet. From these rows and `facetFilters` derive the index settings, the query's filters, the API's parameters
 * and the page. `labels` is null where the label is the value itself (year) or the name of a division (region);
 * `order`: `official` keeps the order of `labels`, `newest` puts the greatest value first, `count` the most frequent.
 */
export interface Facet {
  readonly key: FacetKey;
  readonly label: string;
  readonly labels: Readonly<Record<string, string>> | null;
  readonly order: "official" | "newest" | "count";
}

/** In the order that readers see. */
export const facets: readonly Facet[] = [
  { key: "region", label: "地区", labels: null, order: "count" },
  { key: "year", label: "年份", labels: null, order: "newest" },
  { key: "section", label: "章节", labels: sectionLabels, order: "official" },
  { key: "level", label: "层级", labels: levelLabels, order: "official" },
  { key: "kind", label: "机构类型", labels: agencyKindLabels, order: "official" },
  { key: "form", label: "报告格式", labels: formLabels, order: "official" },
  { key: "findings", label: "勾稽核对", labels: findingStateLabels, order: "official" },
  { key: "attachment", label: "附件", labels: attachmentStateLabels, order: "official" },
  { key: "copied", label: "文字雷同", labels: copiedLabels, order: "official" },
];
