import type { Component } from "./find-components.ts";
import type { GrayImage } from "./gray-image.ts";
import type { PixelBox } from "./pixel-box.ts";

/** A page of print, upright and without its ruling lines. */
export interface PreparedScan {
  readonly image: GrayImage;
  /** The size of most Chinese characters in pixels. */
  readonly em: number;
  /** Degrees clockwise by which the picture leant. */
  readonly skew: number;
  readonly horizontals: readonly PixelBox[];
  readonly verticals: readonly PixelBox[];
  /** The print: pieces of ink that are no lines and no specks. */
  readonly components: readonly Component[];
}
