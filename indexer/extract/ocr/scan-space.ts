import type { Box } from "../pdf/box.ts";
import type { PixelBox } from "./pixel-box.ts";

/** How the pixels of a scan lie on its sheet, whose points count from the bottom left. */
export interface ScanSpace {
  readonly width: number;
  readonly height: number;
  /** Points to a pixel. */
  readonly unit: number;
}

export function toPoints({ x0, y0, x1, y1 }: PixelBox, { height, unit }: ScanSpace): Box {
  return { x0: x0 * unit, x1: x1 * unit, y0: (height - y1) * unit, y1: (height - y0) * unit };
}

export function toPixels({ x0, y0, x1, y1 }: Box, { height, unit }: ScanSpace): PixelBox {
  return { x0: x0 / unit, x1: x1 / unit, y0: height - y1 / unit, y1: height - y0 / unit };
}
