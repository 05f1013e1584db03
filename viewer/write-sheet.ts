import { Buffer } from "node:buffer";
import { escapeHtml, markAttributes } from "./build-document.ts";

/** Something drawn with the size of its page, in any unit, from the top left, and the box to mark on it. */
export interface DrawnPicture {
  readonly picture: string;
  readonly width: number;
  readonly height: number;
  /** x0, y0, x1, y1. */
  readonly box: readonly [number, number, number, number] | null;
  /** CSS pixels that the page is wide at most. */
  readonly widest: number;
}

/** CSS pixels in which a page can still be read; on a narrower screen it is scrolled. */
const leastWidth = 620;

/** A page with a box laid over it. */
export function writeSheet({ picture, width, height, box, widest }: DrawnPicture): string {
  const mark = box ? writeBox(box, width, height) : "";
  const style = `width:min(${Math.round(widest)}px,max(100%,${leastWidth}px))`;
  return `<div class="gk-scroll" tabindex="0"><div class="gk-sheet" style="${style}">${picture}${mark}</div></div>`;
}

/** A picture by its bytes, of a media type that browsers show. */
export function writePicture(
  bytes: Uint8Array,
  { mediaType, words }: { readonly mediaType: string; readonly words: string },
): string {
  const data = Buffer.from(bytes).toString("base64");
  return `<img src="data:${mediaType};base64,${data}" alt="${escapeHtml(words)}">`;
}

function writeBox(
  [x0, y0, x1, y1]: NonNullable<DrawnPicture["box"]>,
  width: number,
  height: number,
): string {
  const share = (part: number, whole: number): string =>
    `${Math.min(100, Math.max(0, (part / whole) * 100)).toFixed(3)}%`;
  const style = [
    `left:${share(Math.min(x0, x1), width)}`,
    `top:${share(Math.min(y0, y1), height)}`,
    `width:${share(Math.abs(x1 - x0), width)}`,
    `height:${share(Math.abs(y1 - y0), height)}`,
  ].join(";");
  const attributes = markAttributes.replace('class="', 'class="gk-box ');
  return `<div ${attributes} style="${style}" role="img" aria-label="标出的格"></div>`;
}
