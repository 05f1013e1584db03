import type { Recognize } from "./recognize.ts";

/** A report of more pictures is refused. */
export const mostScans = 60;

/** How pictures are read: by whom, who hears of the progress in pages, and who may end it. */
export interface ScanOptions {
  readonly recognize: Recognize;
  readonly onProgress?: (done: number, all: number) => void;
  readonly signal?: AbortSignal;
}
