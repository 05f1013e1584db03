import { pinyin } from "pinyin-pro";
import { findStem } from "./short-names.ts";

/** The labels of a portal's host that can name a place: `www.haian.gov.cn` has `haian`. */
export function listHostLabels(address: string): readonly string[] {
  if (!URL.canParse(address)) return [];
  const labels = new URL(address).hostname.toLowerCase().split(".");
  const end = labels.lastIndexOf("gov");
  return labels
    .slice(0, end === -1 ? -1 : end)
    .filter((label) => label.length > 2 && label !== "www");
}

/** Whether a host's label is a place's name in pinyin, with or without the word for its level. */
export function isNamedByHost(labels: readonly string[], name: string): boolean {
  if (labels.length === 0) return false;
  const forms = new Set([findStem(name), name].map(spell));
  return labels.some((label) => forms.has(label));
}

function spell(name: string): string {
  return pinyin(name, { toneType: "none", type: "array", v: true }).join("");
}
