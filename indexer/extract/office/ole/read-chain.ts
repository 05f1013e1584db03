import { Buffer } from "node:buffer";
import { UnreadableFile } from "../../unreadable-file.ts";

/** Sectors of one size, in bytes, one after the other, and the sector that follows on each. */
export interface SectorTable {
  readonly size: number;
  readonly data: Buffer;
  readonly links: readonly number[];
}

const firstMark = 0xfffffffa;

/** The sectors from one on, joined; of a stream with a known length no more than that. Throws UnreadableFile. */
export function readChain(table: SectorTable, start: number, length = Infinity): Buffer {
  const { size, data, links } = table;
  const parts: Buffer[] = [];
  let left = length;
  for (let at = start; at < firstMark && left > 0; at = links[at] ?? firstMark) {
    const isWrong = at * size >= data.length || parts.length > links.length;
    if (isWrong) throw new UnreadableFile("The file is damaged or cut off; fetch it again.");
    parts.push(data.subarray(at * size, at * size + Math.min(size, left)));
    left -= size;
  }
  return Buffer.concat(parts);
}
