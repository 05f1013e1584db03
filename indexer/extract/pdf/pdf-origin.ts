/**
 * Where words of a PDF stand: the page from 1 and the box [x0, y0, x1, y1] in points of its user space,
 * origin at the bottom left, before any rotation of the page (ISO 32000-2, 8.3.2.3).
 */
export interface PdfOrigin {
  readonly in: "pdf";
  readonly page: number;
  readonly box: readonly [number, number, number, number];
}
