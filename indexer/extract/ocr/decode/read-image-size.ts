import { Buffer } from "node:buffer";
import type { ImageSize } from "./image-size.ts";
import { readTiffSize } from "./list-tiff-pages.ts";

/** The size that the header of a PNG, JPEG, GIF, BMP, WebP or TIFF picture gives, before it is decoded; null where none does. */
export function readImageSize(bytes: Uint8Array): ImageSize | null {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (file.length < 30) return null;
  const head = file.toString("latin1", 0, 30);
  if (head.startsWith("\u0089PNG")) return build(file.readUInt32BE(16), file.readUInt32BE(20));
  if (head.startsWith("GIF8")) return build(file.readUInt16LE(6), file.readUInt16LE(8));
  if (head.startsWith("BM")) return build(file.readInt32LE(18), file.readInt32LE(22));
  if (head.startsWith("\u00FF\u00D8")) return readJpegSize(file);
  if (/^(?:II\*\0|MM\0\*)/u.test(head)) return readTiffSize(file);
  return head.startsWith("WEBP", 8) ? readWebpSize(file, head) : null;
}

function build(width: number, height: number): ImageSize {
  return { width: Math.abs(width), height: Math.abs(height) };
}

/** The frame header (ITU T.81, B.2.2) that follows other segments. */
function readJpegSize(file: Buffer): ImageSize | null {
  for (let at = 2; at + 9 < file.length;) {
    if (file[at] !== 0xff) return null;
    const marker = file[at + 1] ?? 0;
    if (marker === 0xff || marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)) {
      at += marker === 0xff ? 1 : 2;
      continue;
    }
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return build(file.readUInt16BE(at + 7), file.readUInt16BE(at + 5));
    at += 2 + Math.max(2, file.readUInt16BE(at + 2));
  }
  return null;
}

/** RFC 9649, 2.5 to 2.7. */
function readWebpSize(file: Buffer, head: string): ImageSize | null {
  const kind = head.slice(12, 16);
  if (kind === "VP8X") return build(file.readUIntLE(24, 3) + 1, file.readUIntLE(27, 3) + 1);
  if (kind === "VP8 ") return build(file.readUInt16LE(26) & 0x3fff, file.readUInt16LE(28) & 0x3fff);
  if (kind !== "VP8L") return null;
  const packed = file.readUInt32LE(21);
  return build((packed & 0x3fff) + 1, ((packed >>> 14) & 0x3fff) + 1);
}
