import type { Block, Grid, Line } from "../page/page.ts";
import { findFlatTables } from "./find-flat-tables.ts";
import { lexLine } from "./lex-line.ts";
import type { Cell, RawTable } from "./cell.ts";
import { isContinuation } from "./is-continuation.ts";
import { isStatistics } from "./is-statistics.ts";
import { joinDigits } from "./join-digits.ts";
import { joinOrphans, listHalves } from "./join-orphans.ts";
import { normalizeSpace } from "../page/normalize-space.ts";
import { recognizeTables } from "./recognize-table.ts";

/** Cells beyond this many in one page belong to no report; what comes after is left as text. */
const mostCells = 100_000;

/** A table goes on behind fewer blank lines than this. */
const mostBlank = 5;

/** The official tables of a page in reading order, from its grids and from its flat text. */
export function findTables(blocks: readonly Block[]): readonly RawTable[] {
  const tables: RawTable[] = [];
  let cells = 0;
  for (let at = 0; at < blocks.length && cells < mostCells; at++) {
    const block = blocks[at];
    if (block?.kind === "grid") {
      const table = readGridTable(block, {
        at,
        above: findTableAbove(tables.at(-1), blocks, at),
        below: listHalves(blocks, at + 1),
      });
      cells += countCells(block);
      if (table) tables.push(table);
    } else if (block) {
      const lines = takeLines(blocks, at);
      for (const table of findFlatTables(lines, {
        offset: at,
        above: findTableAbove(tables.at(-1), blocks, at),
        mostCells: mostCells - cells,
      })) {
        const whole = joinOrphans(table.rows, listHalves(blocks, table.to + 1));
        const rows = takeRows({ ...table, rows: whole }, mostCells - cells);
        cells += countCells({ rows });
        if (rows.length > 0) tables.push({ ...table, rows });
      }
      at += lines.length - 1;
    }
  }
  return tables;
}

function takeLines(blocks: readonly Block[], from: number): readonly Line[] {
  const lines: Line[] = [];
  for (let at = from; at < blocks.length; at++) {
    const block = blocks[at];
    if (block?.kind !== "line") break;
    lines.push(block);
  }
  return lines;
}

/** The first rows of a table, with no more cells than that. */
function takeRows({ rows }: RawTable, most: number): RawTable["rows"] {
  let cells = 0;
  const end = rows.findIndex((row) => (cells += row.length) > most);
  return end === -1 ? rows : rows.slice(0, end);
}

function countCells({ rows }: { readonly rows: readonly (readonly unknown[])[] }): number {
  return rows.reduce((sum, row) => sum + row.length, 0);
}

/** The table that ends right before a block, blank lines aside. */
function findTableAbove(
  last: RawTable | undefined,
  blocks: readonly Block[],
  at: number,
): RawTable | null {
  if (!last || at - last.to > mostBlank) return null;
  const between = blocks.slice(last.to + 1, at);
  const isBlank = between.every((block) => block.kind === "line" && block.text.trim() === "");
  return isBlank ? last : null;
}

/** `at` is the place of the grid, `above` the table right before it, `below` the short words right behind it. */
interface GridPlace {
  readonly at: number;
  readonly above: RawTable | null;
  readonly below: readonly string[];
}

function readGridTable(grid: Grid, { at, above, below }: GridPlace): RawTable | null {
  if (countCells(grid) > mostCells) return null;
  const printed = grid.rows.map((cells, row) => cells.flatMap((cell) => readGridCell(cell, row)));
  const rows = joinOrphans(printed, below);
  if (above && isContinuation(rows, above)) return { from: at, to: at, rows, isContinued: true };
  if (recognizeTables(rows.flat()).size > 0) return { from: at, to: at, rows };
  return isStatistics(rows) ? { from: at, to: at, rows, isFree: true } : null;
}

/** One cell of the page may hold several labels and numbers that were glued together. */
function readGridCell(cell: Grid["rows"][number][number], row: number): readonly Cell[] {
  const { text, column, gridColumn: slot, origin } = cell;
  const place = { row, column, slot, origin, isGrid: true, line: row };
  if (text === "")
    return [{ kind: "blank", text, label: null, number: null, words: null, ...place }];
  const items = lexLine(text, 0)?.items ?? [];
  if (items.length <= 1) {
    const { kind = "text", label = null, number = null, start = 0, end } = items[0] ?? {};
    const words = { of: text, start, end: end ?? text.length };
    return [{ kind, text, label, number, words, ...place }];
  }
  if (items.every(({ kind }) => kind === "value") && joinDigits(text)) {
    const words = { of: text, start: 0, end: text.length };
    return [
      { kind: "text", text: normalizeSpace(text), label: null, number: null, words, ...place },
    ];
  }
  return items
    .filter(({ kind }) => kind !== "blank")
    .map(({ kind, start, end, label, number }) => ({
      kind,
      text: normalizeSpace(text.slice(start, end)),
      label,
      number,
      words: { of: text, start, end },
      ...place,
    }));
}
