import type { FormTable } from "../../../../corpus/forms/form.ts";
import type { TableCell } from "../table.ts";
import { buildBlockCells } from "./build-block-cells.ts";
import { findWords } from "./find-words.ts";
import type { Fragment } from "./fragment.ts";
import { readBlock, type PrintedBlock } from "./read-block.ts";
import type { TableReading } from "./table-reading.ts";

/**
 * Reads a table of labelled rows (tables 2 and 3), block by block, among fragments that begin with it. Null where one
 * of its blocks is not clear.
 */
export function readBlocks(
  { blocks, key }: FormTable,
  pool: readonly Fragment[],
): TableReading | null {
  const labels = key === "requests" ? 3 : 1;
  const pools = blocks.length === 1 ? [pool] : splitBlocks(blocks, pool);
  if (!pools) return null;
  const printed: PrintedBlock[] = [];
  for (const [at, block] of blocks.entries()) {
    const own = pools[at] ?? [];
    const reading = readBlock(block, own);
    // What stands before the next heading is of this block.
    if (!reading || (at < blocks.length - 1 && reading.fragments.size < own.length)) return null;
    printed.push(reading);
  }
  const cells: TableCell[] = [];
  for (const block of printed) {
    const row = Math.max(-1, ...cells.map((cell) => cell.row)) + 1;
    for (const cell of buildBlockCells(block, { row, labels })) cells.push(cell);
  }
  const fragments = new Set(printed.flatMap((block) => [...block.fragments]));
  const widest = [...printed].sort((a, b) => b.heads.length - a.heads.length)[0];
  return { cells, heads: widest?.heads ?? [], labels, fragments };
}

/** The fragments of each block, which begins at its heading; null where a heading is not printed once. */
function splitBlocks(
  blocks: FormTable["blocks"],
  pool: readonly Fragment[],
): readonly (readonly Fragment[])[] | null {
  const starts = blocks.map(({ heading = "" }) => {
    const found = findWords([heading], pool);
    const [first] = found[0]?.fragments ?? [];
    return found.length === 1 && first ? pool.indexOf(first) : -1;
  });
  if (starts.some((start, at) => start <= (starts[at - 1] ?? -1))) return null;
  return starts.map((start, at) => pool.slice(start, starts[at + 1]));
}
