import { Buffer } from "node:buffer";
import { detectMediaType } from "../../../corpus/media-type.ts";
import { readImageSize } from "./decode/read-image-size.ts";

/** A page carries at most so many pictures that are read, each of so many characters. */
const most = { images: 60, characters: 24 << 20 };
/** Smaller pictures, in pixels, are signs and ornaments. */
const leastSide = 120;
const dataAddress = /\bsrc\s{0,9}=\s{0,9}(["'])data:image\/[a-z.+-]{1,30};base64,/giu;

/**
 * The pictures that a page of HTML carries itself, in `data:` addresses of its `<img>`, in the order of the page and
 * each once; what is no picture or a small one is left out. Pictures at other addresses are files of their own.
 */
export function listHtmlImages(html: string): readonly Uint8Array[] {
  const found = new Map<string, Uint8Array>();
  for (const match of html.matchAll(dataAddress)) {
    if (found.size >= most.images) break;
    const start = match.index + match[0].length;
    const end = html.indexOf(match[1] ?? '"', start);
    const text = html.slice(start, end === -1 ? start : end);
    if (text.length > most.characters || found.has(text)) continue;
    const bytes = new Uint8Array(
      Buffer.from(text.replace(/%2B/giu, "+").replace(/%2F/giu, "/"), "base64"),
    );
    if (isPrint(bytes)) found.set(text, bytes);
  }
  return [...found.values()];
}

/** Whether the bytes are a picture large enough to show print. */
export function isPrint(bytes: Uint8Array): boolean {
  if (!detectMediaType(bytes).startsWith("image/")) return false;
  const size = readImageSize(bytes);
  return size !== null && Math.min(size.width, size.height) >= leastSide;
}
