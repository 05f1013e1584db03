import type { Component } from "./find-components.ts";
import type { PixelBox } from "./pixel-box.ts";

/** Pieces of ink on one line of print, from left to right, and the rectangle around them. */
export interface PrintLine extends PixelBox {
  readonly components: readonly Component[];
}
