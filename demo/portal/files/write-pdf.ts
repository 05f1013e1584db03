import { Buffer } from "node:buffer";
import type { DemoPage } from "../../build-page.ts";
import { assemblePdf } from "./assemble-pdf.ts";
import { type LaidFrame, type LaidPage, type LaidText, layOutPage } from "./lay-out-page.ts";

/** A report as a PDF of one long page: ruled tables, Chinese in a font that every reader brings along. */
export function writePdf(page: DemoPage): Uint8Array {
  return assemble(layOutPage(page));
}

/** A drawing whose y counts down from the top; `assemble` turns it over. */
function drawText({ text, x, y, size }: LaidText): string {
  const hex = Buffer.from(text, "utf16le").swap16().toString("hex").toUpperCase();
  return `BT /F1 ${size} Tf 1 0 0 -1 ${x.toFixed(2)} ${y.toFixed(2)} Tm <${hex}> Tj ET`;
}

function drawFrame({ x, y, width, height }: LaidFrame): string {
  return `${x.toFixed(2)} ${y.toFixed(2)} ${width.toFixed(2)} ${height.toFixed(2)} re S`;
}

function assemble({ pieces, width, height }: LaidPage): Uint8Array {
  const drawing = pieces.map((one) => (one.is === "text" ? drawText(one) : drawFrame(one)));
  const content = `0.5 w 1 0 0 -1 0 ${height} cm\n${drawing.join("\n")}`;
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${width} ${height}] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>`,
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    "<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UTF16-H /DescendantFonts [6 0 R] >>",
    "<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> /DW 1000 /W [1 95 500] /FontDescriptor 7 0 R >>",
    "<< /Type /FontDescriptor /FontName /STSong-Light /Flags 4 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>",
  ];
  return assemblePdf(objects);
}
