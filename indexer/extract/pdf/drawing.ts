import type { Box } from "./box.ts";

/** A character as it is drawn, in points of the page's user space. `angle` counts quarter turns counter-clockwise. */
export interface DrawnGlyph extends Box {
  readonly text: string;
  readonly angle: 0 | 1 | 2 | 3;
  /** The height of the font. */
  readonly size: number;
  /** The font as pdf.js names it, the same in the whole file. */
  readonly font: string;
  /** The same for characters that one operator prints, on one page; unknown where it is left out. */
  readonly run?: number;
  /** Drawn, but neither filled nor stroked: the layer of text over a scanned page. */
  readonly isHidden: boolean;
  /** Nothing shows outside of it; it is a point larger than the clip that the page sets. */
  readonly clip?: Box;
}

export interface Drawing {
  readonly glyphs: readonly DrawnGlyph[];
  /** Straight strokes and thin bars. */
  readonly strokes: readonly Box[];
}

/** What a page of a PDF draws. */
export interface PdfDrawing extends Drawing {
  /** Where pictures show. */
  readonly images: readonly Box[];
}

/** A page as drawn. `number` counts from 1; `view` is its visible part in user space: x0, y0, x1, y1. */
export interface DrawnSheet {
  readonly number: number;
  readonly view: readonly number[];
  readonly drawing: Drawing;
}
