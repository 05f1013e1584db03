import type { Buffer } from "node:buffer";
import type { ListLevel } from "../lists/numbered-list.ts";
import { findFormatName } from "./format-codes.ts";

const fixedSize = 28;

/** A level of a list ([MS-DOC] 2.9.150 LVL) and where it ends. Throws RangeError where it is cut off. */
export function readListLevel(
  table: Buffer,
  at: number,
  number: number,
): { readonly level: ListLevel; readonly end: number } {
  const flags = table.readUInt8(at + 5);
  const textAt = at + fixedSize + table.readUInt8(at + 24) + table.readUInt8(at + 25);
  const end = textAt + 2 + 2 * table.readUInt16LE(textAt);
  if (end > table.length) throw new RangeError("level of a list is cut off");
  const text = table.toString("utf16le", textAt + 2, end);
  const level: ListLevel = {
    start: table.readInt32LE(at),
    format: findFormatName(table.readUInt8(at + 4)),
    // Signs below 9 stand for the numbers of the levels.
    // oxlint-disable-next-line no-control-regex -- control characters are what it looks for
    text: text.replace(/[\u0000-\u0008]/gu, (sign) => `%${sign.charCodeAt(0) + 1}`),
    isSpaced: table.readUInt8(at + 15) !== 2,
    isDecimal: (flags & 4) !== 0,
    restart: (flags & 8) === 0 ? number : table.readUInt8(at + 26),
  };
  return { level, end };
}
