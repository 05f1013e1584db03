import type { MergedCell } from "../span-rows.ts";
import type { RowDefinition } from "./paragraph.ts";

/** A row as it is stored: the content of its cells, and where they lie; null where the file does not say. */
export interface TableRow {
  readonly cells: readonly string[];
  readonly definition: RowDefinition | null;
}

/** Edges of cells that lie closer, in twips, are one (50 twips are 0.9 mm). */
const tolerance = 50;

/** Finds the columns that each cell covers, by the edges of the cells of all rows. */
export function layOutRows(rows: readonly TableRow[]): readonly (readonly MergedCell[])[] {
  const findColumn = buildColumnFinder(rows.flatMap(({ definition }) => definition?.edges ?? []));
  return rows.map(({ cells, definition }) =>
    definition
      ? layOutRow(cells, definition, findColumn)
      : cells.map((content) => ({ content, columns: 1, merge: null })),
  );
}

function buildColumnFinder(edges: readonly number[]): (edge: number) => number {
  const columns = new Map<number, number>();
  let column = 0;
  let begin = -Infinity;
  for (const edge of [...new Set(edges)].sort((a, b) => a - b)) {
    if (edge - begin > tolerance) {
      if (columns.size > 0) column++;
      begin = edge;
    }
    columns.set(edge, column);
  }
  return (edge) => columns.get(edge) ?? 0;
}

function layOutRow(
  contents: readonly string[],
  { edges, merges }: RowDefinition,
  findColumn: (edge: number) => number,
): readonly MergedCell[] {
  const cells: MergedCell[] = [];
  const before = findColumn(edges[0] ?? 0);
  if (before > 0) cells.push({ content: "", columns: before, merge: null });
  for (const [index, content] of contents.entries()) {
    const { left = false, above = null } = merges[index] ?? {};
    const covered = findColumn(edges[index + 1] ?? 0) - findColumn(edges[index] ?? 0);
    const columns = Math.max(1, covered);
    const last = cells.at(-1);
    if (left && last) cells[cells.length - 1] = { ...last, columns: last.columns + columns };
    else cells.push({ content, columns, merge: above });
  }
  return cells;
}
