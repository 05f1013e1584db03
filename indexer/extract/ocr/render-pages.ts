import { createCanvas } from "@napi-rs/canvas";
import type { PDFDocumentProxy, PDFPageProxy, PageViewport } from "pdfjs-dist";
import type { Box } from "../pdf/box.ts";
import { explain, openDocument } from "../pdf/read-document.ts";
import { UnreadableFile } from "../unreadable-file.ts";
import { toShade } from "./decode/to-shade.ts";
import type { GrayImage } from "./gray-image.ts";
import type { ScannedImage } from "./scanned-image.ts";

/** Dots per inch at which pages are read, and the pixels that one may have at most. */
const resolution = { usual: 220, mostPixels: 14e6 };
/** Pixels of one picture in the file. */
export const mostImagePixels = 60e6;

/** Who takes the pages, and how finely they are drawn. */
export interface RenderOptions {
  readonly take: (image: ScannedImage) => Promise<void>;
  readonly dotsPerInch?: number;
}

/**
 * Draws pages of a PDF, by their numbers, as pictures and hands over one after the other. Throws UnreadableFile where the
 * file is damaged, and the pages are too large to be drawn.
 */
export async function renderPages(
  bytes: Uint8Array,
  numbers: readonly number[],
  { take, dotsPerInch = resolution.usual }: RenderOptions,
): Promise<void> {
  const render = async (document: PDFDocumentProxy, breakPage: () => void): Promise<void> => {
    for (const number of numbers) {
      breakPage();
      const page = await explain(document.getPage(number));
      await take(await renderPage(page, number, dotsPerInch));
      page.cleanup();
    }
  };
  await openDocument(
    bytes,
    async (document, { breaker }) => render(document, () => breaker.beginPage()),
    { maxImageSize: mostImagePixels },
  );
}

/** A page as a picture, with the place of its user space in it. */
export interface RenderedPage extends ScannedImage {
  /** The pixels of a box in points of the page's user space, y downwards. */
  readonly locate: (box: Box) => Box;
}

/** Draws a page that is open. Throws UnreadableFile where it is damaged or has no size. */
export async function renderPage(
  page: PDFPageProxy,
  number: number,
  dotsPerInch: number = resolution.usual,
): Promise<RenderedPage> {
  const viewport = page.getViewport({ scale: chooseScale(page, dotsPerInch) });
  const canvas = createCanvas(Math.ceil(viewport.width), Math.ceil(viewport.height));
  // pdf.js draws on this canvas as on that of a browser, whose types it names.
  const target = { canvas, canvasContext: canvas.getContext("2d") } as unknown as {
    readonly canvas: null;
    readonly canvasContext: never;
  };
  await explain(page.render({ ...target, viewport, annotationMode: 0 }).promise);
  const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
  return {
    number,
    image: toGray(data, canvas.width, canvas.height),
    unit: 1 / viewport.scale,
    place: buildPlace(number, viewport),
    locate: ({ x0, y0, x1, y1 }) => {
      const places = viewport.convertToViewportRectangle([x0, y0, x1, y1]).map(Number);
      const [a = 0, b = 0, c = 0, d = 0] = places;
      return { x0: Math.min(a, c), y0: Math.min(b, d), x1: Math.max(a, c), y1: Math.max(b, d) };
    },
  };
}

/** Red, green, blue and opacity in turns as shades. */
function toGray(data: Uint8ClampedArray, width: number, height: number): GrayImage {
  const pixels = new Uint8Array(width * height);
  for (let at = 0; at < pixels.length; at++)
    pixels[at] = toShade(data, 4 * at, data[4 * at + 3] ?? 0);
  return { width, height, pixels };
}

function chooseScale(page: PDFPageProxy, dotsPerInch: number): number {
  const { width, height } = page.getViewport({ scale: 1 });
  const points = width * height;
  if (!(points > 0)) throw new UnreadableFile("The PDF has a page without size; print it anew.");
  return Math.min(dotsPerInch / 72, Math.sqrt(resolution.mostPixels / points));
}

/** Boxes of the picture in points of the page's user space, rounded to hundredths. */
function buildPlace(page: number, viewport: PageViewport): ScannedImage["place"] {
  return ({ x0, y0, x1, y1, confidence }) => {
    const [ax = 0, ay = 0] = viewport.convertToPdfPoint(x0, y0) as readonly number[];
    const [bx = 0, by = 0] = viewport.convertToPdfPoint(x1, y1) as readonly number[];
    const ordered = [Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by)];
    const [a = 0, b = 0, c = 0, d = 0] = ordered.map((value) => Math.round(value * 100) / 100);
    return { in: "pdf", page, box: [a, b, c, d], confidence };
  };
}
