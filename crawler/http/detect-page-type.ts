import { decodeText } from "../../corpus/charset.ts";
import { detectMediaType, isText } from "../../corpus/media-type.ts";

/** What an entity is: its media type by its bytes, and the charset that its text is decoded with, null for no text. */
export interface PageType {
  readonly mediaType: string;
  readonly charset: string | null;
}

const htmlTags =
  /^(?:!doctype|html|head|body|meta|title|link|script|style|div|span|p|table|tr|td|ul|ol|li|a|h[1-6]|form|iframe|frameset|section|article|center|font|br|img|b|strong|input|dl|dt|dd|header|main|nav)$/iu;

/**
 * What an entity is, by its bytes: what portals declare is often wrong or missing. `declared` is the content type of the
 * header; it decides only between kinds of text that look alike.
 */
export function detectPageType(content: Uint8Array, declared: string | null): PageType {
  const mediaType = detectMediaType(content);
  if (!isText(mediaType)) return { mediaType, charset: null };
  const { text, charset } = decodeText(content, findBig5(declared));
  return { mediaType: refineText(text, mediaType, declared ?? ""), charset };
}

/** The header counts for Big5 alone, and never hides what the page itself names. */
export function findBig5(declared: string | null): string | null {
  return /charset\s{0,9}=\s{0,9}["']?big5/iu.test(declared ?? "") ? "big5" : null;
}

function refineText(text: string, mediaType: string, declared: string): string {
  const start = text.slice(0, 4096).trimStart();
  if (isJson(text, start, declared)) return "application/json";
  if (isScript(text, start, declared)) return "application/javascript";
  return isXml(start, declared) && /html|xml|plain/u.test(mediaType)
    ? "application/xml"
    : mediaType;
}

/** Values that are no object or list are JSON only by name: a page may consist of a number. */
function isJson(text: string, start: string, declared: string): boolean {
  const isNamed = /\bjson\b/iu.test(declared);
  if (!/^[{[]/u.test(start)) return isNamed && !start.startsWith("<") && canParse(text);
  return isNamed || canParse(text);
}

function canParse(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** A script, or a call with data as JSONP gives it. */
function isScript(text: string, start: string, declared: string): boolean {
  if (start.startsWith("<")) return false;
  if (/\b(?:java|ecma)script\b/iu.test(declared)) return true;
  return (
    /^[\w$.]{1,60}\s{0,9}\(\s{0,99}[[{"']/u.test(start) &&
    /\)\s{0,9};?\s{0,9}$/u.test(text.slice(-64))
  );
}

/** XML by its declaration or its name, unless its first element is one of HTML. */
function isXml(start: string, declared: string): boolean {
  const isNamed = /[/+]xml\b/iu.test(declared) && !/xhtml/iu.test(declared);
  if (!start.startsWith("<?xml") && !isNamed) return false;
  const bare = start.replaceAll(/<\?[^>]{0,500}>|<!--[^]{0,2000}?-->/gu, "");
  const first = /<(!?[a-z][\w.:-]{0,60})/iu.exec(bare)?.[1] ?? "";
  return first !== "" && !htmlTags.test(first) && first.toLowerCase() !== "svg";
}
