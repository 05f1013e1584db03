import { contains, findCenter, joinBoxes, type Box } from "../pdf/box.ts";
import type { PdfDrawing } from "../pdf/drawing.ts";

/** A picture of a table takes up this share of the page's width at least, and so many points of its height. */
const least = { width: 0.35, height: 36 };
/** Strips of one picture are apart by no more points than this. */
const seam = 1.5;

/**
 * The pictures of a page of text that may show tables, from the top down: large ones, over which no text is printed. A
 * picture that is printed in strips is one.
 */
export function findPictures(
  { images, glyphs }: PdfDrawing,
  view: readonly number[],
): readonly Box[] {
  if (glyphs.length === 0) return [];
  const [x0 = 0, , x1 = 0] = view;
  return joinStrips(images).filter(
    (box) =>
      box.x1 - box.x0 >= least.width * Math.abs(x1 - x0) &&
      box.y1 - box.y0 >= least.height &&
      !glyphs.some((glyph) => contains(box, findCenter(glyph))),
  );
}

function joinStrips(images: readonly Box[]): readonly Box[] {
  const joined: Box[] = [];
  for (const image of [...images].sort((a, b) => b.y1 - a.y1)) {
    const at = joined.findIndex((above) => isStrip(above, image));
    const whole = at === -1 ? null : joinBoxes([joined[at] ?? image, image]);
    if (whole) joined[at] = whole;
    else joined.push(image);
  }
  return joined;
}

function isStrip(above: Box, below: Box): boolean {
  const edges = [above.x0 - below.x0, above.x1 - below.x1, above.y0 - below.y1];
  return edges.every((gap) => Math.abs(gap) < seam);
}
