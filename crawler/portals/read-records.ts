import { readLinks } from "../links/read-links.ts";
import type { ListedLink } from "./portal.ts";

const longest = 20_000;

/** The links in the records of a data answer, `<record><![CDATA[<li>…</li>]]></record>`, in the order of the answer. */
export function readRecords(text: string, base: string): readonly ListedLink[] {
  const pieces: string[] = [];
  let at = text.search(/<record>/iu);
  while (at !== -1) {
    const end = /^<record>$/iu.test(text.slice(at, at + 8)) ? findEnd(text, at) : -1;
    if (end === -1) break;
    if (end - at < longest) pieces.push(unwrap(text.slice(at + "<record>".length, end)));
    at = findStart(text, end);
  }
  return readLinks({ url: base, text: pieces.map((piece) => `<li>${piece}</li>`).join("\n") });
}

/** How many records an answer has; one record may hold several links. */
export function countRecords(text: string): number {
  return [...text.matchAll(/<record>/giu)].length;
}

function findStart(text: string, from: number): number {
  const lower = text.indexOf("<record>", from);
  return lower === -1 ? text.indexOf("<RECORD>", from) : lower;
}

function findEnd(text: string, from: number): number {
  const lower = text.indexOf("</record>", from);
  return lower === -1 ? text.indexOf("</RECORD>", from) : lower;
}

function unwrap(piece: string): string {
  return piece.replace(/^\s*<!\[CDATA\[/u, "").replace(/\]\]>\s*$/u, "");
}
