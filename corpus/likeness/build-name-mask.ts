import { listShortNames } from "../divisions/short-names.ts";

/** Stands for every name of a report's own: one letter, so that a sentence with it keeps its other shingles. */
const mask = "某";
const severalMasks = /某{2,}/gu;
const special = /[\\^$.*+?()[\]{}|]/gu;

/**
 * What writes one mark in the place of a report's own names, those of its agency and its places, the short ones too:
 * who copies a text and puts in the own county has copied it. Several in a row are one.
 */
export function buildNameMask(names: readonly string[]): (text: string) => string {
  const all = new Set(names.flatMap((name) => [name, ...listShortNames(name)]));
  const longestFirst = [...all]
    .filter((name) => name !== "")
    .toSorted((a, b) => b.length - a.length);
  if (longestFirst.length === 0) return (text) => text;
  const pattern = longestFirst.map((name) => name.replaceAll(special, String.raw`\$&`)).join("|");
  const own = new RegExp(pattern, "gu");
  return (text) => text.replaceAll(own, mask).replaceAll(severalMasks, mask);
}
