import { drawPage } from "../indexer/extract/ofd/draw-page.ts";
import { pointsPerMillimetre } from "../indexer/extract/ofd/place-in-ofd.ts";
import { OfdPackage, type OfdPage } from "../indexer/extract/ofd/ofd-package.ts";
import type { Box } from "../indexer/extract/pdf/box.ts";
import type { DrawnGlyph } from "../indexer/extract/pdf/drawing.ts";
import { ZipFile } from "../indexer/extract/zip/zip-file.ts";
import { escapeHtml, type ShownPart } from "./build-document.ts";
import { choosePage } from "./choose-page.ts";
import type { Wish } from "./original-job.ts";
import { writeSheet } from "./write-sheet.ts";

/** The least that a line is drawn thick, in points. */
const thinnest = 0.5;
/** How far the baseline stands above the bottom of a character's box, in sizes. */
const baseline = 0.15;
const pixelsPerMillimetre = 96 / 25.4;

/**
 * A page of an OFD: its characters and straight lines where they stand, in the reader's own fonts, with a box laid
 * over the cell. Pictures are left out. Throws where it cannot be drawn.
 */
export function showOfd(bytes: Uint8Array, { at, page }: Wish): ShownPart {
  const all = [...new OfdPackage(new ZipFile(bytes)).listPages()];
  const place = at?.in === "ofd" ? at : null;
  const pages = choosePage({ wanted: page, marked: place?.page ?? null, count: all.length });
  const shown = all[pages.shown - 1];
  if (!shown) throw new TypeError("the file has no pages");
  const [x = 0, y = 0, width = 0, height = 0] = shown.box;
  const marked = place && place.page === pages.shown ? place.box : null;
  const [x0, y0, x1, y1] = marked ?? [0, 0, 0, 0];
  const body = writeSheet({
    picture: drawSvg(shown),
    width,
    height,
    box: marked && [x0 - x, y0 - y, x1 - x, y1 - y],
    widest: width * pixelsPerMillimetre,
  });
  return { body, isMarked: marked !== null, pages };
}

/** SVG in points; the drawing's y runs upwards, that of SVG down. */
function drawSvg(page: OfdPage): string {
  const view = page.box.map((length) => round(length * pointsPerMillimetre)).join(" ");
  const { glyphs, strokes } = drawPage(page);
  const shown = glyphs.filter(({ isHidden }) => !isHidden);
  return `<svg viewBox="${view}" role="img" aria-label="原件页面" font-family="serif">${strokes.map(drawStroke).join("")}${shown.map(drawGlyph).join("")}</svg>`;
}

function drawStroke({ x0, y0, x1, y1 }: Box): string {
  const [width, height] = [Math.max(thinnest, x1 - x0), Math.max(thinnest, y1 - y0)];
  return `<rect x="${round(x0)}" y="${round(-y1)}" width="${round(width)}" height="${round(height)}"/>`;
}

/** `textLength` keeps every character as wide as the document makes it, whatever font draws it. */
function drawGlyph({ text, angle, size, x0, y0, x1, y1 }: DrawnGlyph): string {
  if (text.trim() === "") return "";
  const drop = baseline * size;
  const [x, y] = (
    [
      [x0, y0 + drop],
      [x1 - drop, y0],
      [x1, y1 - drop],
      [x0 + drop, y1],
    ] as const
  )[angle];
  const long = angle % 2 === 0 ? x1 - x0 : y1 - y0;
  const turn = angle === 0 ? "" : ` transform="rotate(${-90 * angle} ${round(x)} ${round(-y)})"`;
  return `<text x="${round(x)}" y="${round(-y)}" font-size="${round(size)}" textLength="${round(long)}" lengthAdjust="spacingAndGlyphs"${turn}>${escapeHtml(text)}</text>`;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
