import type { DocumentOrigin } from "../page/page.ts";
import type { SureBox } from "./scanned-sheet.ts";
import type { GrayImage } from "./gray-image.ts";

/** A page as a picture. */
export interface ScannedImage {
  /** Which page of the report it is, from 1. */
  readonly number: number;
  readonly image: GrayImage;
  /** Points to a pixel; null where the file does not tell. */
  readonly unit: number | null;
  /** How a box of the picture, in its pixels with y downwards, is told in the file. */
  readonly place: (box: SureBox) => DocumentOrigin;
}
