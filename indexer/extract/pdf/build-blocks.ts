import type { Block, Grid, GridCell, Line, Origin } from "../page/page.ts";
import { turnBox, type Box } from "./box.ts";
import { joinParagraphs, type Paragraph } from "./join-paragraphs.ts";
import { joinSheets } from "./join-sheets.ts";
import type { Leaf } from "./leaf.ts";
import type { Table } from "./table.ts";

/** The blocks of all sheets in reading order; tables and paragraphs that a page break cut are whole. */
export function buildBlocks(leaves: readonly Leaf[]): readonly Block[] {
  const turns = new Map(leaves.map(({ sheet }) => [sheet.number, sheet.turns]));
  return joinSheets(leaves).flatMap((part): readonly Block[] =>
    "table" in part
      ? [buildGrid(part.table, turns)]
      : joinParagraphs(part.lines).map((paragraph) => buildLine(paragraph, turns)),
  );
}

function buildLine({ text, sheet, box }: Paragraph, turns: ReadonlyMap<number, number>): Line {
  return { kind: "line", text, origin: buildOrigin(sheet, box, turns) };
}

function buildGrid({ rows, cells }: Table, turns: ReadonlyMap<number, number>): Grid {
  const grid: GridCell[][] = Array.from({ length: rows }, () => []);
  for (const { text, row, column, sheet, box } of cells) {
    const printed = grid[row];
    const origin = buildOrigin(sheet, box, turns);
    printed?.push({ text, column: printed.length, gridColumn: column, origin });
  }
  return { kind: "grid", rows: grid.filter((row) => row.length > 0) };
}

/** The box in the page's own user space, rounded to hundredths of a point. */
function buildOrigin(page: number, box: Box, turns: ReadonlyMap<number, number>): Origin {
  const { x0, y0, x1, y1 } = turnBox(box, turns.get(page) ?? 0);
  const [a, b, c, d] = [x0, y0, x1, y1].map((value) => Math.round(value * 100) / 100);
  return { in: "pdf", page, box: [a ?? 0, b ?? 0, c ?? 0, d ?? 0] };
}
