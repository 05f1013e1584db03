import { UnreadableFile } from "../unreadable-file.ts";
import { readSheet } from "./read-sheet.ts";
import { mostScans, type ScanOptions } from "./scan-options.ts";
import { renderPages } from "./render-pages.ts";
import type { ScannedImage } from "./scanned-image.ts";
import type { ScannedSheet } from "./scanned-sheet.ts";

/**
 * Reads pages of a PDF, by their numbers, by text recognition. Throws UnreadableFile where they are too many or too
 * large, and the reason of the signal where it ends the work.
 */
export async function scanPdfPages(
  bytes: Uint8Array,
  numbers: readonly number[],
  options: ScanOptions,
): Promise<readonly ScannedSheet[]> {
  if (numbers.length > mostScans)
    throw new UnreadableFile(
      `The PDF has ${numbers.length} pages that are pictures, more than the ${mostScans} that are read; save the pages of the report alone.`,
    );
  const sheets: ScannedSheet[] = [];
  const take = async (image: ScannedImage): Promise<void> => {
    options.signal?.throwIfAborted();
    sheets.push(await readSheet(image, options));
    options.onProgress?.(sheets.length, numbers.length);
  };
  await renderPages(bytes, numbers, { take });
  return sheets;
}
