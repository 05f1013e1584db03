import type { Buffer } from "node:buffer";
import { crc32, inflateRawSync } from "node:zlib";
import { UnreadableFile } from "../unreadable-file.ts";
import type { ZipEntry } from "./zip-entry.ts";

const signature = 0x04034b50;
const headerSize = 30;
const stored = 0;
const deflated = 8;

/**
 * The content of one file in a ZIP, of at most `most` bytes: it is counted while it inflates, whatever size
 * the ZIP claims. Throws UnreadableFile where it is larger, damaged, or packed by an unknown method.
 */
export function inflateEntry(bytes: Buffer, entry: ZipEntry, most: number): Uint8Array {
  if (entry.size > most) throw new UnreadableFile(tooLarge);
  const packed = readPacked(bytes, entry);
  const content = entry.method === stored ? packed : inflate(packed, entry.method, most);
  if (content.length > most) throw new UnreadableFile(tooLarge);
  if (content.length !== entry.size || crc32(content) !== entry.crc)
    throw new UnreadableFile(damaged);
  return content;
}

const tooLarge = "A part of the file unpacks to more than a report holds; it is left closed.";
const damaged = "A part of the ZIP is damaged; fetch the file again.";

function readPacked(bytes: Buffer, { headerAt, packedSize }: ZipEntry): Buffer {
  if (headerAt + headerSize > bytes.length || bytes.readUInt32LE(headerAt) !== signature)
    throw new UnreadableFile(damaged);
  const nameSize = bytes.readUInt16LE(headerAt + 26);
  const start = headerAt + headerSize + nameSize + bytes.readUInt16LE(headerAt + 28);
  if (start + packedSize > bytes.length) throw new UnreadableFile(damaged);
  return bytes.subarray(start, start + packedSize);
}

function inflate(packed: Buffer, method: number, most: number): Buffer {
  if (method !== deflated)
    throw new UnreadableFile(
      "The ZIP is packed by a method that documents do not use; save the document again.",
    );
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, most) });
  } catch (cause) {
    const isLarge = cause instanceof RangeError;
    throw new UnreadableFile(isLarge ? tooLarge : damaged, { cause });
  }
}
