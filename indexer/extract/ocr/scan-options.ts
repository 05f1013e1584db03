import type { Recognize, UnpackPicture } from "./recognize.ts";

/** A report of more pictures is refused. */
export const mostScans = 60;

/** How pictures are read: by whom, who hears of the progress in pages, and who may end it. */
export interface ScanOptions {
  readonly recognize: Recognize;
  /** Unpacks a WebP picture or the first of a TIFF file to PNG; these are refused where it is left out. */
  readonly unpack?: UnpackPicture;
  readonly onProgress?: (done: number, all: number) => void;
  readonly signal?: AbortSignal;
}
