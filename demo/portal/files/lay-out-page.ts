import type { DemoPage } from "../../build-page.ts";
import type { Grid } from "../../build-grids.ts";
import { placeGrid } from "./place-grid.ts";

/** A line of words; `y` is where its characters stand, counted down from the top of the page. */
export interface LaidText {
  readonly is: "text";
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size: number;
}

/** The ruled edges of a cell; `y` is its upper edge. */
export interface LaidFrame {
  readonly is: "frame";
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A report as it lies on one long page, all lengths in points. */
export interface LaidPage {
  readonly pieces: readonly (LaidText | LaidFrame)[];
  readonly width: number;
  readonly height: number;
}

const page = { width: 595, margin: 40, text: 11, cell: 7 } as const;

/** Places a report's lines and ruled tables below each other. */
export function layOutPage({ report, blocks }: DemoPage): LaidPage {
  const pieces: (LaidText | LaidFrame)[] = [];
  let y: number = page.margin;
  const texts = [{ is: "heading" as const, text: report.title }, ...blocks];
  for (const block of texts) {
    if (block.is === "table") {
      const table = layOutTable(block.grid, y);
      pieces.push(...table.pieces);
      y = table.end + 14;
      continue;
    }
    for (const text of wrap(block.text, page.width - 2 * page.margin, page.text)) {
      y += page.text + 7;
      pieces.push({ is: "text", text, x: page.margin, y, size: page.text });
    }
    y += 5;
  }
  return { pieces, width: page.width, height: Math.ceil(y + page.margin) };
}

function layOutTable(grid: Grid, top: number) {
  const { cells, width } = placeGrid(grid);
  const unit = (page.width - 2 * page.margin) / width;
  const lines = cells.map((cell) => wrap(cell.text, unit * cell.columns - 6, page.cell));
  const heights = grid.map(
    (_, row) =>
      Math.max(
        1,
        ...cells.map((cell, at) =>
          cell.row === row && cell.rows === 1 ? (lines[at]?.length ?? 1) : 1,
        ),
      ) *
        (page.cell + 3) +
      6,
  );
  const tops = heights.map((_, row) => top + heights.slice(0, row).reduce((a, b) => a + b, 0));
  const end = top + heights.reduce((a, b) => a + b, 0);
  const pieces = cells.flatMap((cell, at): readonly (LaidText | LaidFrame)[] => {
    const x = page.margin + unit * cell.column;
    const y = tops[cell.row] ?? top;
    const height = (tops[cell.row + cell.rows] ?? end) - y;
    const words = (lines[at] ?? []).map((text, below): LaidText => {
      const base = y + 3 + (below + 1) * (page.cell + 3) - 3;
      return { is: "text", text, x: x + 3, y: base, size: page.cell };
    });
    return [{ is: "frame", x, y, width: unit * cell.columns, height }, ...words];
  });
  return { pieces, end };
}

/** How wide a character is: Chinese ones are as wide as high, others half as wide. */
export function measureCharacter(character: string, size: number): number {
  return character > "\u00FF" ? size : size / 2;
}

function wrap(text: string, width: number, size: number): readonly string[] {
  const lines = [""];
  let used = 0;
  for (const character of text) {
    const wide = measureCharacter(character, size);
    if (used + wide > width && used > 0) {
      lines.push("");
      used = 0;
    }
    lines[lines.length - 1] += character;
    used += wide;
  }
  return lines;
}
