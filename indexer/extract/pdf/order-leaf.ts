import { joinProse } from "./assemble-text.ts";
import { joinBoxes } from "./box.ts";
import { buildLooseTable } from "./build-loose-table.ts";
import { findLooseRanges } from "./find-loose-tables.ts";
import type { Margins } from "./find-margins.ts";
import { joinWrappedNumbers } from "./join-wrapped-numbers.ts";
import type { ProseLine } from "./join-paragraphs.ts";
import { isNumberSegment, type Leaf, type Segment } from "./leaf.ts";
import { splitColumns } from "./split-columns.ts";
import type { Table } from "./table.ts";

type Line = readonly Segment[];

/** The tables and lines of prose of a sheet in reading order. */
export function orderLeaf(leaf: Leaf, margins: Margins): readonly (Table | ProseLine)[] {
  const tables = [...leaf.tables].sort((a, b) => b.box.y1 - a.box.y1 || a.box.x0 - b.box.x0);
  const items: (Table | ProseLine)[] = [];
  let lines: Line[] = [];
  const rest = [...leaf.lines];
  for (const table of tables) {
    while (rest[0] && (rest[0][0]?.y0 ?? 0) >= table.box.y0 + 1) lines.push(rest.shift() ?? []);
    items.push(...readLines(lines, leaf, margins), table);
    lines = [];
  }
  items.push(...readLines(rest, leaf, margins));
  return items;
}

function readLines(
  lines: readonly Line[],
  leaf: Leaf,
  margins: Margins,
): readonly (Table | ProseLine)[] {
  return splitColumns(lines, margins, leaf.sheet.frame).flatMap((column) =>
    readRun(column.lines, leaf, column.margins),
  );
}

/** Lines between tables: tables without borders, and prose. */
function readRun(
  lines: readonly Line[],
  leaf: Leaf,
  margins: Margins,
): readonly (Table | ProseLine)[] {
  const { left, right } = margins;
  const sheet = leaf.sheet.number;
  const items: (Table | ProseLine)[] = [];
  let next = 0;
  for (const { from, to } of findLooseRanges(lines, right - left)) {
    const own = joinWrappedNumbers(lines.slice(from, to + 1));
    const separators = leaf.sheet.horizontals;
    const table = buildLooseTable({ lines: own, sheet, separators, left, right });
    items.push(...lines.slice(next, from).map((line) => buildProse(line, sheet, margins)));
    items.push(...(table ? [table] : own.map((line) => buildProse(line, sheet, margins))));
    next = to + 1;
  }
  items.push(...lines.slice(next).map((line) => buildProse(line, sheet, margins)));
  return items;
}

function buildProse(segments: Line, sheet: number, margins: Margins): ProseLine {
  const glyphs = segments.flatMap((segment) => segment.glyphs);
  const box = joinBoxes(glyphs) ?? { x0: 0, y0: 0, x1: 0, y1: 0 };
  const line = { glyphs, size: segments[0]?.size ?? 0, ...box };
  // Words beside numbers are cells: tabs stand for the borders between them.
  const isRow = segments.length > 1 && segments.some(isNumberSegment);
  const text = isRow ? segments.map(joinProse).join("\t") : joinProse(line);
  return { ...line, ...margins, sheet, text, isRow };
}
