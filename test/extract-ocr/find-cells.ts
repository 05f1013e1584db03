import { findRegions, type Regions } from "../../indexer/extract/ocr/find-regions.ts";
import type { GrayImage } from "../../indexer/extract/ocr/gray-image.ts";
import { prepareScan } from "../../indexer/extract/ocr/prepare-scan.ts";

/** The cells and lines of a page, and the size of its characters. */
export function findCells(
  page: GrayImage,
): Regions & { readonly em: number; readonly skew: number } {
  const scan = prepareScan(page);
  if (!scan) throw new Error("The page shows no print.");
  const space = { width: page.width, height: page.height, unit: 10.5 / scan.em };
  return { ...findRegions(scan, 1, space), em: scan.em, skew: scan.skew };
}
