import type { Leaf } from "./leaf.ts";
import type { Box } from "./box.ts";

/** The column of text on a sheet. */
export interface Margins {
  readonly left: number;
  readonly right: number;
}

/** A line of at least this share of the longest one tells where text begins and ends. */
const longShare = 0.75;
/** With fewer long lines a sheet takes the margins of the other sheets that are as wide. */
const enough = 6;

/** The margins of each sheet, from its long lines, or from those of all sheets that are as wide. */
export function findMargins(leaves: readonly Leaf[]): ReadonlyMap<number, Margins> {
  const margins = new Map<number, Margins>();
  for (const leaf of leaves) {
    const own = listLongLines([leaf]);
    const width = measureWidth(leaf);
    const alike = leaves.filter((other) => Math.abs(measureWidth(other) - width) < 1);
    const lines = own.length >= enough ? own : listLongLines(alike);
    margins.set(leaf.sheet.number, measureMargins(lines, leaf.sheet.frame));
  }
  return margins;
}

function measureWidth({ sheet }: Leaf): number {
  return sheet.frame.x1 - sheet.frame.x0;
}

function listLongLines(leaves: readonly Leaf[]): readonly Box[] {
  const boxes = leaves.flatMap(({ lines }) => lines.flat());
  const longest = Math.max(...boxes.map(({ x0, x1 }) => x1 - x0), 0);
  return boxes.filter(({ x0, x1 }) => x1 - x0 >= longShare * longest);
}

/** The left end that most lines share, and the right end that nine of ten do not pass. */
function measureMargins(lines: readonly Box[], frame: Box): Margins {
  if (lines.length === 0) return { left: frame.x0, right: frame.x1 };
  const rights = lines.map(({ x1 }) => x1).sort((a, b) => a - b);
  const counts = new Map<number, number>();
  for (const { x0 } of lines)
    counts.set(Math.round(x0 / 3), (counts.get(Math.round(x0 / 3)) ?? 0) + 1);
  const usual = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0] ?? 0;
  const lefts = lines.map(({ x0 }) => x0).filter((x) => Math.round(x / 3) === usual);
  const left = Math.min(...lefts);
  const right = rights[Math.floor(rights.length * 0.9)] ?? frame.x1;
  // Where few lines end together, none may be full: text mostly ends as far from the edge as it begins.
  const together = rights.filter((x) => Math.abs(x - right) < 8).length;
  return { left, right: together < 3 ? Math.max(right, frame.x1 - (left - frame.x0)) : right };
}
