import type { PixelBox } from "./pixel-box.ts";

/** What one line of print on a page says, where it stands, and how sure that is, from 0 to 1. */
export interface Reading {
  readonly text: string;
  readonly box: PixelBox;
  readonly confidence: number;
}
