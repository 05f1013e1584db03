import type { Box } from "./box.ts";

/**
 * One printed character and its box, in points with y upwards. `angle` is the quarter turns counter-clockwise by
 * which its writing direction differs from that of the sheet, which is to the right.
 */
export interface Glyph extends Box {
  readonly text: string;
  readonly size: number;
  readonly angle: number;
  /** The same for characters that one operator prints; unknown where it is left out. */
  readonly run?: number | undefined;
  /** Whether it runs to the end of what the page shows: one behind it would be left out. */
  readonly isAtEnd?: boolean;
}

/** A straight line: drawn from `from` to `to`, at the height (horizontal) or distance (vertical) `at`. */
export interface Rule {
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/**
 * What a page shows, turned so that most text runs to the right. `number` counts from 1; `turns` quarter turns
 * counter-clockwise bring boxes of the sheet back into the page's user space.
 */
export interface Sheet {
  readonly number: number;
  readonly turns: number;
  readonly frame: Box;
  readonly glyphs: readonly Glyph[];
  readonly horizontals: readonly Rule[];
  readonly verticals: readonly Rule[];
  /** Whether the text is the invisible layer that recognition of a scanned page leaves. */
  readonly isRecognized: boolean;
}
