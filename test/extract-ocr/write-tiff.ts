import { Buffer } from "node:buffer";
import type { GrayImage } from "../../indexer/extract/ocr/gray-image.ts";

/** A TIFF file with these pages in shades of grey, not packed; `MM` has the greatest byte first. */
export function writeTiff(pages: readonly GrayImage[], order: "II" | "MM" = "II"): Uint8Array {
  const put = (bytes: 2 | 4, value: number): Buffer => {
    const buffer = Buffer.alloc(bytes);
    if (order === "II") buffer.writeUIntLE(value, 0, bytes);
    else buffer.writeUIntBE(value, 0, bytes);
    return buffer;
  };
  const parts: Buffer[] = [Buffer.from(order), put(2, 42), put(4, 8)];
  let at = 8;
  for (const [number, { width, height, pixels }] of pages.entries()) {
    const fields = listFields({ width, height }, at + 2 + 12 * 9 + 4);
    const end = at + 2 + 12 * fields.length + 4 + pixels.length;
    parts.push(put(2, fields.length));
    for (const [tag, value] of fields) parts.push(put(2, tag), put(2, 4), put(4, 1), put(4, value));
    parts.push(put(4, number === pages.length - 1 ? 0 : end), Buffer.from(pixels));
    at = end;
  }
  return Buffer.concat(parts);
}

/** Tags and values (TIFF 6.0, 8): one strip of one sample of 8 bits, 0 is black. */
function listFields(
  { width, height }: Pick<GrayImage, "width" | "height">,
  dataAt: number,
): readonly (readonly [number, number])[] {
  return [
    [256, width],
    [257, height],
    [258, 8],
    [259, 1],
    [262, 1],
    [273, dataAt],
    [277, 1],
    [278, height],
    [279, width * height],
  ];
}
