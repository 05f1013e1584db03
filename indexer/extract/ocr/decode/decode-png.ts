import { Buffer } from "node:buffer";
import { constants, inflateSync } from "node:zlib";
import type { GrayImage } from "../gray-image.ts";
import { toShade } from "./to-shade.ts";

/** Samples of a pixel by colour type (PNG, 11.2.2); other types are none. */
const samples: ReadonlyMap<number, number> = new Map([
  [0, 1],
  [2, 3],
  [3, 1],
  [4, 2],
  [6, 4],
]);
/** The seven passes of an interlaced picture (PNG, 8.2): first column and row, steps. */
const passes = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const;

interface Header {
  readonly width: number;
  readonly height: number;
  readonly depth: number;
  readonly color: number;
  readonly isInterlaced: boolean;
  /** Shades of the palette. */
  readonly palette: readonly number[];
}

/** Decodes a PNG file whose size was checked. Rows that are cut off stay white. Throws where it is damaged. */
export function decodePng(bytes: Uint8Array): GrayImage {
  const { header, data } = readChunks(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length));
  const { width, height, isInterlaced } = header;
  const image = { width, height, pixels: new Uint8Array(width * height).fill(255) };
  const maxOutputLength = (Math.ceil((width * header.depth * 4) / 8) + 1) * (height + 8) * 2;
  const raw = inflateSync(data, { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength });
  let at = 0;
  for (const [left, top, stepX, stepY] of isInterlaced ? passes : [[0, 0, 1, 1] as const]) {
    const columns = Math.ceil((width - left) / stepX);
    const rows = Math.ceil((height - top) / stepY);
    if (columns <= 0 || rows <= 0) continue;
    at = readPass({ header, raw, at, columns, rows }, (column, row, shade) => {
      image.pixels[(top + row * stepY) * width + left + column * stepX] = shade;
    });
  }
  return image;
}

function readChunks(file: Buffer): { readonly header: Header; readonly data: Buffer } {
  const [depth = 0, color = 0] = [file[24], file[25]];
  if (!samples.has(color) || ![1, 2, 4, 8, 16].includes(depth)) throw new RangeError("no PNG");
  const parts: Buffer[] = [];
  let colors: Buffer = Buffer.alloc(0);
  let opacities: Buffer = Buffer.alloc(0);
  for (let at = 8; at + 12 <= file.length;) {
    const length = file.readUInt32BE(at);
    const kind = file.toString("latin1", at + 4, at + 8);
    const content = file.subarray(at + 8, at + 8 + length);
    if (kind === "IDAT") parts.push(content);
    if (kind === "PLTE") colors = content;
    if (kind === "tRNS") opacities = content;
    at += 12 + length;
  }
  const palette = Array.from({ length: Math.floor(colors.length / 3) }, (_, at) =>
    toShade(colors, 3 * at, opacities[at] ?? 255),
  );
  const [width, height] = [file.readUInt32BE(16), file.readUInt32BE(20)];
  const header = { width, height, depth, color, isInterlaced: file[28] === 1, palette };
  return { header, data: Buffer.concat(parts) };
}

interface Pass {
  readonly header: Header;
  readonly raw: Buffer;
  readonly at: number;
  readonly columns: number;
  readonly rows: number;
}

/** Reads the rows of a pass that are there; where the next one begins. */
function readPass(
  { header, raw, at, columns, rows }: Pass,
  put: (column: number, row: number, shade: number) => void,
): number {
  const bits = (samples.get(header.color) ?? 1) * header.depth;
  const length = Math.ceil((columns * bits) / 8);
  let above: Uint8Array = new Uint8Array(length);
  for (let row = 0; row < rows; row++) {
    const start = at + row * (length + 1);
    if (start + 1 + length > raw.length) break;
    const line = raw.subarray(start + 1, start + 1 + length);
    undoFilter({ line, above, kind: raw[start] ?? 0, step: Math.max(1, bits >> 3) });
    for (let column = 0; column < columns; column++)
      put(column, row, readShade(line, column, header));
    above = line;
  }
  return at + rows * (length + 1);
}

interface FilteredLine {
  readonly line: Uint8Array;
  readonly above: Uint8Array;
  readonly kind: number;
  readonly step: number;
}

/** PNG, 9.2. */
function undoFilter({ line, above, kind, step }: FilteredLine): void {
  if (kind === 0) return;
  for (let at = 0; at < line.length; at++) {
    const left = at < step ? 0 : (line[at - step] ?? 0);
    const up = above[at] ?? 0;
    let predicted = left;
    if (kind === 2) predicted = up;
    else if (kind === 3) predicted = (left + up) >> 1;
    else if (kind === 4) predicted = predict(left, up, at < step ? 0 : (above[at - step] ?? 0));
    line[at] = (line[at] ?? 0) + predicted;
  }
}

/** The one of three neighbours that is nearest to what they suggest together (Paeth; PNG, 9.4). */
function predict(left: number, up: number, corner: number): number {
  const toLeft = Math.abs(up - corner);
  const toUp = Math.abs(left - corner);
  const toCorner = Math.abs(left + up - 2 * corner);
  if (toLeft <= toUp && toLeft <= toCorner) return left;
  return toUp <= toCorner ? up : corner;
}

function readShade(line: Uint8Array, column: number, header: Header): number {
  const { color, depth, palette } = header;
  if (depth < 8) return readPackedShade(line, column, header);
  if (color === 3) return palette[line[column] ?? 0] ?? 255;
  const wide = depth === 16 ? 2 : 1;
  if (color === 0) return line[column * wide] ?? 255;
  if (color === 4) {
    const opacity = line[(2 * column + 1) * wide] ?? 255;
    return Math.round(255 + (((line[2 * column * wide] ?? 255) - 255) * opacity) / 255);
  }
  if (wide === 1 && color === 2) return toShade(line, 3 * column, 255);
  if (wide === 1) return toShade(line, 4 * column, line[4 * column + 3] ?? 255);
  return readWideShade(line, column, color === 6 ? 4 : 3);
}

/** Several pixels share a byte. */
function readPackedShade(
  line: Uint8Array,
  column: number,
  { color, depth, palette }: Header,
): number {
  const shift = 8 - depth - ((column * depth) & 7);
  const most = (1 << depth) - 1;
  const value = ((line[(column * depth) >> 3] ?? 0) >> shift) & most;
  return color === 3 ? (palette[value] ?? 255) : Math.round((value * 255) / most);
}

/** Of samples of two bytes the first is enough. */
function readWideShade(line: Uint8Array, column: number, count: 3 | 4): number {
  const start = column * count * 2;
  const color = Uint8Array.of(line[start] ?? 255, line[start + 2] ?? 255, line[start + 4] ?? 255);
  return toShade(color, 0, count === 4 ? (line[start + 6] ?? 255) : 255);
}
