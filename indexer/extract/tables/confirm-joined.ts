import type { FormColumn } from "../../../corpus/forms/form.ts";
import type { AlignedCells } from "./align-values.ts";
import type { Cell } from "./cell.ts";
import { joinDigits } from "./join-digits.ts";

/**
 * The cells of a row with the digits of each cell joined where they stand in pieces (`12 3`) and the row adds up so.
 * The sum only refuses: a cell has one number. Else the pieces stay a value that cannot be read. Where both the total
 * and other cells are in pieces the sum proves nothing: two numbers in each cell add up as well.
 */
export function confirmJoined(
  columns: readonly FormColumn[],
  cells: AlignedCells | null,
): AlignedCells | null {
  const totalAt = columns.findIndex(({ key }) => key === "total");
  if (!cells || totalAt === -1) return cells;
  const inPieces = cells.flatMap((cell, at) => (cell?.kind === "text" ? [at] : []));
  if (inPieces.length === 0 || (inPieces.includes(totalAt) && inPieces.length > 1)) return cells;
  const joined = cells.map(join);
  const values = joined.map((cell) => cell?.number?.value ?? Number.NaN);
  const total = values[totalAt] ?? Number.NaN;
  const sum = values.reduce((all, value, at) => (at === totalAt ? all : all + value), 0);
  return sum === total ? joined : cells;
}

function join(cell: Cell | null): Cell | null {
  if (cell?.kind !== "text") return cell;
  const number = joinDigits(cell.text);
  return number ? { ...cell, kind: "value", number } : cell;
}
