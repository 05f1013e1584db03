import type { Buffer } from "node:buffer";
import { UnreadableFile } from "../../unreadable-file.ts";

/** Where a stream begins, as the number of a sector, and its length in bytes. */
export interface OleStream {
  readonly start: number;
  readonly size: number;
}

interface DirectoryEntry extends OleStream {
  readonly name: string;
  readonly isStream: boolean;
  readonly neighbours: readonly number[];
  readonly child: number;
}

const entrySize = 128;
const noEntry = 0xffffffff;

/** The streams of the root folder by lower-case name; those of embedded objects lie in folders below. */
export function listRootStreams(directory: Buffer): {
  readonly root: OleStream;
  readonly streams: ReadonlyMap<string, OleStream>;
} {
  const root = readEntry(directory, 0);
  if (!root) throw new UnreadableFile("The file is damaged; fetch it again.");
  const streams = new Map<string, OleStream>();
  const seen = new Set<number>();
  const open = [root.child];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    const entry = at === noEntry || seen.has(at) ? null : readEntry(directory, at);
    if (!entry) continue;
    seen.add(at);
    open.push(...entry.neighbours);
    if (entry.isStream) streams.set(entry.name.toLowerCase(), entry);
  }
  return { root, streams };
}

function readEntry(directory: Buffer, index: number): DirectoryEntry | null {
  const at = index * entrySize;
  if (at + entrySize > directory.length) return null;
  const nameEnd = at + Math.min(64, Math.max(2, directory.readUInt16LE(at + 64))) - 2;
  return {
    name: directory.toString("utf16le", at, nameEnd),
    isStream: directory.readUInt8(at + 66) === 2,
    neighbours: [directory.readUInt32LE(at + 68), directory.readUInt32LE(at + 72)],
    child: directory.readUInt32LE(at + 76),
    start: directory.readUInt32LE(at + 116),
    size: directory.readUInt32LE(at + 120),
  };
}
