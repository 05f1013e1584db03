import { Buffer } from "node:buffer";
import type { GrayImage } from "../gray-image.ts";
import { toShade } from "./to-shade.ts";

interface Frame {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly isInterlaced: boolean;
  readonly palette: Buffer;
  readonly transparent: number;
  readonly leastBits: number;
  readonly data: Buffer;
}

/** Decodes the first picture of a GIF file whose size was checked. Throws where there is none. */
export function decodeGif(bytes: Uint8Array): GrayImage {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const [width, height] = [file.readUInt16LE(6), file.readUInt16LE(8)];
  const frame = readFrame(file);
  const indexes = unpack(frame.data, frame.leastBits, frame.width * frame.height);
  const pixels = new Uint8Array(width * height).fill(255);
  const rows = listRows(frame);
  indexes.forEach((index, at) => {
    const x = frame.left + (at % frame.width);
    const y = frame.top + (rows[Math.floor(at / frame.width)] ?? height);
    if (x >= width || y >= height || index === frame.transparent) return;
    pixels[y * width + x] = toShade(frame.palette, 3 * index, 255);
  });
  return { width, height, pixels };
}

/** GIF89a, 17 to 24: the blocks up to the first picture. */
function readFrame(file: Buffer): Frame {
  const global = readPalette(file, 10, 13);
  let at = 13 + global.length;
  let transparent = -1;
  while (file[at] === 0x21) {
    if (file[at + 1] === 0xf9 && ((file[at + 3] ?? 0) & 1) === 1) transparent = file[at + 6] ?? -1;
    at = readBlocks(file, at + 2).end;
  }
  if (file[at] !== 0x2c) throw new RangeError("no picture");
  const own = readPalette(file, at + 9, at + 10);
  const start = at + 10 + own.length;
  const [left, top, width, height] = [1, 3, 5, 7].map((offset) => file.readUInt16LE(at + offset));
  return {
    left: left ?? 0,
    top: top ?? 0,
    width: Math.max(1, width ?? 1),
    height: height ?? 0,
    isInterlaced: ((file[at + 9] ?? 0) & 0x40) !== 0,
    palette: own.length > 0 ? own : global,
    transparent,
    leastBits: Math.min(8, Math.max(2, file[start] ?? 8)),
    data: readBlocks(file, start + 1).data,
  };
}

function readPalette(file: Buffer, flagsAt: number, at: number): Buffer {
  const flags = file[flagsAt] ?? 0;
  return (flags & 0x80) === 0
    ? Buffer.alloc(0)
    : file.subarray(at, at + 3 * 2 ** ((flags & 7) + 1));
}

function readBlocks(file: Buffer, from: number): { readonly data: Buffer; readonly end: number } {
  const blocks: Buffer[] = [];
  let at = from;
  for (let length = file[at] ?? 0; length > 0; length = file[at] ?? 0) {
    blocks.push(file.subarray(at + 1, at + 1 + length));
    at += 1 + length;
  }
  return { data: Buffer.concat(blocks), end: at + 1 };
}

function listRows({ height, isInterlaced }: Frame): readonly number[] {
  const all = Array.from({ length: height }, (_, y) => y);
  if (!isInterlaced) return all;
  return [
    all.filter((y) => y % 8 === 0),
    all.filter((y) => y % 8 === 4),
    all.filter((y) => y % 4 === 2),
    all.filter((y) => y % 2 === 1),
  ].flat();
}

/** GIF89a, appendix F: codes of growing length, the least bit first. As many indexes as there are pixels at most. */
function unpack(data: Buffer, leastBits: number, most: number): Uint8Array {
  const clear = 1 << leastBits;
  const output = new Uint8Array(Math.min(most, data.length * 4_096));
  const [prefixes, suffixes] = [new Int16Array(4_096), new Uint8Array(4_096)];
  const stack = new Uint8Array(4_097);
  let [bits, next, before, first, filled, at] = [leastBits + 1, clear + 2, -1, 0, 0, 0];
  while (at + bits <= data.length * 8 && filled < output.length) {
    const code = readCode(data, at, bits);
    at += bits;
    if (code === clear + 1) break;
    if (code === clear) {
      [bits, next, before] = [leastBits + 1, clear + 2, -1];
      continue;
    }
    if (code > next || (before === -1 && code >= clear)) break;
    let depth = 0;
    let own = code;
    if (code === next) [own, stack[depth++]] = [before, first];
    for (; own >= clear; own = prefixes[own] ?? 0) stack[depth++] = suffixes[own] ?? 0;
    first = own;
    stack[depth++] = own;
    while (depth > 0 && filled < output.length) output[filled++] = stack[--depth] ?? 0;
    if (before !== -1 && next < 4_096) {
      [prefixes[next], suffixes[next]] = [before, first];
      next++;
      if (next === 1 << bits && bits < 12) bits++;
    }
    before = code;
  }
  return output.subarray(0, filled);
}

function readCode(data: Buffer, at: number, bits: number): number {
  const byte = at >> 3;
  const window = (data[byte] ?? 0) | ((data[byte + 1] ?? 0) << 8) | ((data[byte + 2] ?? 0) << 16);
  return (window >> (at & 7)) & ((1 << bits) - 1);
}
