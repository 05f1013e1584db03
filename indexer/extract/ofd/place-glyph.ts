import { transformBox } from "./transform-box.ts";
import type { DrawnGlyph } from "../pdf/drawing.ts";
import type { Matrix } from "../pdf/matrix.ts";

/** How far a character reaches below and above its baseline, in sizes. */
const reach = { below: 0.15, above: 0.85 };
/** Text that leans by more than this share is a watermark. */
const lean = 0.05;

/** A character with its size and width in millimetres; `turns` are its own quarter turns clockwise. */
export interface PrintedCharacter {
  readonly text: string;
  readonly font: string;
  readonly size: number;
  readonly width: number;
  readonly turns: number;
  readonly isHidden: boolean;
}

/** The character with its box in points, y upwards; null where it stands askew. `matrix` leads from its origin. */
export function placeGlyph(character: PrintedCharacter, matrix: Matrix): DrawnGlyph | null {
  const { text, font, size, width, turns, isHidden } = character;
  const turned = turn(matrix, turns);
  const angle = findAngle(turned);
  const box = transformBox(turned, {
    x0: 0,
    y0: -reach.above * size,
    x1: width,
    y1: reach.below * size,
  });
  const height = size * Math.hypot(turned[2], turned[3]);
  if (angle === null || !box || !(height > 0)) return null;
  return { text, font, angle, size: height, isHidden, ...box };
}

function turn([a, b, c, d, e, f]: Matrix, turns: number): Matrix {
  switch (turns & 3) {
    case 1:
      return [c, d, -a, -b, e, f];
    case 2:
      return [-a, -b, -c, -d, e, f];
    case 3:
      return [-c, -d, a, b, e, f];
    default:
      return [a, b, c, d, e, f];
  }
}

/** Quarter turns counter-clockwise of the writing direction, which is to the right in the character's own space. */
function findAngle([a, b]: Matrix): 0 | 1 | 2 | 3 | null {
  const length = Math.hypot(a, b);
  if (!(length > 0)) return null;
  if (Math.abs(b) < length * lean) return a > 0 ? 0 : 2;
  if (Math.abs(a) < length * lean) return b > 0 ? 1 : 3;
  return null;
}
