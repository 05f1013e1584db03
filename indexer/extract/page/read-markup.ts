import { decodeText } from "../../../corpus/charset.ts";
import type { DocumentPage, Page } from "./page.ts";
import { readHtml } from "./read-html.ts";
import { readPlainText } from "./read-plain-text.ts";

/** Decodes a page of HTML and reads it. */
export function readHtmlBytes(bytes: Uint8Array): DocumentPage {
  return readDecoded(bytes, readHtml);
}

/** Decodes a file of plain text and reads it. */
export function readTextBytes(bytes: Uint8Array): DocumentPage {
  return readDecoded(bytes, readPlainText);
}

function readDecoded(bytes: Uint8Array, read: (text: string) => Page): DocumentPage {
  const { text, replaced } = decodeText(bytes);
  const warnings = replaced > 0 ? [`有 ${replaced} 个字符无法解码。`] : [];
  return { ...read(text), warnings };
}
