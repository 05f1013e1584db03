import type { FormColumn, FormId } from "../../../corpus/forms/form.ts";
import { normalizeLabel } from "../../../corpus/forms/normalize-label.ts";
import type { PlacedSegment } from "./assign-tables.ts";
import { readWords } from "./segment.ts";

/** Words of a header that name no column of numbers: the labels, their units, codes and remarks. */
const besideNumbers =
  /^(?:指标名称|指标|统计指标|项目|名称|类别|内容|计量单位|单位|代码|序号|编号|备注|说明|注|[甲乙丙丁戊己])$/u;
const corner = /^(?:指标名称|指标|统计指标|项目)$/u;
const mixed = /指标|单位|统计数|历年|本年|年度/u;
const plainColumn = /^(?:统计数|数量|数据|数值|统计数据|统计数量|统计结果)$/u;

interface PrintedColumn {
  readonly key: string | null;
  readonly words: string;
  readonly row: number;
  readonly slot: number | null;
}

/** What is known of an indicator table before its header is read. */
export interface IndicatorLayout {
  readonly form: FormId | null;
  readonly columns: readonly FormColumn[];
  /** The last grid column in which a row has its label, -1 where that is not told. */
  readonly labels: number;
}

/**
 * The columns of numbers of an indicator table: those of its form, and others that its header prints, which go by
 * their words (`本期实际`, `区政府`). Where the header prints none they are those of the form.
 */
export function readIndicatorColumns(
  heads: readonly PlacedSegment[],
  { form, columns, labels }: IndicatorLayout,
): readonly FormColumn[] {
  // Words that hold several columns in one cell tell nothing.
  if (heads.some(({ head }) => head.kind === "text" && !head.isGrid && mixed.test(head.text)))
    return columns;
  const printed = listColumns(heads).filter(({ slot }) => slot === null || slot > labels);
  const [only] = printed;
  if (!only) return columns;
  if (form === "2014" && printed.length === 1 && columns[0])
    return [{ ...columns[0], variants: [only.words] }];
  const isFormOnly = printed.every(({ key }) => columns.some((column) => column.key === key));
  if (form === "2008" && isFormOnly && !isOfYearOnly(heads, printed)) return columns;
  return printed.map(({ key, words }) => {
    const isSingle = printed.filter((one) => one.key === key).length === 1;
    const own = key !== null && isSingle ? key : plainColumn.test(words) ? "value" : words;
    const known = columns.find((column) => column.key === own);
    return known ? { ...known, variants: [words] } : { key: own, label: words };
  });
}

/** Whether one row of a header prints the column of labels twice: two halves of a table stand side by side. */
export function isSideBySide(heads: readonly PlacedSegment[]): boolean {
  const corners = heads.filter((head) => corner.test(readCompared(head)));
  return corners.some((one) =>
    corners.some(
      (other) => other !== one && other.table === one.table && other.head.row === one.head.row,
    ),
  );
}

/** Shanghai's table, which has a column of codes and none of all years. */
function isOfYearOnly(heads: readonly PlacedSegment[], printed: readonly PrintedColumn[]): boolean {
  if (printed.some(({ key }) => key === "cumulative")) return false;
  return (
    printed.some(({ words }) => words === "本年累计") ||
    heads.some((head) => readCompared(head) === "代码")
  );
}

/** The heads of columns in printed order, without those that only stand above others. */
function listColumns(heads: readonly PlacedSegment[]): readonly PrintedColumn[] {
  const start = heads.findIndex((head) => besideNumbers.test(readCompared(head)));
  const columns = heads.slice(Math.max(start, 0)).flatMap((segment): readonly PrintedColumn[] => {
    const { head } = segment;
    const words = readCompared(segment);
    const own = head.label?.entries.filter(({ table }) => table === "indicators") ?? [];
    const key = own.find(({ role }) => role === "column")?.key ?? null;
    const isOther = own.some(({ role }) => role === "heading" || role === "group");
    if (words === "" || besideNumbers.test(words) || (isOther && key === null)) return [];
    return [{ key, words, row: head.row, slot: head.slot }];
  });
  const leaves = columns.filter(
    ({ slot, row }) =>
      slot === null || !columns.some((other) => other.slot === slot && other.row > row),
  );
  const isPlaced = leaves.every(({ slot }) => slot !== null);
  return isPlaced ? leaves.toSorted((a, b) => (a.slot ?? 0) - (b.slot ?? 0)) : leaves;
}

function readCompared(segment: PlacedSegment): string {
  return normalizeLabel(readWords(segment));
}
