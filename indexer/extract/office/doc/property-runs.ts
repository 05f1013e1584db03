import { Buffer } from "node:buffer";
import type { WordBinary } from "./word-binary.ts";

/** Bytes of the document stream, the end not included, whose characters or paragraphs share properties. */
export interface PropertyRun {
  readonly from: number;
  readonly to: number;
  readonly style: number;
  readonly list: Buffer;
}

const pageSize = 512;
const noProperties = Buffer.alloc(0);

/** The runs of paragraphs by their place in the stream, in order ([MS-DOC] 2.9.174 PapxFkp). */
export function listParagraphRuns(binary: WordBinary): readonly PropertyRun[] {
  return listRuns(binary, { name: "paragraphs", entrySize: 13, readRun: readParagraphRun });
}

/** The runs of characters by their place in the stream, in order ([MS-DOC] 2.9.33 ChpxFkp). */
export function listCharacterRuns(binary: WordBinary): readonly PropertyRun[] {
  return listRuns(binary, { name: "characters", entrySize: 1, readRun: readCharacterRun });
}

type ReadRun = (page: Buffer, at: number) => Pick<PropertyRun, "style" | "list">;

interface RunKind {
  readonly name: "paragraphs" | "characters";
  readonly entrySize: number;
  readonly readRun: ReadRun;
}

function listRuns(
  binary: WordBinary,
  { name, entrySize, readRun }: RunKind,
): readonly PropertyRun[] {
  const table = binary.table(name);
  const count = Math.floor((table.length - 4) / 8);
  const runs: PropertyRun[] = [];
  const seen = new Set<number>();
  for (let index = 0; index < count; index++) {
    const number = table.readUInt32LE(4 * (count + 1) + 4 * index) & 0x3fffff;
    const page = binary.stream.subarray(number * pageSize, (number + 1) * pageSize);
    if (page.length < pageSize || seen.has(number)) continue;
    seen.add(number);
    const size = page.readUInt8(pageSize - 1);
    for (let entry = 0; entry < size; entry++) {
      const at = 4 * (size + 1) + entrySize * entry;
      if (at >= pageSize) break;
      const from = page.readUInt32LE(4 * entry);
      const to = page.readUInt32LE(4 * entry + 4);
      if (to > from) runs.push({ from, to, ...readRun(page, 2 * page.readUInt8(at)) });
    }
  }
  return runs.sort((a, b) => a.from - b.from);
}

function readParagraphRun(page: Buffer, at: number): Pick<PropertyRun, "style" | "list"> {
  if (at === 0) return { style: 0, list: noProperties };
  const half = page.readUInt8(at);
  // A first byte of zero says that the length follows, and is even.
  const start = half === 0 ? at + 2 : at + 1;
  const size = half === 0 ? 2 * (page[at + 1] ?? 0) : 2 * half - 1;
  const content = page.subarray(start, start + size);
  if (content.length < 2) return { style: 0, list: noProperties };
  return { style: content.readUInt16LE(0), list: content.subarray(2) };
}

function readCharacterRun(page: Buffer, at: number): Pick<PropertyRun, "style" | "list"> {
  if (at === 0) return { style: 0, list: noProperties };
  return { style: 0, list: page.subarray(at + 1, at + 1 + page.readUInt8(at)) };
}

/** The run that holds a byte of the stream, or null. */
export function findRun(runs: readonly PropertyRun[], at: number): PropertyRun | null {
  let from = 0;
  let to = runs.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((runs[middle]?.from ?? Infinity) <= at) from = middle + 1;
    else to = middle;
  }
  const run = runs[from - 1];
  return run && at < run.to ? run : null;
}
