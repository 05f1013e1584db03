import { facetKeys, facets, type FacetKey } from "../facets.ts";
import type { FilterKey } from "./parsed-query.ts";

/** Names of keys besides the key itself and the facet's label. */
const synonyms: Readonly<Partial<Record<FilterKey, readonly string[]>>> = {
  region: ["区域", "地方", "地名", "行政区划"],
  year: ["年", "年度", "报告年度", "报告年份"],
  section: ["部分"],
  level: ["级别", "行政层级"],
  kind: ["类型", "机构类别"],
  form: ["格式", "表式"],
  agency: ["机构", "机关", "单位名称", "机构名称", "部门"],
};

const keys: readonly FilterKey[] = [...facetKeys, "agency"];
const names: ReadonlyMap<string, FilterKey> = new Map(
  keys.flatMap((key) =>
    [key, labelFilter(key), ...(synonyms[key] ?? [])].map((name) => [name, key] as const),
  ),
);

/** The key that a name stands for: itself, the facet's label or a synonym, in simplified characters. */
export function findFilterKey(name: string): FilterKey | null {
  return names.get(name.toLowerCase()) ?? null;
}

/** What readers see for a key. */
export function labelFilter(key: FilterKey): string {
  return facets.find((facet) => facet.key === key)?.label ?? "机构";
}

/** What readers see for each value of a key; none for one whose values are no closed list. */
export function listLabels(key: FilterKey): readonly string[] {
  return Object.values(facets.find((facet) => facet.key === key)?.labels ?? {});
}

/** The keys as typed, for advice. */
export function listFilterKeys(): readonly FilterKey[] {
  return keys;
}

/** Whether the key is that of a facet. */
export function isFacetKey(key: FilterKey): key is FacetKey {
  return key !== "agency";
}
