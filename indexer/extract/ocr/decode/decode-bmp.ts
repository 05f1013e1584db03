import { Buffer } from "node:buffer";
import type { GrayImage } from "../gray-image.ts";
import { toShade } from "./to-shade.ts";

/** Decodes a BMP file of 1, 4, 8, 24 or 32 bits a pixel that is not compressed. Throws for any other. */
export function decodeBmp(bytes: Uint8Array): GrayImage {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const [start, headerBytes] = [file.readUInt32LE(10), file.readUInt32LE(14)];
  const [width, signedHeight] = [Math.abs(file.readInt32LE(18)), file.readInt32LE(22)];
  const [bits, packing] = [file.readUInt16LE(28), file.readUInt32LE(30)];
  if (![1, 4, 8, 24, 32].includes(bits) || (packing !== 0 && !(packing === 3 && bits === 32)))
    throw new RangeError("compressed");
  const height = Math.abs(signedHeight);
  const palette = file.subarray(14 + headerBytes, start);
  const length = Math.ceil((width * bits) / 32) * 4;
  const pixels = new Uint8Array(width * height).fill(255);
  for (let y = 0; y < height; y++) {
    const line = file.subarray(start + y * length, start + (y + 1) * length);
    if (line.length < length) break;
    // Rows run from the bottom up, but where the height is negative.
    const row = signedHeight < 0 ? y : height - 1 - y;
    for (let x = 0; x < width; x++) pixels[row * width + x] = readShade(line, x, { bits, palette });
  }
  return { width, height, pixels };
}

function readShade(
  line: Buffer,
  x: number,
  { bits, palette }: { readonly bits: number; readonly palette: Buffer },
): number {
  if (bits >= 24) return readColor(line, (x * bits) >> 3);
  const shift = 8 - bits - ((x * bits) & 7);
  return readColor(palette, 4 * (((line[(x * bits) >> 3] ?? 0) >> shift) & ((1 << bits) - 1)));
}

/** Blue, green, red. */
function readColor(from: Buffer, at: number): number {
  return toShade(Uint8Array.of(from[at + 2] ?? 255, from[at + 1] ?? 255, from[at] ?? 255), 0, 255);
}
