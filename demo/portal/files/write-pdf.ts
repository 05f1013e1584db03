import { Buffer } from "node:buffer";
import type { DemoPage } from "../../build-page.ts";
import { assemblePdf } from "./assemble-pdf.ts";
import { placeGrid } from "./place-grid.ts";

const page = { width: 595, margin: 40, text: 11, cell: 7 } as const;

/** A report as a PDF of one long page: ruled tables, Chinese in a font that every reader brings along. */
export function writePdf({ report, blocks }: DemoPage): Uint8Array {
  const drawing: string[] = [];
  let y = page.margin;
  const texts = [{ is: "heading" as const, text: report.title }, ...blocks];
  for (const block of texts) {
    if (block.is === "table") {
      const table = drawTable(block.grid, y);
      drawing.push(...table.drawing);
      y = table.end + 14;
      continue;
    }
    for (const line of wrap(block.text, page.width - 2 * page.margin, page.text)) {
      y += page.text + 7;
      drawing.push(drawText(line, page.margin, { y, size: page.text }));
    }
    y += 5;
  }
  return assemble(drawing, y + page.margin);
}

/** A drawing whose y counts down from the top; `assemble` turns it over. */
function drawText(
  text: string,
  x: number,
  { y, size }: { readonly y: number; readonly size: number },
): string {
  const hex = Buffer.from(text, "utf16le").swap16().toString("hex").toUpperCase();
  return `BT /F1 ${size} Tf 1 0 0 -1 ${x.toFixed(2)} ${y.toFixed(2)} Tm <${hex}> Tj ET`;
}

function drawTable(grid: Parameters<typeof placeGrid>[0], top: number) {
  const { cells, width } = placeGrid(grid);
  const unit = (page.width - 2 * page.margin) / width;
  const lines = cells.map((cell) => wrap(cell.text, unit * cell.columns - 6, page.cell));
  const heights = grid.map(
    (_, row) =>
      Math.max(
        1,
        ...cells.map((cell, at) =>
          cell.row === row && cell.rows === 1 ? (lines[at]?.length ?? 1) : 1,
        ),
      ) *
        (page.cell + 3) +
      6,
  );
  const tops = heights.map((_, row) => top + heights.slice(0, row).reduce((a, b) => a + b, 0));
  const end = top + heights.reduce((a, b) => a + b, 0);
  const drawing = cells.flatMap((cell, at) => {
    const x = page.margin + unit * cell.column;
    const y = tops[cell.row] ?? top;
    const height = (tops[cell.row + cell.rows] ?? end) - y;
    const frame = `${x.toFixed(2)} ${y.toFixed(2)} ${(unit * cell.columns).toFixed(2)} ${height.toFixed(2)} re S`;
    const words = (lines[at] ?? []).map((line, below) =>
      drawText(line, x + 3, { y: y + 3 + (below + 1) * (page.cell + 3) - 3, size: page.cell }),
    );
    return [frame, ...words];
  });
  return { drawing, end };
}

/** Chinese characters are as wide as high, others half as wide. */
function wrap(text: string, width: number, size: number): readonly string[] {
  const lines = [""];
  let used = 0;
  for (const character of text) {
    const wide = character > "\u00FF" ? size : size / 2;
    if (used + wide > width && used > 0) {
      lines.push("");
      used = 0;
    }
    lines[lines.length - 1] += character;
    used += wide;
  }
  return lines;
}

function assemble(drawing: readonly string[], height: number): Uint8Array {
  const tall = Math.ceil(height);
  const content = `0.5 w 1 0 0 -1 0 ${tall} cm\n${drawing.join("\n")}`;
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${page.width} ${tall}] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>`,
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    "<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UTF16-H /DescendantFonts [6 0 R] >>",
    "<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> /DW 1000 /W [1 95 500] /FontDescriptor 7 0 R >>",
    "<< /Type /FontDescriptor /FontName /STSong-Light /Flags 4 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>",
  ];
  return assemblePdf(objects);
}
