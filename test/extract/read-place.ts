import { load } from "cheerio";
import type { Fact } from "../../corpus/fact.ts";
import { convertDocx } from "../../indexer/extract/office/docx/convert-docx.ts";
import { decodeText } from "../../corpus/charset.ts";
import { detectMediaType } from "../../corpus/media-type.ts";

/** Reads, from a page or Word document, what stands at the place of a fact; null where it has no offsets. */
export function openPlaces(bytes: Uint8Array): (fact: Pick<Fact, "at">) => string | null {
  const isPage = /^(?:text\/html|application\/xml)$/u.test(detectMediaType(bytes));
  const $ = load(isPage ? decodeText(bytes).text : convertDocx(bytes).html);
  // In a DOM what a template holds is no part of the text around it.
  $("template").empty();
  const texts = new Map<string, string>();
  return ({ at }) => {
    if (at.in !== "html" || at.start === undefined) return null;
    const text = texts.get(at.selector) ?? $(at.selector).text();
    texts.set(at.selector, text);
    return text.slice(at.start, at.end);
  };
}

/** Words as they are compared: without white space and marks of direction. */
export function dropSpace(text: string): string {
  return text.replaceAll(/[\s\u200b\u200e\u200f]/gu, "");
}
