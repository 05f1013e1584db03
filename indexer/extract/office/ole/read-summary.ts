import type { Buffer } from "node:buffer";
import { decodeText } from "../../../../corpus/charset.ts";
import type { OleFile } from "./ole-file.ts";

/** Properties that are kept, by their number, under the names of DOCX. Names of persons are left out. */
const names: ReadonlyMap<number, string> = new Map([
  [2, "dc:title"],
  [3, "dc:subject"],
  [5, "cp:keywords"],
  [12, "dcterms:created"],
  [13, "dcterms:modified"],
]);

const types = { text: 30, wideText: 31, time: 64 };
const setAt = 44;
const mostProperties = 100;
/** Milliseconds from the first day of 1601, from which the format counts, to that of 1970. */
const epoch = 11_644_473_600_000n;

/** What a document says of itself ([MS-OLEPS] 2.21): titles and dates in ISO 8601. What is damaged is left out. */
export function readSummary(ole: OleFile): ReadonlyMap<string, string> {
  try {
    return readSet(ole.read("\u0005SummaryInformation"));
  } catch {
    return new Map();
  }
}

function readSet(stream: Buffer | null): ReadonlyMap<string, string> {
  const meta = new Map<string, string>();
  if (!stream) return meta;
  const start = stream.readUInt32LE(setAt);
  const count = Math.min(mostProperties, stream.readUInt32LE(start + 4));
  for (let index = 0; index < count; index++) {
    const name = names.get(stream.readUInt32LE(start + 8 + 8 * index));
    const value = name && readValue(stream, start + stream.readUInt32LE(start + 12 + 8 * index));
    if (name && value) meta.set(name, value);
  }
  return meta;
}

function readValue(stream: Buffer, at: number): string | null {
  const type = stream.readUInt16LE(at);
  const size = stream.readUInt32LE(at + 4);
  if (type === types.text) {
    const end = stream.indexOf(0, at + 8);
    return decodeText(stream.subarray(at + 8, Math.min(at + 8 + size, end))).text.trim();
  }
  if (type === types.wideText)
    return stream
      .toString("utf16le", at + 8, at + 8 + 2 * size)
      .split("\0", 1)
      .join("")
      .trim();
  if (type !== types.time) return null;
  const milliseconds = stream.readBigUInt64LE(at + 4) / 10_000n - epoch;
  return milliseconds > 0n ? new Date(Number(milliseconds)).toISOString() : null;
}
