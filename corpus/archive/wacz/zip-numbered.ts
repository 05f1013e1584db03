import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";

const linesOfBlock = 3000;

/** An index too long to be read as a whole: its lines in gzip members, and where the member of a line begins. */
export interface NumberedIndex {
  readonly blocks: Buffer;
  readonly idx: string;
}

/** Compresses sorted lines of CDXJ in blocks that can be read one by one, as players of WACZ expect them. */
export function zipNumbered(lines: readonly string[], file: string): NumberedIndex {
  const blocks: Buffer[] = [];
  const idx = [`!meta 0 ${JSON.stringify({ format: "cdxj-gzip-1.0", filename: file })}\n`];
  let offset = 0;
  for (let at = 0; at < lines.length; at += linesOfBlock) {
    const block = gzipSync(lines.slice(at, at + linesOfBlock).join(""));
    const digest = `sha256:${createHash("sha256").update(block).digest("hex")}`;
    const place = { offset, length: block.byteLength, digest, filename: file };
    const [key, time] = (lines[at] ?? "").split(" ", 2);
    idx.push(`${key} ${time} ${JSON.stringify(place)}\n`);
    blocks.push(block);
    offset += block.byteLength;
  }
  return { blocks: Buffer.concat(blocks), idx: idx.join("") };
}
