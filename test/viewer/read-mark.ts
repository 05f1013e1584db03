import { load } from "cheerio";

/**
 * The text of what is marked in a shown original, white space as single spaces; null where nothing is. One element of
 * it is the one that addresses lead to.
 */
export function readMark(html: string): string | null {
  const $ = load(html);
  const isOne = $("#cell").length === 1 && $(".gk-mark").first().is("#cell");
  return isOne ? $(".gk-mark").text().replaceAll(/\s+/gu, " ").trim() : null;
}
