import { normalizeLabel } from "../../corpus/forms/normalize-label.ts";
import { facets, type FacetKey } from "../facets.ts";
import type { FilterKey } from "./parsed-query.ts";
import type { QueryNames } from "./query-names.ts";
import { hasLetterOrDigit } from "./read-word.ts";

/** What a typed value stands for, and what readers see for it. */
export interface FilterValue {
  readonly values: readonly string[];
  readonly label: string;
}

/** Names of values besides their keys and labels, and those that would be in several labels. */
const synonyms: Readonly<Partial<Record<FacetKey, Readonly<Record<string, readonly string[]>>>>> = {
  section: {
    problems: ["问题", "存在问题", "改进情况", "存在的主要问题及改进情况"],
    overview: ["概况", "总体"],
    disclosure: ["主动公开政府信息情况"],
    requests: ["申请", "收到和处理政府信息公开申请情况"],
    fees: ["费用"],
    disputes: ["复议", "诉讼", "政府信息公开行政复议、行政诉讼情况"],
    other: ["其他", "其他需要报告的事项"],
  },
  level: {
    province: ["自治区", "直辖市"],
    city: ["地级", "地市", "州", "设区市"],
    county: ["区", "区县", "县区", "旗"],
    township: ["镇", "街道", "乡镇", "镇街"],
  },
  kind: {
    government: ["政府"],
    department: ["局", "委办局"],
    subdistrict: ["街道"],
    zone: ["开发区", "园区", "管委会"],
    other: ["其他"],
  },
};

/** Reads one value of a filter that is no year; null where nobody knows it. */
export function readFilterValue(
  key: Exclude<FilterKey, "year">,
  typed: string,
  names: QueryNames,
): FilterValue | null {
  const text = names.simplify(typed.normalize("NFKC").replaceAll(/\p{Cf}/gu, "")).trim();
  if (!hasLetterOrDigit(text)) return null;
  if (key === "agency") return { values: [text], label: text };
  if (key === "region") return readRegion(text, names);
  const labels = facets.find((facet) => facet.key === key)?.labels ?? null;
  if (labels === null) return { values: [text], label: text };
  return readLabelled(text, labels, synonyms[key] ?? {});
}

/** Every place that is meant; the label says how many they are. */
function readRegion(text: string, { regions }: QueryNames): FilterValue | null {
  const values = regions.resolve(text);
  if (values.length === 0) return null;
  const names = new Set(values.map((value) => regions.nameOf(value) ?? text));
  const [name = text] = names;
  if (values.length === 1) return { values, label: name };
  const isOneName = names.size === 1;
  const label = isOneName ? `${name}（${values.length} 处同名）` : `${text}（${values.length} 处）`;
  return { values, label };
}

type Labels = Readonly<Record<string, string>>;

/** By key, label or synonym; else every label that the text is a part of. */
function readLabelled(
  text: string,
  labels: Labels,
  others: Readonly<Record<string, readonly string[]>>,
): FilterValue | null {
  const wanted = normalizeLabel(text).toLowerCase();
  if (wanted === "") return null;
  const keys = Object.keys(labels);
  const exact = keys.find(
    (key) =>
      key.toLowerCase() === text.toLowerCase() ||
      [labels[key] ?? "", ...(others[key] ?? [])].some((name) => normalizeLabel(name) === wanted),
  );
  if (exact !== undefined) return buildValue([exact], labels);
  const partial = keys.filter((key) => normalizeLabel(labels[key] ?? "").includes(wanted));
  return partial.length === 0 ? null : buildValue(partial, labels);
}

function buildValue(values: readonly string[], labels: Labels): FilterValue {
  return { values, label: values.map((value) => labels[value] ?? value).join("、") };
}
