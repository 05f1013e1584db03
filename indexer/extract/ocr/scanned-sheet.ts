import type { DocumentOrigin } from "../page/page.ts";
import type { Box } from "../pdf/box.ts";
import type { Sheet } from "../pdf/sheet.ts";

/** A place of recognized print on a sheet, in its points, and how sure its reading is, from 0 to 1. */
export interface SureBox extends Box {
  readonly confidence: number;
}

/** A page that was read from a picture: its print as a sheet, and how a place on it is told in the file. */
export interface ScannedSheet {
  readonly sheet: Sheet;
  readonly readings: readonly SureBox[];
  readonly place: (box: SureBox) => DocumentOrigin;
}
