import { isTag, type Element } from "domhandler";
import { readWords } from "./walk-tree.ts";

const rows = new Set(["li", "tr", "dd", "dt", "p", "div", "td"]);
const mostLevels = 4;
const longestRow = 400;
const date =
  /(?<!\d)(20\d{2})\s{0,2}[-/.年]\s{0,2}(0?[1-9]|1[0-2])\s{0,2}[-/.月]\s{0,2}(0?[1-9]|[12]\d|3[01])(?!\d)/gu;

/** The day that a list prints beside a link, ISO 8601: the last date in the link's own row; null where there is none. */
export function readListedDate(link: Element, words: string): string | null {
  let row = link.parent;
  for (let level = 0; row && isTag(row) && level < mostLevels; level++, row = row.parent) {
    if (!rows.has(row.name)) continue;
    const text = readWords(row, longestRow);
    if (text.length >= longestRow) return null;
    const found = readDate(text.replace(words, " "));
    if (found !== null) return found;
    if (row.name === "li" || row.name === "tr") return null;
  }
  return null;
}

/** The last date in words, ISO 8601, null where there is none. */
export function readDate(words: string): string | null {
  const [, year, month = "", day = ""] = [...words.slice(0, 1_000).matchAll(date)].at(-1) ?? [];
  return year === undefined ? null : `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
}
