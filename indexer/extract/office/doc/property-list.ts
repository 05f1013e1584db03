import type { Buffer } from "node:buffer";

/** One change of a property: the number of the property and its operand ([MS-DOC] 2.6 Prl). */
export interface Property {
  readonly code: number;
  readonly operand: Buffer;
}

const tableDefinition = 0xd608;
const oldTableDefinition = 0xd606;
const tabChange = 0xc615;
/** Operand bytes by the three upper bits of the code; 6 means that the operand begins with its length. */
const operandSizes = [1, 1, 2, 4, 2, 2, 0, 3];

/** The changes in a list of properties; a broken end is left out. */
export function* listProperties(list: Buffer): Generator<Property> {
  for (let at = 0; at + 3 <= list.length;) {
    const code = list.readUInt16LE(at);
    const { start, end } = findOperand(list, at + 2, code);
    if (end > list.length || end < start) return;
    yield { code, operand: list.subarray(start, end) };
    at = end;
  }
}

function findOperand(list: Buffer, at: number, code: number): { start: number; end: number } {
  const kind = code >> 13;
  if (kind !== 6) return { start: at, end: at + (operandSizes[kind] ?? 0) };
  if (code === tableDefinition || code === oldTableDefinition) {
    const end = at + 2 <= list.length ? at + 1 + list.readUInt16LE(at) : Infinity;
    return { start: at + 2, end };
  }
  const size = list[at] ?? 0;
  // A length of 255 stands for more tab stops than it can count; nothing behind them matters here.
  if (code === tabChange && size === 255) return { start: at, end: list.length };
  return { start: at + 1, end: at + 1 + size };
}
