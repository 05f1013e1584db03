import { createCanvas, type Canvas } from "@napi-rs/canvas";
import type { Grid } from "../../build-grids.ts";
import type { DemoBlock } from "../../build-page.ts";
import { assemblePdf } from "./assemble-pdf.ts";
import { placeGrid } from "./place-grid.ts";

const sheet = { width: 1000, margin: 40, line: 30, row: 44 } as const;

/** A picture of words and tables, as those that portals show in place of text. */
export function drawReport(blocks: readonly DemoBlock[]): Canvas {
  const heights = blocks.map((block) =>
    block.is === "table" ? block.grid.length * sheet.row + 20 : sheet.line + 10,
  );
  const height = heights.reduce((sum, own) => sum + own, 2 * sheet.margin);
  const canvas = createCanvas(sheet.width, height);
  const pen = canvas.getContext("2d");
  pen.fillStyle = "white";
  pen.fillRect(0, 0, sheet.width, height);
  pen.fillStyle = "black";
  let y: number = sheet.margin;
  for (const [at, block] of blocks.entries()) {
    pen.font = "18px sans-serif";
    if (block.is === "table") drawTable(pen, block.grid, y);
    else pen.fillText(block.text.slice(0, 50), sheet.margin, y + 20);
    y += heights[at] ?? 0;
  }
  return canvas;
}

/** A page of paper under a scanner: a PDF that holds nothing but a picture. */
export function scanReport(blocks: readonly DemoBlock[]): Uint8Array {
  const canvas = drawReport(blocks);
  const image = canvas.toBuffer("image/jpeg", 60).toString("latin1");
  const { width, height } = canvas;
  const content = `${width} 0 0 ${height} 0 0 cm /I Do`;
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${width} ${height}] /Contents 4 0 R /Resources << /XObject << /I 5 0 R >> >> >>`,
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    `<< /Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode /Length ${image.length} >>\nstream\n${image}\nendstream`,
  ];
  return assemblePdf(objects);
}

function drawTable(pen: ReturnType<Canvas["getContext"]>, grid: Grid, top: number): void {
  const { cells, width } = placeGrid(grid);
  const unit = (sheet.width - 2 * sheet.margin) / width;
  for (const { text, row, column, rows, columns } of cells) {
    const [x, y] = [sheet.margin + column * unit, top + row * sheet.row];
    pen.strokeRect(x, y, columns * unit, rows * sheet.row);
    pen.font = "13px sans-serif";
    const fit = Math.max(1, Math.floor((columns * unit - 8) / 13));
    for (let line = 0; line * fit < text.length && line < 3; line++)
      pen.fillText(text.slice(line * fit, (line + 1) * fit), x + 4, y + 15 + line * 14);
  }
}
