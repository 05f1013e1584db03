import { groupLines } from "./assemble-text.ts";
import type { Leaf } from "./leaf.ts";
import { readTables } from "./read-tables.ts";
import type { Sheet } from "./sheet.ts";
import { splitSegments } from "./split-segments.ts";

/** Parts a sheet into its tables and the lines outside them; what is printed aslant belongs to neither. */
export function buildLeaf(sheet: Sheet): Leaf {
  const { tables, rest } = readTables(sheet);
  const upright = rest.filter(({ angle }) => angle === 0);
  return { sheet, tables, lines: groupLines(upright).map(splitSegments) };
}
