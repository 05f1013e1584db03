import { groupLines, hasRoom, joinCell, type TextLine } from "./assemble-text.ts";
import type { FilledField } from "./fill-fields.ts";
import { isNumber } from "./is-number.ts";
import { isNumberSegment } from "./leaf.ts";
import { findMiddle, groupLabels } from "./label-blocks.ts";
import { splitSegments } from "./split-segments.ts";

/**
 * Splits rows that hold several rows of numbers because no line parts them: where two cells beside each other
 * hold numbers at the same heights, or one does and its label has as many lines. Null where most rows of the
 * table are not parted, so that its lines do not tell its cells.
 */
export function splitRows(fields: readonly FilledField[]): readonly FilledField[] | null {
  const rows = new Map<number, FilledField[]>();
  for (const field of fields) rows.set(field.row, [...(rows.get(field.row) ?? []), field]);
  if (hasOneColumn(fields) || fields.some(isUnparted) || [...rows.values()].some(isHeadAndNumbers))
    return null;
  const heights = new Map([...rows].map(([row, band]) => [row, findHeights(band)]));
  const counts = [...heights.values()].map((own) => own.length);
  const most = Math.max(...counts);
  if (most < 2) return fields;
  const split = counts.filter((count) => count > 1);
  if (split.reduce((sum, count) => sum + count, 0) > counts.length - split.length) return null;
  // Each row makes room for as many as the largest is split into.
  return fields.flatMap((field) => {
    const scaled = { ...field, row: field.row * most, rowSpan: field.rowSpan * most };
    const own = heights.get(field.row) ?? [];
    return own.length > 1 && field.rowSpan === 1 ? splitField(scaled, own) : [scaled];
  });
}

/** Whether lines part rows of numbers alone: no line parts their cells. */
function hasOneColumn(fields: readonly FilledField[]): boolean {
  if (fields.some(({ column }) => column > 0)) return false;
  return fields.some(({ glyphs }) => groupLines(glyphs).some(isNumberRow));
}

function isNumberRow(line: TextLine): boolean {
  return splitSegments(line).filter(isNumberSegment).length > 1;
}

/** Whether a cell holds rows of several numbers each. */
function isUnparted(field: FilledField): boolean {
  if (field.glyphs.length < 4) return false;
  return groupLines(field.glyphs).filter(isNumberRow).length > 1;
}

/** Whether each of several cells beside each other holds a header and, below it, a number. */
function isHeadAndNumbers(band: readonly FilledField[]): boolean {
  const cells = band.map((field) => groupLines(field.glyphs).map((line) => isNumberSegment(line)));
  return (
    cells.filter((lines) => lines.length > 1 && lines.indexOf(true) === lines.length - 1).length > 2
  );
}

/** The heights of the rows that a band of cells holds, from the top down; none where lines part them already. */
function findHeights(band: readonly FilledField[]): readonly number[] {
  const single = band.filter(({ rowSpan }) => rowSpan === 1);
  const lines = single.map((field) => ({ field, lines: groupLines(field.glyphs) }));
  const numbers = lines
    .map(({ lines, field }) => listNumbers(lines, field))
    .filter((own) => own.length > 1);
  const [first, second] = numbers;
  if (!first) return [];
  if (second) return numbers.every((own) => isAlike(own, first)) ? first : [];
  const labels = lines.filter(({ lines }) => lines.length >= first.length);
  return labels.length > 1 ? first : [];
}

/** The heights of the numbers of a cell, if it holds nothing else below the first. */
function listNumbers(lines: readonly TextLine[], field: FilledField): readonly number[] {
  const isNumbers = lines.map((line) => isNumber(joinCell(line.glyphs, field)));
  const first = isNumbers.indexOf(true);
  if (first === -1 || isNumbers.slice(first).includes(false)) return [];
  const own = lines.slice(first);
  return isWrapped(own, field) ? [] : own.map(findMiddle);
}

/** Whether a number goes on in the next line of its narrow cell: each line but the last leaves no room for more. */
function isWrapped(lines: readonly TextLine[], cell: FilledField): boolean {
  return lines.slice(1).every((below, at) => !hasRoom(lines[at] ?? below, below, cell));
}

function isAlike(one: readonly number[], other: readonly number[]): boolean {
  return (
    one.length === other.length &&
    one.every((height, at) => Math.abs(height - (other[at] ?? 0)) < 3)
  );
}

/** The rows of one cell: its numbers by height, or its labels by the row they stand at. */
function splitField(field: FilledField, heights: readonly number[]): readonly FilledField[] {
  const lines = groupLines(field.glyphs);
  const blocks = groupLabels(lines, { heights, separators: [] });
  const rows: TextLine[][] = heights.map(() => []);
  for (const { lines: own, row, top, bottom } of blocks) {
    const middle = (top + bottom) / 2;
    const distances = heights.map((height) => Math.abs(height - middle));
    const at = row ?? distances.indexOf(Math.min(...distances));
    rows[at]?.push(...own);
  }
  return rows.map((own, at) => ({
    ...field,
    row: field.row + at,
    rowSpan: at === heights.length - 1 ? field.rowSpan - at : 1,
    glyphs: own.flatMap(({ glyphs }) => glyphs),
    ...cutBox(field, heights, at),
  }));
}

/** The part of a cell's box between the middles to the rows above and below. */
function cutBox(
  field: FilledField,
  heights: readonly number[],
  at: number,
): { y0: number; y1: number } {
  const own = heights[at] ?? field.y1;
  const above = heights[at - 1];
  const below = heights[at + 1];
  return {
    y0: below === undefined ? field.y0 : (own + below) / 2,
    y1: above === undefined ? field.y1 : (own + above) / 2,
  };
}
