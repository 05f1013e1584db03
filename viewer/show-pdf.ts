import type { PDFDocumentProxy, PDFPageProxy } from "pdfjs-dist";
import { openDocument } from "../indexer/extract/pdf/read-document.ts";
import type { ShownPart } from "./build-document.ts";
import { CanvasFactory } from "./canvas-factory.ts";
import { choosePage } from "./choose-page.ts";
import type { Wish } from "./original-job.ts";
import { writePicture, writeSheet } from "./write-sheet.ts";

/** Pixels for a point, and for a whole page at most. */
const density = 2;
const mostPixels = 6_000_000;
/** CSS pixels for a point (1/72 inch). */
const pixelsPerPoint = 4 / 3;
const largestImage = 40_000_000;
const drawing = {
  maxImageSize: largestImage,
  CanvasFactory,
  disableFontFace: true,
  enableXfa: false,
};

/** A page of a PDF as a picture, with a box laid over the cell. Throws where it cannot be drawn. */
export async function showPdf(bytes: Uint8Array, wish: Wish): Promise<ShownPart> {
  return openDocument(bytes, async (document) => drawDocument(document, wish), drawing);
}

async function drawDocument(document: PDFDocumentProxy, { at, page }: Wish): Promise<ShownPart> {
  const place = at?.in === "pdf" ? at : null;
  const pages = choosePage({ wanted: page, marked: place?.page ?? null, count: document.numPages });
  const drawn = await document.getPage(pages.shown);
  const box = place && place.page === pages.shown ? place.box : null;
  return { body: await drawPage(drawn, box), isMarked: box !== null, pages };
}

async function drawPage(
  page: PDFPageProxy,
  box: readonly [number, number, number, number] | null,
): Promise<string> {
  const plain = page.getViewport({ scale: 1 });
  const scale = Math.min(density, Math.sqrt(mostPixels / (plain.width * plain.height)));
  const viewport = page.getViewport({ scale });
  const [width, height] = [Math.ceil(viewport.width), Math.ceil(viewport.height)];
  const { canvas, context } = new CanvasFactory().create(width, height);
  // The types of pdf.js know only the canvas of browsers.
  const canvasContext = context as unknown as CanvasRenderingContext2D;
  await page.render({ canvas: null, canvasContext, viewport }).promise;
  const png = canvas.toBuffer("image/png");
  const words = `原件第 ${page.pageNumber} 页`;
  return writeSheet({
    picture: writePicture(png, { mediaType: "image/png", words }),
    width: viewport.width,
    height: viewport.height,
    box: box && (viewport.convertToViewportRectangle([...box]) as [number, number, number, number]),
    widest: plain.width * pixelsPerPoint,
  });
}
