import type { Box } from "./box.ts";
import type { FontFacts } from "./read-document.ts";
import { identity, type Matrix } from "./matrix.ts";

/** The parameters of ISO 32000-2, 8.4 and 9.3 that decide where text and lines stand. */
export interface GraphicsState {
  ctm: Matrix;
  /** Nothing shows outside of it, in points of the page. */
  clip: Box;
  lineWidth: number;
  fontName: string;
  font: FontFacts;
  fontSize: number;
  charSpacing: number;
  wordSpacing: number;
  /** Horizontal scaling as a factor. */
  scale: number;
  leading: number;
  rise: number;
  renderingMode: number;
  textMatrix: Matrix;
  /** The pen within the text matrix, and the start of its line. */
  x: number;
  y: number;
  lineX: number;
  lineY: number;
}

/** The state in which every page begins. */
export function buildGraphicsState(): GraphicsState {
  return {
    ctm: identity,
    clip: { x0: -Infinity, y0: -Infinity, x1: Infinity, y1: Infinity },
    lineWidth: 1,
    fontName: "",
    font: {},
    fontSize: 0,
    charSpacing: 0,
    wordSpacing: 0,
    scale: 1,
    leading: 0,
    rise: 0,
    renderingMode: 0,
    textMatrix: identity,
    x: 0,
    y: 0,
    lineX: 0,
    lineY: 0,
  };
}
