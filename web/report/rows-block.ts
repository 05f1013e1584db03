import type { FormColumn, FormRow } from "../../corpus/forms/form.ts";
import {
  buildHeader,
  buildRowLabel,
  buildValue,
  type BlockPlan,
  type GridBlock,
  type GridRow,
  type HeaderCell,
} from "./grid-cell.ts";
import { buildRowHeaders, countRun, listRowHeaderIds } from "./row-groups.ts";

/** A block with a line for each row. */
export function buildRowsBlock(plan: BlockPlan): GridBlock {
  const spans = spreadSpans(plan.block.columns.length, plan.width);
  return { head: buildHead(plan, spans), body: buildBody(plan, spans) };
}

/** 3 columns on a width of 3 take 1 each, 1 takes 3, 2 take 2 and 1. */
function spreadSpans(count: number, width: number): readonly number[] {
  const base = Math.floor(width / Math.max(1, count));
  const extra = width - base * count;
  return Array.from({ length: count }, (_, i) => base + (i < extra ? 1 : 0));
}

/** Where a table has several blocks, the heading is a line of its own; else it stands above the columns. */
function buildHead(plan: BlockPlan, spans: readonly number[]): readonly GridRow[] {
  const { block, depth, width, prefix, split } = plan;
  const grouped = block.columns.some((column) => column.group !== undefined);
  const columnRows = buildColumnRows(plan, spans, grouped);
  const heading = (colspan: number): HeaderCell =>
    buildHeader({
      id: `${prefix}-t`,
      text: block.heading ?? "",
      colspan,
      rowspan: 1,
      scope: "colgroup",
    });
  const inside = block.heading !== undefined && !split;
  const corner = buildHeader({
    id: `${prefix}-k`,
    text: block.corner ?? "",
    colspan: depth,
    rowspan: columnRows.length + (inside ? 1 : 0),
    scope: "col",
  });
  if (inside) return [[corner, heading(width)], ...columnRows];
  const [first = [], ...rest] = columnRows;
  const rows = [[corner, ...first], ...rest];
  return block.heading === undefined ? rows : [[heading(depth + width)], ...rows];
}

function buildColumnRows(
  { block, prefix }: BlockPlan,
  spans: readonly number[],
  grouped: boolean,
): readonly GridRow[] {
  const top: HeaderCell[] = [];
  const bottom: HeaderCell[] = [];
  block.columns.forEach((column, i) => {
    const colspan = spans[i] ?? 1;
    const cell = (rowspan: number): HeaderCell =>
      buildHeader({ id: `${prefix}-c${i}`, text: column.label, colspan, rowspan, scope: "col" });
    if (column.group === undefined) {
      top.push(cell(grouped ? 2 : 1));
      return;
    }
    bottom.push(cell(1));
    if (column.group === block.columns[i - 1]?.group) return;
    const size = countRun(block.columns, i, (other) => other.group === column.group);
    const sum = spans.slice(i, i + size).reduce((total, span) => total + span, 0);
    top.push(
      buildHeader({
        id: buildGroupId(prefix, block.columns, i),
        text: column.group,
        colspan: sum,
        rowspan: 1,
        scope: "colgroup",
      }),
    );
  });
  return grouped ? [top, bottom] : [top];
}

/** The id of the group header above a column: named by the first column of the group. */
function buildGroupId(prefix: string, columns: readonly FormColumn[], i: number): string {
  let first = i;
  while (first > 0 && columns[first - 1]?.group === columns[i]?.group) first -= 1;
  return `${prefix}-g${first}`;
}

function buildBody(plan: BlockPlan, spans: readonly number[]): readonly GridRow[] {
  const { block, prefix } = plan;
  return block.rows.map((row, i) => {
    const headers = buildRowHeaders(plan, i);
    const above = listRowHeaderIds(plan, i);
    const values = block.columns.map((column, c) => {
      const ids = [...above, ...listColumnHeaderIds(plan, c)];
      return buildValue(plan, { row, column }, { headers: ids, colspan: spans[c] ?? 1 });
    });
    return [...headers, buildLabel(plan, row, `${prefix}-r${i}`), ...values];
  });
}

function buildLabel({ depth }: BlockPlan, row: FormRow, id: string): HeaderCell {
  const colspan = depth - (row.groups?.length ?? 0);
  return buildHeader({ id, text: buildRowLabel(row), colspan, rowspan: 1, scope: "row" });
}

function listColumnHeaderIds({ block, prefix }: BlockPlan, c: number): readonly string[] {
  const ids = block.heading === undefined ? [] : [`${prefix}-t`];
  if (block.columns[c]?.group !== undefined) ids.push(buildGroupId(prefix, block.columns, c));
  return [...ids, `${prefix}-c${c}`];
}
