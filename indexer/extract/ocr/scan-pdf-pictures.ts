import type { PDFDocumentProxy } from "pdfjs-dist";
import type { DocumentPage } from "../page/page.ts";
import { explain, listDrawing, openDocument, type Surroundings } from "../pdf/read-document.ts";
import { readDrawing } from "../pdf/read-drawing.ts";
import { cropImage } from "./crop-image.ts";
import { findPictures } from "./find-pictures.ts";
import { buildScannedPage } from "./read-scan.ts";
import { readSheet } from "./read-sheet.ts";
import { mostImagePixels, renderPage } from "./render-pages.ts";
import { mostScans, type ScanOptions } from "./scan-options.ts";
import type { ScannedSheet } from "./scanned-sheet.ts";

/**
 * Reads the pictures that stand on pages of text of a PDF by text recognition, as `readScan` does; null where there
 * are none that may show tables. Throws UnreadableFile where the file is damaged or no picture shows print, and the
 * reason of the signal where it ends the work.
 */
export async function scanPdfPictures(
  bytes: Uint8Array,
  options: ScanOptions,
): Promise<DocumentPage | null> {
  const sheets = await openDocument(
    bytes,
    async (document, surroundings) => readPictures(document, surroundings, options),
    { maxImageSize: mostImagePixels },
  );
  return sheets.length === 0 ? null : buildScannedPage(sheets);
}

async function readPictures(
  document: PDFDocumentProxy,
  { names, breaker }: Surroundings,
  options: ScanOptions,
): Promise<readonly ScannedSheet[]> {
  const sheets: ScannedSheet[] = [];
  for (let number = 1; number <= document.numPages && sheets.length < mostScans; number++) {
    options.signal?.throwIfAborted();
    breaker.beginPage();
    const page = await explain(document.getPage(number));
    const boxes = findPictures(readDrawing(await listDrawing(page, names)), page.view);
    if (boxes.length > 0) {
      breaker.beginPage();
      const rendered = await renderPage(page, number);
      for (const box of boxes.slice(0, mostScans - sheets.length)) {
        const picture = cropImage(rendered, rendered.locate(box), sheets.length + 1);
        sheets.push(await readSheet(picture, options));
      }
    }
    page.cleanup();
  }
  return sheets;
}
