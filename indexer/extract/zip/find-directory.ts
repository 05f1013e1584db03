import type { Buffer } from "node:buffer";
import { UnreadableFile } from "../unreadable-file.ts";

const signature = 0x06054b50;
const recordSize = 22;
const longestComment = 65_535;
const wideSignature = 0x06064b50;
const wideLocatorSignature = 0x07064b50;
const wideLocatorSize = 20;
const wideRecordSize = 56;

/** Where the list of files begins, as an offset in bytes, and how many it has. */
export interface Directory {
  readonly start: number;
  readonly count: number;
}

/** Finds the list of files by the record at the end of a ZIP (PKWARE APPNOTE 4.3.16). Throws UnreadableFile. */
export function findDirectory(bytes: Buffer): Directory {
  const at = findEndRecord(bytes);
  const count = bytes.readUInt16LE(at + 10);
  const start = bytes.readUInt32LE(at + 16);
  const isWide = count === 0xffff || start === 0xffffffff;
  const directory = (isWide ? readWideRecord(bytes, at) : null) ?? { start, count };
  if (directory.start > at) throw new UnreadableFile(cutOff);
  return directory;
}

const cutOff = "The end of the ZIP is missing, so the file was cut off; fetch it again.";

function findEndRecord(bytes: Buffer): number {
  const first = Math.max(0, bytes.length - recordSize - longestComment);
  for (let at = bytes.length - recordSize; at >= first; at--)
    if (bytes.readUInt32LE(at) === signature) return at;
  throw new UnreadableFile(cutOff);
}

function readWideRecord(bytes: Buffer, end: number): Directory | null {
  const locator = end - wideLocatorSize;
  if (locator < 0 || bytes.readUInt32LE(locator) !== wideLocatorSignature) return null;
  const at = Number(bytes.readBigUInt64LE(locator + 8));
  if (at + wideRecordSize > bytes.length || bytes.readUInt32LE(at) !== wideSignature)
    throw new UnreadableFile(cutOff);
  const count = Number(bytes.readBigUInt64LE(at + 32));
  return { start: Number(bytes.readBigUInt64LE(at + 48)), count };
}
