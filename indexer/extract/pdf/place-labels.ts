import { groupLabels, type LabelBlock, type RowMarks } from "./label-blocks.ts";
import type { Segment } from "./leaf.ts";

/** A label in the grid of a table without lines. */
export interface PlacedLabel {
  readonly block: LabelBlock;
  readonly level: number;
  readonly row: number;
  readonly rowSpan: number;
}

/** Labels whose left ends are apart by less than this many sizes stand in one column. */
const sameColumn = 0.9;
export const unitWord = /^(?:条|件|件次|次|人次|人|篇|个|份|部|宗|起|项|期|场|元|万元|亿元)$/u;

/**
 * Places the labels left of the numbers: in each row the innermost one, and those that stand for several rows
 * in the middle of theirs, as forms print them. Null where that is not clear: a row has no label, or a label no row.
 */
export function placeLabels(
  segments: readonly Segment[],
  marks: RowMarks,
): readonly PlacedLabel[] | null {
  const columns = groupColumns(segments);
  const taken = new Set<number>();
  const placed: PlacedLabel[] = [];
  const units = columns.length > 1 && columns.at(-1)?.every(isUnit) ? columns.pop() : undefined;
  for (const block of groupLabels(units ?? [], { ...marks, labelled: taken })) {
    if (block.row === null) return null;
    placed.push({ block, level: columns.length, row: block.row, rowSpan: 1 });
  }
  const groups: { block: LabelBlock; level: number }[] = [];
  for (let level = columns.length - 1; level >= 0; level--)
    for (const block of groupLabels(columns[level] ?? [], { ...marks, labelled: new Set(taken) })) {
      if (block.row === null || taken.has(block.row)) {
        groups.push({ block, level });
        continue;
      }
      taken.add(block.row);
      placed.push({ block, level, row: block.row, rowSpan: 1 });
    }
  if (taken.size < marks.heights.length) return null;
  const leaves = placed.filter(({ level }) => level < columns.length);
  const grouped = placeGroups(groups, leaves, marks);
  return grouped.every((group) => isGroup(group, leaves)) ? [...placed, ...grouped] : null;
}

/** Units stand in a column between labels and numbers. */
function isUnit({ glyphs }: Segment): boolean {
  return unitWord.test(glyphs.map(({ text }) => text).join(""));
}

/** Whether each row of a group has a label of its own further in; else the group is a row without numbers. */
function isGroup({ level, row, rowSpan }: PlacedLabel, leaves: readonly PlacedLabel[]): boolean {
  const own = leaves.filter((leaf) => leaf.row >= row && leaf.row < row + rowSpan);
  return rowSpan > 0 && own.length === rowSpan && own.every((leaf) => leaf.level > level);
}

function groupColumns(segments: readonly Segment[]): (readonly Segment[])[] {
  const ordered = [...segments].sort((a, b) => a.x0 - b.x0);
  const columns: Segment[][] = [];
  for (const segment of ordered) {
    const last = columns.at(-1);
    const start = last?.[0]?.x0 ?? -Infinity;
    if (last && segment.x0 - start < sameColumn * segment.size) last.push(segment);
    else columns.push([segment]);
  }
  return columns;
}

interface Group {
  readonly block: LabelBlock;
  readonly level: number;
}

/** Gives each group its rows, which it stands in the middle of, between the labels of its own level and outer ones. */
function placeGroups(
  groups: readonly Group[],
  leaves: readonly PlacedLabel[],
  { heights }: RowMarks,
): readonly PlacedLabel[] {
  const placed: PlacedLabel[] = [];
  for (const level of new Set(groups.map((group) => group.level))) {
    const own = groups.filter((group) => group.level === level).map(({ block }) => block);
    const ends = leaves.filter((leaf) => leaf.level <= level);
    for (const run of listRuns(own, ends, heights.length))
      for (const stretch of placeRun(run, heights)) placed.push({ ...stretch, level });
  }
  return placed;
}

/** Groups that follow each other, and the rows `from` to `to` between the labels above and below them. */
interface Run {
  readonly blocks: readonly LabelBlock[];
  readonly from: number;
  readonly to: number;
}

function listRuns(
  blocks: readonly LabelBlock[],
  ends: readonly PlacedLabel[],
  rows: number,
): readonly Run[] {
  const runs = new Map<number, LabelBlock[]>();
  for (const block of [...blocks].sort((a, b) => b.top - a.top)) {
    const above = ends.filter((end) => findCenter(end.block) > findCenter(block));
    const from = Math.max(0, ...above.map((end) => end.row + end.rowSpan));
    runs.set(from, [...(runs.get(from) ?? []), block]);
  }
  return [...runs].map(([from, own]) => {
    const below = ends.filter((end) => end.row >= from);
    return { blocks: own, from, to: Math.min(rows, ...below.map((end) => end.row)) };
  });
}

type Stretch = Omit<PlacedLabel, "level">;

/**
 * Each group reaches as far below its middle as above. From the top down this gives their rows, unless rows of a
 * group that began on the page before stand above: then from the bottom up.
 */
function placeRun({ blocks, from, to }: Run, heights: readonly number[]): readonly Stretch[] {
  const downwards = followRun(blocks, from, heights);
  const end = downwards.at(-1);
  if (from > 0 || (end && end.row + end.rowSpan === to)) return clip(downwards, to);
  const turned = [...heights].reverse().map((height) => -height);
  const mirrored = [...blocks]
    .reverse()
    .map((block) => ({ ...block, top: -block.bottom, bottom: -block.top }));
  const upwards = followRun(mirrored, heights.length - to, turned);
  return upwards.map(({ row, rowSpan }, at) => {
    const block = blocks[blocks.length - 1 - at] ?? mirrored[at];
    return { block: block as LabelBlock, row: heights.length - row - rowSpan, rowSpan };
  });
}

function clip(stretches: readonly Stretch[], to: number): readonly Stretch[] {
  return stretches.map((stretch) => {
    const row = Math.min(stretch.row, to - 1);
    return { ...stretch, row, rowSpan: Math.max(1, Math.min(stretch.rowSpan, to - row)) };
  });
}

function followRun(
  blocks: readonly LabelBlock[],
  from: number,
  heights: readonly number[],
): readonly Stretch[] {
  let row = from;
  return blocks.map((block, at) => {
    const next = blocks[at + 1];
    const rowSpan = measureSpan({ block, row, next }, heights);
    const stretch = { block, row, rowSpan };
    row = Math.min(heights.length - 1, row + rowSpan);
    return stretch;
  });
}

interface Start {
  readonly block: LabelBlock;
  readonly row: number;
  readonly next: LabelBlock | undefined;
}

/** How many rows from its first one on a group stands in the middle of; printed at their top, up to the next. */
function measureSpan({ block, row, next }: Start, heights: readonly number[]): number {
  const first = heights[row] ?? 0;
  if (block.isTopAligned && next?.isTopAligned && first < block.top && first > block.bottom) {
    const start = heights.findIndex((height) => height < next.top && height > next.bottom);
    if (start > row) return start - row;
  }
  const distances = heights
    .slice(row)
    .map((height) => Math.abs((first + height) / 2 - findCenter(block)));
  return distances.indexOf(Math.min(...distances)) + 1;
}

function findCenter({ top, bottom }: LabelBlock): number {
  return (top + bottom) / 2;
}
