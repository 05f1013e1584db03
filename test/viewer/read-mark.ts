import { load } from "cheerio";

/** The text of what is marked in a shown original, white space as single spaces; null where nothing is. */
export function readMark(html: string): string | null {
  const $ = load(html);
  const mark = $("#cell");
  return mark.length === 1 ? mark.text().replaceAll(/\s+/gu, " ").trim() : null;
}
