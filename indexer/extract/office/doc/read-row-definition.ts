import type { Buffer } from "node:buffer";
import type { CellMerge, RowDefinition } from "./paragraph.ts";
import type { Property } from "./property-list.ts";

const codes = { define: 0xd608, mergeDown: 0xd62b, mergeRight: 0x5624 };
const cellSize = 20;
const mostCells = 64;

/** The cells of a row by the properties of its last mark ([MS-DOC] 2.9.316 TDefTableOperand), or null. */
export function readRowDefinition(properties: readonly Property[]): RowDefinition | null {
  let row: RowDefinition | null = null;
  for (const { code, operand } of properties) {
    if (code === codes.define) row = readDefinition(operand) ?? row;
    else if (row && code === codes.mergeDown && operand.length >= 2)
      row = changeMerge(row, { index: operand[0] ?? 0, flags: (operand[1] ?? 0) << 5 });
    else if (row && code === codes.mergeRight) row = mergeRight(row, operand);
  }
  return row;
}

function readDefinition(operand: Buffer): RowDefinition | null {
  const count = operand[0] ?? 0;
  const cellsAt = 1 + 2 * (count + 1);
  if (count === 0 || count > mostCells || operand.length < cellsAt) return null;
  const edges = Array.from({ length: count + 1 }, (_, index) => operand.readInt16LE(1 + 2 * index));
  const merges = Array.from({ length: count }, (_, index): CellMerge => {
    const at = cellsAt + cellSize * index;
    // Cells at the end that say nothing of themselves are left out of the file.
    const flags = at + 2 <= operand.length ? operand.readUInt16LE(at) : 0;
    return { left: (flags & 2) !== 0, above: readAbove(flags) };
  });
  return { edges, merges };
}

function readAbove(flags: number): CellMerge["above"] {
  if ((flags & 0x40) !== 0) return "restart";
  return (flags & 0x20) === 0 ? null : "continue";
}

function changeMerge(
  row: RowDefinition,
  { index, flags }: { index: number; flags: number },
): RowDefinition {
  const merges = row.merges.map((merge, at) =>
    at === index ? { ...merge, above: readAbove(flags) } : merge,
  );
  return { ...row, merges };
}

function mergeRight(row: RowDefinition, operand: Buffer): RowDefinition {
  const [first = 0, end = 0] = operand;
  const merges = row.merges.map((merge, at) =>
    at > first && at < end ? { ...merge, left: true } : merge,
  );
  return { ...row, merges };
}
