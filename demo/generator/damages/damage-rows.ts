import {
  dropRows,
  type PrintedCell,
  type PrintedRow,
  type PrintedTable,
} from "../printed-table.ts";
import type { Random } from "../random.ts";
import type { Damage } from "./damage.ts";

function changeRows(
  table: PrintedTable,
  change: (row: PrintedRow) => PrintedRow,
): readonly PrintedTable[] {
  return [table.map((row) => (row.some(({ role }) => role === "value") ? change(row) : row))];
}

/** A row moves: its label loses its width, or an empty cell stands before it. */
function shift(row: PrintedRow, random: Random): PrintedRow {
  const at = row.findIndex(({ role }) => role === "label");
  const label = row[at];
  if (!label || random.happens(0.7)) return row;
  const isLeft = (label.colspan ?? 1) > 1 && random.happens(0.5);
  const empty: PrintedCell = { text: "", role: "unit" };
  if (!isLeft) return [...row.slice(0, at), empty, ...row.slice(at)];
  return [...row.slice(0, at), { ...label, colspan: 1 }, ...row.slice(at + 1), empty];
}

/** All cells of a row in one, nothing between them. */
function glue(row: PrintedRow): PrintedRow {
  const [first] = row;
  if (!first) return row;
  const at = row.findIndex(({ role }) => role === "label");
  const from = Math.max(at, 0);
  const glued = row.slice(from);
  const colspan = glued.reduce((sum, cell) => sum + (cell.colspan ?? 1), 0);
  const text = glued.map((cell) => cell.text).join("");
  return [...row.slice(0, from), { text, role: "label", colspan }];
}

/** A number falls apart: a space or a line end stands between its digits. */
function splitDigits(cell: PrintedCell, random: Random): PrintedCell {
  if (cell.role !== "value" || cell.text.length < 2 || random.happens(0.4)) return cell;
  const at = 1 + random.below(cell.text.length - 1);
  const gap = random.pick([" ", "\n"]);
  return { ...cell, text: `${cell.text.slice(0, at)}${gap}${cell.text.slice(at)}` };
}

/** What happens to rows and their numbers. */
export const rowDamages: readonly Damage[] = [
  {
    name: "shifted-rows",
    note: "rows a column to the left or right",
    reach: "any",
    keeps: "none",
    table: (table, _, random) => changeRows(table, (row) => shift(row, random)),
  },
  {
    name: "glued-cells",
    note: "`规章000`: half of the rows without borders",
    reach: "any",
    keeps: "none",
    table: (table, _, random) =>
      changeRows(table, (row) => (random.happens(0.5) ? glue(row) : row)),
  },
  {
    name: "split-digits",
    note: "a space or line end within numbers",
    reach: "any",
    keeps: "none",
    table: (table, _, random) =>
      changeRows(table, (row) => row.map((cell) => splitDigits(cell, random))),
  },
  {
    name: "lost-rows",
    note: "a fifth of the rows gone",
    reach: "any",
    keeps: "none",
    table: (table, _, random) => [
      dropRows(table, (row) => row.some(({ rowspan = 1 }) => rowspan > 1) || random.happens(0.8)),
    ],
  },
];
