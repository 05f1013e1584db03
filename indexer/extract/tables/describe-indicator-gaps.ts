import type { FormRow, FormTable } from "../../../corpus/forms/form.ts";
import type { PlacedSegment } from "./assign-tables.ts";
import { readLevel, type NumberingLevel } from "./read-level.ts";
import { readNumbering, readWords } from "./segment.ts";

const mostNames = 3;

/** A line of an indicator table; `key` is the row of the form that it is, null where it is none. */
export interface IndicatorLine {
  readonly segment: PlacedSegment;
  readonly key: string | null;
  readonly code: number | null;
  /** Whether it has numbers, or empty cells in their place. */
  readonly isRow: boolean;
}

/** The last number of a list and what its numbers part. */
interface Counted {
  readonly ordinal: number;
  readonly parent: string | null;
}

/**
 * Sentences about rows that the printed table once had and has no more: numbers or codes with a hole, parts whose sum
 * is not printed, and labels with nothing behind them. Tables before 2019 print a choice of rows, so that a row that is absent tells nothing.
 */
export function describeIndicatorGaps(
  lines: readonly IndicatorLine[],
  table: FormTable,
): readonly string[] {
  const rows = new Map(
    table.blocks.flatMap((block) => block.rows.map((row) => [row.key, row] as const)),
  );
  return [
    ...describe("编号", findNumberGaps(lines)),
    ...describe("代码", findCodeGaps(lines)),
    ...describeBare(lines),
    ...findLostSums(lines, rows).map(
      ({ label }) => `指标表没有找到“${label}”一行，却有其中各项，该行的数字未取。`,
    ),
  ];
}

function describe(what: string, gaps: readonly PlacedSegment[]): readonly string[] {
  if (gaps.length === 0) return [];
  const names = gaps.slice(0, mostNames).map((segment) => `“${readWords(segment)}”`);
  const more = gaps.length > names.length ? "等" : "";
  return [`指标表的${what}在${names.join("、")}${more}之前不连续，可能缺行，其中的数字未取。`];
}

/** Labels of rows behind which neither a number nor a unit nor an empty cell stands. */
function describeBare(lines: readonly IndicatorLine[]): readonly string[] {
  const bare = lines.filter(({ segment, isRow }) => !isRow && isRowLabel(segment));
  return bare.map(({ segment }) => `指标“${readWords(segment)}”后面没有数字，未取值。`);
}

function isRowLabel({ head }: PlacedSegment): boolean {
  const own = head.label?.entries.filter(({ table }) => table === "indicators") ?? [];
  return own.length > 0 && own.every(({ role }) => role === "row");
}

/** The lines whose number does not follow the one before in its list. */
function findNumberGaps(lines: readonly IndicatorLine[]): readonly PlacedSegment[] {
  const lists = new Map<number, Counted>();
  return lines.flatMap(({ segment, key }) => {
    const numbering = readLevel(readNumbering(segment));
    if (numbering === null) return [];
    const parent = key === null ? null : findParent(key);
    const known = lists.get(numbering.level) ?? null;
    const isOther = parent !== null && known !== null && (known.parent ?? parent) !== parent;
    const last = isOther ? null : known;
    for (const level of lists.keys()) if (level >= numbering.level) lists.delete(level);
    lists.set(numbering.level, {
      ordinal: numbering.ordinal,
      parent: parent ?? last?.parent ?? null,
    });
    return isGap(numbering, last) ? [segment] : [];
  });
}

/** Every list may begin anew. A table may print a choice of chapters from any on. */
function isGap({ level, ordinal }: NumberingLevel, last: Counted | null): boolean {
  if (ordinal === 1) return false;
  return last === null ? level > 1 : ordinal !== last.ordinal + 1;
}

/** The lines behind a hole in the codes that is greater than the lines between whose code is not legible. */
function findCodeGaps(lines: readonly IndicatorLine[]): readonly PlacedSegment[] {
  let last = 0;
  let between = 0;
  return lines.flatMap(({ segment, code, isRow }) => {
    if (code === null) {
      if (isRow) between++;
      return [];
    }
    const isHole = code - last - 1 > between;
    last = code;
    between = 0;
    return isHole ? [segment] : [];
  });
}

/** The rows of the form that are not printed though parts of them are. */
function findLostSums(
  lines: readonly IndicatorLine[],
  rows: ReadonlyMap<string, FormRow>,
): readonly FormRow[] {
  const printed = new Set(lines.flatMap(({ key }) => key ?? []));
  const parents = [...printed].flatMap((key) => findParent(key) ?? []);
  const lost = [...new Set(parents)].filter((parent) => !printed.has(parent));
  return lost.flatMap((parent) => rows.get(parent) ?? []);
}

function findParent(key: string): string | null {
  const dot = key.lastIndexOf(".");
  return dot === -1 ? null : key.slice(0, dot);
}
