import type { FormColumn } from "../../../corpus/forms/form.ts";
import { alignValues, learnTemplates, type AlignedCells } from "./align-values.ts";
import type { PlacedSegment } from "./assign-tables.ts";
import { isUnitHead, readColumnHeader } from "./column-header.ts";
import type { FactWriter } from "./fact-writer.ts";
import { isSideBySide, readIndicatorColumns } from "./indicator-columns.ts";
import { describeIndicatorGaps, type IndicatorLine } from "./describe-indicator-gaps.ts";
import { IndicatorNames, type IndicatorName } from "./indicator-names.ts";
import {
  isIndicatorRow,
  listIndicatorRuns,
  type IndicatorRun,
  type IndicatorTables,
} from "./indicator-runs.ts";
import { listPrinted, readUnclear, readWords } from "./segment.ts";
import { isCodeHead, readCode, stripCodes } from "./strip-codes.ts";

const unitRemark = /[（(](条|件|次|人次|人|篇|个|份|元|万元)[）)]$/u;

/** An indicator table with more rows than this belongs to no report. */
const mostRows = 400;

type Alignment = Pick<ReadRow, "cells" | "code" | "isHeaded" | "isExplained">;

const readNothing = (): Alignment => ({
  cells: null,
  code: null,
  isHeaded: true,
  isExplained: true,
});

interface ReadRow {
  readonly segment: PlacedSegment;
  readonly name: IndicatorName;
  readonly columns: readonly FormColumn[];
  readonly cells: AlignedCells | null;
  readonly code: number | null;
  readonly isHeaded: boolean;
  readonly corner: string;
  /** Whether a warning about its whole table says why it has no numbers. */
  readonly isExplained: boolean;
}

/** Writes indicator tables: free labels, a unit, and a number for each column. */
export function placeIndicators(tables: IndicatorTables, writer: FactWriter): void {
  const runs = listIndicatorRuns(tables);
  const official = runs.filter(({ table }) => table !== null).flatMap(({ rows }) => rows);
  const names = new IndicatorNames(tables.table, official);
  const rows = runs.flatMap((run) =>
    readRun(run, run.table === null ? new IndicatorNames(null, []) : names, writer),
  );
  if (tables.table) {
    const printed = runs.filter(({ table }) => table !== null);
    const lines = listLines(
      printed.flatMap((run) => [...run.heads, ...run.rows]),
      rows,
    );
    for (const sentence of describeIndicatorGaps(lines, tables.table)) writer.warn(sentence);
  }
  if (rows.length > mostRows) writer.warn(`指标超过 ${mostRows} 行，其余未取。`);
  const taken = rows.slice(0, mostRows);
  const ambiguous = findAmbiguous(taken);
  for (const row of taken) writeRow(row, ambiguous, writer);
}

/** All lines of the official tables, with what was read of those that are rows. */
function listLines(
  official: readonly PlacedSegment[],
  rows: readonly ReadRow[],
): readonly IndicatorLine[] {
  const read = new Map(rows.map((row) => [row.segment, row] as const));
  return official.map((segment) => {
    const { name, code = null } = read.get(segment) ?? {};
    return { segment, key: name?.key ?? null, code, isRow: name !== undefined };
  });
}

/** Numbers of an unknown layout, or without the main column of a known one, go by the words that are printed. */
function warnOfNames(
  [main]: readonly FormColumn[],
  columns: readonly FormColumn[],
  writer: FactWriter,
): void {
  if (!main) writer.warn("指标表不是已知的格式，数字按表中的名称保留。");
  else if (columns.every(({ key }) => key !== main.key))
    writer.warn(`指标表的表头没有找到“${main.label}”一列，数字按印出的列名保留。`);
}

function readRun(
  { form, table, heads, rows, isFree }: IndicatorRun,
  names: IndicatorNames,
  writer: FactWriter,
): readonly ReadRow[] {
  const official = table?.blocks[0]?.columns ?? [];
  const labels = rows
    .filter(isIndicatorRow)
    .reduce((last, { head }) => Math.max(last, head.slot ?? -1), -1);
  const columns = readIndicatorColumns(heads, { form, columns: official, labels });
  if (columns.length === 0) {
    if (rows.length > 0) writer.warn("有一张表的格式不能识别，只保留了文字，未取数字。");
    return [];
  }
  if (!isFree && rows.some(isIndicatorRow)) warnOfNames(official, columns, writer);
  const isDoubled = isSideBySide(heads);
  if (isDoubled)
    writer.warn("指标表分左右两栏并排印在同一行，不能确定数字属于哪一项，整张表未取值。");
  const read = isDoubled ? readNothing : alignRows({ heads, rows }, columns);
  const corner = heads[0] ? readWords(heads[0]) : "";
  return rows.flatMap((segment): readonly ReadRow[] => {
    if (!isIndicatorRow(segment) || isHeading(segment, columns.length)) {
      names.enter(segment);
      return [];
    }
    const name = names.name(segment, readWords(segment).replace(unitRemark, ""));
    return [{ segment, name, columns, corner, ...read(segment) }];
  });
}

/** Tells which cell of a row is whose, from all rows under a header. */
function alignRows(
  { heads, rows }: Pick<IndicatorRun, "heads" | "rows">,
  columns: readonly FormColumn[],
): (row: PlacedSegment) => Alignment {
  const count = columns.length;
  const codeAt = heads.findIndex(isCodeHead);
  const codeHead = heads[codeAt];
  const before = readColumnHeader("indicators", columns, heads.slice(0, Math.max(codeAt, 0)));
  const isCoded = codeAt !== -1 && !before.isShown;
  const stripped = isCoded ? stripCodes(rows, count) : new Map<PlacedSegment, PlacedSegment>();
  const uncoded = heads.filter((head) => !isCodeHead(head));
  const header = readColumnHeader("indicators", columns, heads);
  const bare = isCoded ? readColumnHeader("indicators", columns, uncoded) : header;
  const own = rows.filter(isIndicatorRow).map((row) => stripped.get(row) ?? row);
  const templates = learnTemplates(own, count);
  const hasUnits = [...heads, ...rows].some(printsUnit);
  return (row) => {
    const plain = stripped.get(row);
    const alignment = { templates, header: plain ? bare : header };
    const isLost = hasUnits && isStripped(row);
    const cells = isLost ? null : alignValues(plain ?? row, count, alignment);
    const code = codeHead ? readCode(row, plain, codeHead) : null;
    return { cells, code, isHeaded: header.isShown, isExplained: false };
  };
}

function printsUnit(segment: PlacedSegment): boolean {
  return isUnitHead(segment) || segment.tail.some(({ kind }) => kind === "unit");
}

/**
 * Whether a row of one cell a line has lost its unit: lines that are printed before were taken out, so that the
 * number may be that of a row whose label is gone.
 */
function isStripped({ head, tail }: PlacedSegment): boolean {
  if (head.isGrid || tail.some(({ kind }) => kind === "unit")) return false;
  return tail.some(({ kind, line }) => kind === "value" && line !== head.line);
}

/** The line of a chapter: marks for none in place of a unit and of each number. */
function isHeading({ tail }: PlacedSegment, count: number): boolean {
  const printed = tail.filter(({ kind }) => kind !== "blank");
  return (
    printed.length > count &&
    printed.every(({ kind, number }) => kind === "value" && number?.value === null)
  );
}

/** Labels that stand for several rows and have no key of a form. */
function findAmbiguous(rows: readonly ReadRow[]): ReadonlySet<string> {
  const groups = new Map<string, Set<string>>();
  for (const { name, corner } of rows)
    if (name.key === null)
      groups.set(name.label, (groups.get(name.label) ?? new Set()).add(name.group ?? corner));
  return new Set([...groups].flatMap(([label, own]) => (own.size > 1 ? [label] : [])));
}

function writeRow(row: ReadRow, ambiguous: ReadonlySet<string>, writer: FactWriter): void {
  const { segment, name, columns, cells, isHeaded } = row;
  const { key, label } = name;
  warnOf(row, writer);
  const group = ambiguous.has(label) ? (name.group ?? row.corner) : "";
  const unit = readUnit(segment);
  // Only money is printed with fractions.
  const decimal = unit === null || unit.endsWith("元");
  const { table: position, head } = segment;
  writer.writeRow(
    {
      table: "indicators",
      key: key ?? (group === "" ? label : `${group}.${label}`),
      label,
      position,
      head,
      unit,
      isHeaded,
      printed: readUnclear(segment, columns.length),
    },
    columns.map((column) => ({ ...column, decimal })),
    cells,
  );
}

function warnOf(row: ReadRow, writer: FactWriter): void {
  const { segment, columns, cells, isExplained } = row;
  const { label } = row.name;
  const found = listPrinted(segment).length;
  if (isExplained) return;
  if (!cells && found === columns.length) writer.warn(`指标“${label}”的数字无法对应各列，未取值。`);
  else if (!cells && found > 0)
    writer.warn(`指标“${label}”读到 ${found} 个数，应有 ${columns.length} 个，未取值。`);
  if (!cells && found === 0) writer.warn(`指标“${label}”后面没有数字，未取值。`);
  if (cells?.includes(null))
    writer.warn(`指标“${label}”的表头不能一一对应各列，对应不上的未取值。`);
}

function readUnit({ head, tail }: PlacedSegment): string | null {
  const cell = tail.find(({ kind }) => kind === "unit");
  if (cell) return cell.text;
  const remark = head.label?.remark;
  return unitRemark.exec(remark ? `（${remark}）` : head.text)?.[1] ?? null;
}
