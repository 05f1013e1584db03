import type { MeasureKey } from "./claim.ts";
import { type Family, isJoiner } from "./phrases.ts";

/**
 * The kinds that the words right before a number name. `mode`: one number for all of them together (`sum`), one
 * that holds for each (`each`: 均, 各), or one number after the other (`row`: 分别).
 */
export interface Naming {
  readonly measures: readonly MeasureKey[];
  readonly mode: "sum" | "each" | "row";
}

/** Reads the end of a phrase; null where it does not end in words of the family. */
export function findKeywords(phrase: string, family: Family): Naming | null {
  const found = listKeywords(phrase, family);
  const last = found.at(-1);
  if (last === undefined) return null;
  const trailing = phrase.slice(last.end);
  if (!family.filler.test(trailing)) return null;
  const run = [last];
  for (let index = found.length - 2; index >= 0; index--) {
    const [next, one] = [run[0], found[index]];
    if (next === undefined || one === undefined) break;
    if (!isJoiner(phrase.slice(one.end, next.start))) break;
    run.unshift(one);
  }
  const measures = run.map(({ measure }) => measure);
  const mode = trailing.includes("分别") ? "row" : /[均各]/u.test(trailing) ? "each" : "sum";
  return { measures, mode };
}

/** The kind that the words right behind a number name: `17 件予以公开`. */
export function findLeadingKeyword(words: string, family: Family): MeasureKey | null {
  const [first] = listKeywords(words.slice(0, 16), family);
  if (first === undefined) return null;
  const before = words.slice(0, first.start);
  return /^(?:申请|信息|为|属于|系|依法|作出|已|均|的|决定|答复)*$/u.test(before)
    ? first.measure
    : null;
}

interface Found {
  readonly measure: MeasureKey;
  readonly start: number;
  readonly end: number;
}

/** Keywords from left to right; where two begin together the first of the family counts. */
function listKeywords(words: string, { keywords, pattern }: Family): readonly Found[] {
  return [...words.matchAll(pattern)].flatMap((match) => {
    const keyword = keywords[match.slice(1).findIndex((group) => group !== undefined)];
    if (keyword === undefined) return [];
    return [{ measure: keyword.measure, start: match.index, end: match.index + match[0].length }];
  });
}
