import type { Buffer } from "node:buffer";
import { UnreadableFile } from "../unreadable-file.ts";
import { findDirectory } from "./find-directory.ts";
import type { ZipEntry } from "./zip-entry.ts";
import { zipLimits } from "./zip-limits.ts";

const signature = 0x02014b50;
const headerSize = 46;
const encrypted = 0x0001;
const utf8Name = 0x0800;
const aesMethod = 99;

/**
 * The files of a ZIP by its central directory (PKWARE APPNOTE 4.3.12); folders are left out.
 * Throws UnreadableFile for a ZIP that is cut off, damaged, protected, or made to harm who opens it.
 */
export function listEntries(bytes: Buffer): readonly ZipEntry[] {
  const { start, count } = findDirectory(bytes);
  if (count > zipLimits.entries) throw new UnreadableFile(tooManyFiles);
  const entries: ZipEntry[] = [];
  const names = new Set<string>();
  let at = start;
  for (let index = 0; index < count; index++) {
    const { entry, next } = readEntry(bytes, at);
    at = next;
    if (entry.name.endsWith("/")) continue;
    if (names.has(entry.name)) throw new UnreadableFile(repeatedName);
    names.add(entry.name);
    entries.push(entry);
  }
  assertSizes(entries);
  return entries;
}

const tooManyFiles =
  "The ZIP holds over 10,000 files, more than any report; save the document again.";
const repeatedName = "Two files in the ZIP have the same name; save the document again.";
const cutOff = "The list of files in the ZIP is damaged or cut off; fetch the file again.";
const bomb = "The ZIP would unpack to far more than a report holds; it is left closed.";

function readEntry(bytes: Buffer, at: number): { entry: ZipEntry; next: number } {
  if (at + headerSize > bytes.length || bytes.readUInt32LE(at) !== signature)
    throw new UnreadableFile(cutOff);
  const flags = bytes.readUInt16LE(at + 8);
  const method = bytes.readUInt16LE(at + 10);
  if ((flags & encrypted) !== 0 || method === aesMethod)
    throw new UnreadableFile("The file is protected by a password; save it without one.");
  const nameEnd = at + headerSize + bytes.readUInt16LE(at + 28);
  const extraEnd = nameEnd + bytes.readUInt16LE(at + 30);
  const next = extraEnd + bytes.readUInt16LE(at + 32);
  if (next > bytes.length) throw new UnreadableFile(cutOff);
  const encoding = (flags & utf8Name) === 0 ? "latin1" : "utf8";
  const entry: ZipEntry = {
    name: readName(bytes.toString(encoding, at + headerSize, nameEnd)),
    method,
    crc: bytes.readUInt32LE(at + 16),
    packedSize: bytes.readUInt32LE(at + 20),
    size: bytes.readUInt32LE(at + 24),
    headerAt: bytes.readUInt32LE(at + 42),
  };
  return { entry: readWideSizes(entry, bytes.subarray(nameEnd, extraEnd)), next };
}

/** Names with `/` between folders. One that would lead out of the ZIP is a trick, not a document. */
function readName(printed: string): string {
  const name = printed.replaceAll("\\", "/");
  const parts = name.split("/");
  const isTrick = name.startsWith("/") || /^[a-z]:/iu.test(name) || name.includes("\0");
  if (isTrick || parts.includes("..") || parts.length > zipLimits.depth)
    throw new UnreadableFile(
      "The ZIP holds a file whose name leads outside of it; do not open it.",
    );
  return parts.filter((part) => part !== ".").join("/");
}

/** Sizes of 4 GB are marks: the true ones stand in the ZIP64 field (APPNOTE 4.5.3), even in small files. */
function readWideSizes(entry: ZipEntry, extra: Buffer): ZipEntry {
  const mark = 0xffffffff;
  if (![entry.size, entry.packedSize, entry.headerAt].includes(mark)) return entry;
  let at = findWideField(extra);
  const readNext = (size: number): number => {
    if (size !== mark) return size;
    if (at + 8 > extra.length) throw new UnreadableFile(cutOff);
    at += 8;
    return Number(extra.readBigUInt64LE(at - 8));
  };
  const size = readNext(entry.size);
  const packedSize = readNext(entry.packedSize);
  return { ...entry, size, packedSize, headerAt: readNext(entry.headerAt) };
}

function findWideField(extra: Buffer): number {
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2))
    if (extra.readUInt16LE(at) === 1) return at + 4;
  return extra.length;
}

function assertSizes(entries: readonly ZipEntry[]): void {
  let total = 0;
  for (const { size, packedSize } of entries) {
    total += size;
    const isBig = size > zipLimits.bigEntry;
    if (isBig && size > zipLimits.ratio * packedSize) throw new UnreadableFile(bomb);
  }
  if (total > zipLimits.total) throw new UnreadableFile(bomb);
}
