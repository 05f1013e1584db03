import type { Component } from "./find-components.ts";
import { joinPixelBoxes, type PixelBox } from "./pixel-box.ts";
import type { PrintLine } from "./print-line.ts";

/** The figures of a number as they stand on the page, from left to right, and the points between them. */
export interface NumberShape {
  readonly box: PixelBox;
  /** Pieces of ink as high as the line: a digit each, or several that touch. */
  readonly figures: readonly PixelBox[];
  /** How many figures stand before the decimal point; null where there is none. */
  readonly point: number | null;
  /** Whether it is a single slanted stroke, the mark for none, and no number. */
  readonly isSlash: boolean;
}

/** Shares of the height of the highest figure: digits are nearly as high as each other, a point is low and small. */
const leastDigit = 0.78;
const point = { highest: 0.3, widest: 0.35 };
/** A slanted stroke: its rows of ink at most this wide, its middle wandering at least so far, in shares of its width. */
const slash = { widest: 0.6, travel: 0.5 };
/** No number of a report is longer. */
const mostDigits = 10;

/**
 * The shape of a line that can be a whole number or a decimal one: figures of one height on one base. Null for
 * anything else. `em` is the size of a character.
 */
export function readNumberShape({ components, y0, y1 }: PrintLine, em: number): NumberShape | null {
  const height = y1 - y0;
  if (height < 0.45 * em || height > 1.3 * em) return null;
  const pieces = joinOverlapping(components);
  const figures: PixelBox[] = [];
  let mark: number | null = null;
  for (const piece of pieces) {
    if (piece.y1 - piece.y0 >= leastDigit * height) figures.push(piece);
    else if (isPoint(piece, { height, y1 }) && mark === null && figures.length > 0)
      mark = figures.length;
    else return null;
  }
  const box = joinPixelBoxes(pieces);
  const isLong = figures.length > mostDigits || box.x1 - box.x0 > mostDigits * height;
  if (figures.length === 0 || isLong || mark === figures.length) return null;
  const [first] = components;
  const isSlash = first !== undefined && components.length === 1 && isSlanted(first);
  return { box, figures, point: mark, isSlash };
}

/** Pieces of one character that noise broke stand above each other. */
function joinOverlapping(components: readonly Component[]): readonly PixelBox[] {
  const pieces: PixelBox[] = [];
  for (const component of components) {
    const last = pieces.at(-1);
    const shared = last ? Math.min(last.x1, component.x1) - Math.max(last.x0, component.x0) : 0;
    const narrow = Math.min(component.x1 - component.x0, last ? last.x1 - last.x0 : Infinity);
    if (last && shared > 0.5 * narrow)
      pieces[pieces.length - 1] = joinPixelBoxes([last, component]);
    else pieces.push(component);
  }
  return pieces;
}

function isPoint(
  { x0, x1, y0, y1 }: PixelBox,
  line: { readonly height: number; readonly y1: number },
): boolean {
  const isLow = y1 > line.y1 - 0.25 * line.height;
  return isLow && y1 - y0 <= point.highest * line.height && x1 - x0 <= point.widest * line.height;
}

/** Whether a stroke is of one width and its middle goes from the upper right to the lower left. */
function isSlanted({ x0, x1, runs }: Component): boolean {
  const width = x1 - x0;
  const rows = Array.from({ length: runs.length / 3 }, (_, at) => ({
    wide: (runs[3 * at + 2] ?? 0) - (runs[3 * at + 1] ?? 0),
    middle: ((runs[3 * at + 2] ?? 0) + (runs[3 * at + 1] ?? 0)) / 2,
  }));
  const widest = Math.max(...rows.map(({ wide }) => wide));
  const travel = (rows[0]?.middle ?? 0) - (rows.at(-1)?.middle ?? 0);
  return widest <= slash.widest * width && travel >= slash.travel * width;
}
