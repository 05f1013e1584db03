import type { PixelBox } from "./pixel-box.ts";

/** Strokes found in both directions. */
export interface Rules {
  readonly horizontals: readonly PixelBox[];
  readonly verticals: readonly PixelBox[];
}

/** In sizes of a character: a line this long is one wherever it stands; strokes this near meet. */
const long = 5;
const near = 0.35;
/** A stroke that so many others meet at most, and that is short, is a part of a character. */
const fewest = 2;

/**
 * The strokes that are ruling lines: long ones, and those that meet such lines, or others that do, as the borders
 * of cells. Short ones that meet none are parts of characters in large type.
 */
export function keepRules({ horizontals, verticals }: Rules, em: number): Rules {
  const kept = new Set(
    [...horizontals, ...verticals].filter((stroke) => measure(stroke) > long * em),
  );
  for (let before = -1; before !== kept.size;) {
    before = kept.size;
    for (const own of [
      ...findMeeting(horizontals, verticals, { kept, em }),
      ...findMeeting(verticals, horizontals, { kept, em }),
    ])
      kept.add(own);
  }
  const isKept = (stroke: PixelBox): boolean => kept.has(stroke);
  return { horizontals: horizontals.filter(isKept), verticals: verticals.filter(isKept) };
}

function measure({ x0, x1, y0, y1 }: PixelBox): number {
  return Math.max(x1 - x0, y1 - y0);
}

/** The strokes not kept yet that meet kept ones across them at both ends or at several places. */
function findMeeting(
  strokes: readonly PixelBox[],
  across: readonly PixelBox[],
  { kept, em }: { readonly kept: ReadonlySet<PixelBox>; readonly em: number },
): readonly PixelBox[] {
  const frame = across.filter((stroke) => kept.has(stroke));
  return strokes.filter((stroke) => {
    if (kept.has(stroke)) return false;
    return frame.filter((other) => meets(stroke, other, near * em)).length >= fewest;
  });
}

function meets(one: PixelBox, other: PixelBox, reach: number): boolean {
  return (
    one.x0 - reach < other.x1 &&
    other.x0 - reach < one.x1 &&
    one.y0 - reach < other.y1 &&
    other.y0 - reach < one.y1
  );
}
