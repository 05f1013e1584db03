import { Buffer } from "node:buffer";
import type { WordBinary } from "./word-binary.ts";

/** A paragraph style: its number among the built-in ones, the style it is based on, and its properties. */
export interface WordStyle {
  readonly builtIn: number;
  readonly basedOn: number;
  readonly list: Buffer;
}

const paragraphStyle = 1;
const longBase = 18;
const empty = Buffer.alloc(0);

/** The paragraph styles by their index ([MS-DOC] 2.9.271 STSH). What is damaged is left out. */
export function readStyleSheet(binary: WordBinary): ReadonlyMap<number, WordStyle> {
  const sheet = binary.table("styles");
  const styles = new Map<number, WordStyle>();
  if (sheet.length < 8) return styles;
  const baseSize = sheet.readUInt16LE(4);
  let at = 2 + sheet.readUInt16LE(0);
  for (let index = 0; at + 2 <= sheet.length; index++) {
    const size = sheet.readUInt16LE(at);
    const style = readStyle(sheet.subarray(at + 2, at + 2 + size), baseSize);
    if (style) styles.set(index, style);
    at += 2 + size + (size % 2);
  }
  return styles;
}

function readStyle(bytes: Buffer, baseSize: number): WordStyle | null {
  if (bytes.length < Math.max(10, baseSize) || baseSize > longBase) return null;
  const kind = bytes.readUInt16LE(2);
  if ((kind & 0xf) !== paragraphStyle) return null;
  const nameSize = bytes.length >= baseSize + 2 ? bytes.readUInt16LE(baseSize) : 0;
  // Behind the name and its closing zero: a length, the index of the style itself, and its properties.
  const at = baseSize + 2 + 2 * nameSize + 2;
  const listSize = at + 4 <= bytes.length ? bytes.readUInt16LE(at) : 0;
  const list = listSize > 2 ? bytes.subarray(at + 4, at + 2 + listSize) : empty;
  return { builtIn: bytes.readUInt16LE(0) & 0xfff, basedOn: kind >> 4, list };
}
