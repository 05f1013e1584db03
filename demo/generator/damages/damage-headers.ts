import { cutTable } from "../layouts/cut-table.ts";
import { dropRows, isHeaderRow, type PrintedRow, type PrintedTable } from "../printed-table.ts";
import type { Random } from "../random.ts";
import type { Damage } from "./damage.ts";

/** Header rows at the top of a table. */
function countHeaderRows(table: PrintedTable): number {
  const first = table.findIndex((row) => !isHeaderRow(row));
  return first === -1 ? table.length : first;
}

/** The widths of a header's cells go round: the same columns, another grid. */
function widenHeaders(table: PrintedTable): PrintedTable {
  return table.map((row) => {
    const isBlockHeader = row.length > 1 && isHeaderRow(row);
    if (!isBlockHeader || row.some(({ rowspan = 1 }) => rowspan > 1)) return row;
    const widths = row.map(({ colspan = 1 }) => colspan);
    const turned = [widths.at(-1) ?? 1, ...widths.slice(0, -1)];
    return row.map((cell, at) => ({ ...cell, colspan: turned[at] ?? 1 }));
  });
}

/** The first column is wider in the header of every block, the last one in its rows. */
function widenBlocks(table: PrintedTable): PrintedTable {
  const width = Math.max(
    ...table.map((row) => row.reduce((sum, { colspan = 1 }) => sum + colspan, 0)),
  );
  return widenHeaders(table).map((row) => {
    const own = row.reduce((sum, { colspan = 1 }) => sum + colspan, 0);
    const isRow = row[0]?.role === "label" && own === width;
    const at = isHeaderRow(row) ? 1 : isRow ? 0 : -1;
    return row.map((cell, index) =>
      index === at || (row.length === 1 && index === 0)
        ? { ...cell, colspan: (cell.colspan ?? 1) + 1 }
        : cell,
    );
  });
}

function repeatHeader(table: PrintedTable, random: Random): PrintedTable {
  const height = countHeaderRows(table);
  const cut = height + 1 + random.below(Math.max(1, table.length - height - 1));
  const [top = [], ...parts] = cutTable(table, [cut]);
  return [...top, ...parts.flatMap((part) => [...table.slice(0, height), ...part])];
}

/** Headers of two lines: the second lines stand below the table, each by itself. */
function orphan(table: PrintedTable): readonly PrintedTable[] {
  const lost: PrintedRow[] = [];
  const left = table.map((row) =>
    row.map((cell) => {
      if (cell.role !== "header" || cell.text.length !== 4) return cell;
      lost.push([{ ...cell, text: cell.text.slice(2), colspan: 1, rowspan: 1 }]);
      return { ...cell, text: cell.text.slice(0, 2) };
    }),
  );
  return [[...left, ...lost]];
}

/** What happens to headers. */
export const headerDamages: readonly Damage[] = [
  {
    name: "other-spans",
    note: "headers and rows of table 2 with other column spans",
    reach: "any",
    keeps: "cells",
    table: (table, key) => [key === "disclosure" ? widenBlocks(table) : table],
  },
  {
    name: "repeated-headers",
    note: "the header again within table 3, as page breaks leave it",
    reach: "any",
    keeps: "all",
    table: (table, key, random) => [
      key === "requests" || key === "indicators" ? repeatHeader(table, random) : table,
    ],
  },
  {
    name: "lost-headers",
    note: "half of the header lines gone",
    reach: "any",
    keeps: "none",
    table: (table, _, random) => [
      dropRows(table, (row) => !isHeaderRow(row) || random.happens(0.5)),
    ],
  },
  {
    name: "orphan-headers",
    note: "second lines of headers below the table",
    reach: "any",
    keeps: "none",
    table: (table, key) => (key === "disclosure" ? [table] : orphan(table)),
  },
];
