import { binarize } from "./binarize.ts";
import { transposeBitmap, type Bitmap } from "./bitmap.ts";
import { findComponents, type Component } from "./find-components.ts";
import { findSkew } from "./find-skew.ts";
import { findStrokes } from "./find-strokes.ts";
import type { GrayImage } from "./gray-image.ts";
import { measureText } from "./measure-text.ts";
import type { PixelBox } from "./pixel-box.ts";
import type { PreparedScan } from "./prepared-scan.ts";
import { rotateImage } from "./rotate-image.ts";
import { keepRules } from "./keep-rules.ts";

/** Ruling lines, in sizes of a character: level ones are longer than a dash, upright ones than a stroke of a character. */
const rule = { level: 1.8, upright: 1.3, thickest: 0.35, gap: 0.08 };
/** Ink around a ruling line that belongs to it, in sizes. */
const rim = 0.04;
/** Pieces of ink that measure less, in sizes, are specks. */
const speck = 0.1;
/** What has less than this share of the depth of most print is a shadow. */
const faint = 0.45;

/** Sets a picture of print upright and parts its ruling lines from its print; null where there is no print. */
export function prepareScan(image: GrayImage): PreparedScan | null {
  const first = binarize(image);
  const skew = findSkew(first);
  const upright = skew === 0 ? image : rotateImage(image, skew);
  const ink = skew === 0 ? first : binarize(upright);
  const em = measureText(findComponents(ink) ?? []);
  if (em === null) return null;
  const { horizontals, verticals } = keepRules(findRules(ink, em), em);
  const strokes = [...horizontals, ...verticals].map((stroke) => widen(stroke, em));
  const print = eraseInk(ink, strokes);
  const pieces = (findComponents(print) ?? []).filter((own) => !isSpeck(own, em));
  const components = dropFaint(pieces, upright);
  return { image: eraseShades(upright, strokes), em, skew, horizontals, verticals, components };
}

function findRules(ink: Bitmap, em: number): Pick<PreparedScan, "horizontals" | "verticals"> {
  const bounds = {
    thickest: Math.max(7, rule.thickest * em),
    widestGap: Math.max(1, Math.round(rule.gap * em)),
  };
  const horizontals = findStrokes(ink, { ...bounds, shortest: rule.level * em });
  const turned = findStrokes(transposeBitmap(ink), { ...bounds, shortest: rule.upright * em });
  const verticals = turned.map(({ x0, y0, x1, y1 }) => ({ x0: y0, y0: x0, x1: y1, y1: x1 }));
  return { horizontals, verticals };
}

function widen({ x0, y0, x1, y1 }: PixelBox, em: number): PixelBox {
  const by = Math.max(1, Math.round(rim * em));
  return { x0: x0 - by, y0: y0 - by, x1: x1 + by, y1: y1 + by };
}

function eraseInk({ width, height, bits }: Bitmap, strokes: readonly PixelBox[]): Bitmap {
  return { width, height, bits: fillBoxes({ width, height, bytes: bits.slice() }, strokes, 0) };
}

function eraseShades(
  { width, height, pixels }: GrayImage,
  strokes: readonly PixelBox[],
): GrayImage {
  return {
    width,
    height,
    pixels: fillBoxes({ width, height, bytes: pixels.slice() }, strokes, 255),
  };
}

interface Raster {
  readonly width: number;
  readonly height: number;
  readonly bytes: Uint8Array;
}

function fillBoxes(
  { width, height, bytes }: Raster,
  boxes: readonly PixelBox[],
  value: number,
): Uint8Array {
  for (const { x0, y0, x1, y1 } of boxes)
    for (let y = Math.max(0, y0); y < Math.min(height, y1); y++)
      bytes.fill(value, y * width + Math.max(0, x0), y * width + Math.min(width, x1));
  return bytes;
}

/** Leaves out the shadows that compression leaves around print: none of their pixels is nearly as dark. */
function dropFaint(
  components: readonly Component[],
  { width, pixels }: GrayImage,
): readonly Component[] {
  const depths = components.map(({ runs }) => {
    let darkest = 255;
    for (let at = 0; at < runs.length; at += 3)
      for (let x = runs[at + 1] ?? 0; x < (runs[at + 2] ?? 0); x++)
        darkest = Math.min(darkest, pixels[(runs[at] ?? 0) * width + x] ?? 255);
    return 255 - darkest;
  });
  const usual = [...depths].sort((a, b) => a - b)[depths.length >> 1] ?? 0;
  return components.filter((_, at) => (depths[at] ?? 0) >= faint * usual);
}

function isSpeck({ x0, y0, x1, y1, area }: Component, em: number): boolean {
  return Math.max(x1 - x0, y1 - y0) < Math.max(2, speck * em) || area < 3;
}
