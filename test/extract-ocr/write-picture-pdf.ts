import { Buffer } from "node:buffer";
import { readImageSize } from "../../indexer/extract/ocr/decode/read-image-size.ts";
import { drawText, writePdf } from "../extract-pdf/write-pdf.ts";

/** A PDF in A4 with a page for each picture (JPEG) or line of text. */
export function writePicturePdf(pages: readonly (Uint8Array | string)[]): Uint8Array {
  const objects = new Map<number, Uint8Array>();
  const names: string[] = [];
  const contents = pages.map((page, at) => {
    if (typeof page === "string") return { content: drawText(page, { x: 80, y: 700 }) };
    const number = 20 + at;
    objects.set(number, buildImage(page));
    names.push(`/P${at} ${number} 0 R`);
    return { content: `q 595 0 0 842 0 0 cm /P${at} Do Q` };
  });
  return writePdf({ pages: contents, objects, resources: `/XObject << ${names.join(" ")} >>` });
}

/** An image of the file (ISO 32000-2, 8.9.5) whose data are those of a JPEG file. */
function buildImage(jpeg: Uint8Array): Uint8Array {
  const { width, height } = readImageSize(jpeg) ?? { width: 1, height: 1 };
  return Buffer.concat([
    Buffer.from(
      `<< /Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode /Length ${jpeg.length} >>\nstream\n`,
    ),
    jpeg,
    Buffer.from("\nendstream"),
  ]);
}
