import type { FormBlock, FormColumn, FormRow, FormTable } from "../corpus/forms/form.ts";
import { findForm } from "../corpus/forms/forms.ts";
import type { DemoFacts } from "./build-facts.ts";
import type { DemoReport, DemoValue } from "./demo-report.ts";

export interface GridCell {
  readonly text: string;
  readonly columns: number;
  readonly rows: number;
}

/** The cells of a table, line by line, as its markup lists them: a cell over several lines stands in the first. */
export type Grid = readonly (readonly GridCell[])[];

/** The tables of a report by their key, with the printed values of its facts. */
export function buildGrids(report: DemoReport, facts: DemoFacts): ReadonlyMap<string, Grid> {
  const tables = findForm(report.form)?.tables ?? [];
  return new Map(tables.map((table) => [table.key, buildGrid(table, facts, report)]));
}

function buildGrid(table: FormTable, facts: DemoFacts, report: DemoReport): Grid {
  if (table.key === "requests") return table.blocks.flatMap((block) => buildRequests(block, facts));
  if (table.layout === "line") return table.blocks.flatMap((block) => buildLine(block, facts));
  if (table.key === "indicators")
    return table.blocks.flatMap((block) => buildIndicators(block, facts, report.year));
  const width = 1 + Math.max(...table.blocks.map(({ columns }) => columns.length));
  return table.blocks.flatMap((block) => buildBlock(block, facts, width));
}

/** One block of table 2: its article, its header and its rows; the last column takes what is left of the width. */
function buildBlock(block: FormBlock, facts: DemoFacts, width: number): Grid {
  const spare = width - block.columns.length;
  const span = (index: number) => (index === block.columns.length - 1 ? spare : 1);
  return [
    [cell(block.heading ?? "", width)],
    [
      cell(block.corner ?? ""),
      ...block.columns.map(({ label }, index) => cell(label, span(index))),
    ],
    ...block.rows.map((row) => [
      cell(row.label),
      ...block.columns.map((column, index) =>
        cell(printValue(facts.get(`disclosure.${row.key}.${column.key}`)), span(index)),
      ),
    ]),
  ];
}

function buildRequests(block: FormBlock, facts: DemoFacts): Grid {
  const organisations = block.columns.filter(({ group }) => group !== undefined);
  const [first, last] = [block.columns[0], block.columns.at(-1)];
  const group = organisations[0]?.group ?? "";
  return [
    [cell(block.corner ?? "", 3, 3), cell(block.heading ?? "", block.columns.length)],
    [
      cell(first?.label ?? "", 1, 2),
      cell(group, organisations.length),
      cell(last?.label ?? "", 1, 2),
    ],
    organisations.map(({ label }) => cell(label)),
    ...block.rows.map((row, index) => [
      ...buildRowLabels(block.rows, index),
      ...listValues(`requests.${row.key}`, block.columns, facts),
    ]),
  ];
}

/** The labels of a line of table 3: groups stand in their first line and reach down to their last. */
function buildRowLabels(rows: readonly FormRow[], index: number): readonly GridCell[] {
  const row = rows[index];
  const groups = row?.groups ?? [];
  const above = rows[index - 1]?.groups ?? [];
  const opened = groups.flatMap((group, depth) =>
    above[depth] === group
      ? []
      : [cell(group, 1, rows.filter(({ groups }) => groups?.[depth] === group).length)],
  );
  return [...opened, cell((row?.number ?? "") + (row?.label ?? ""), 3 - groups.length)];
}

function buildLine(block: FormBlock, facts: DemoFacts): Grid {
  const [review, ...lawsuits] = block.rows;
  const size = block.columns.length;
  return [
    [cell(review?.label ?? "", size), cell(lawsuits[0]?.groups?.[0] ?? "", size * lawsuits.length)],
    [
      ...block.columns.map(({ label }) => cell(label, 1, 2)),
      ...lawsuits.map(({ label }) => cell(label, size)),
    ],
    lawsuits.flatMap(() => block.columns.map(({ label }) => cell(label))),
    block.rows.flatMap((row) => listValues(`disputes.${row.key}`, block.columns, facts)),
  ];
}

function buildIndicators(block: FormBlock, facts: DemoFacts, year: number): Grid {
  const printed = block.rows.filter(({ key }) => facts.has(`indicators.${key}.thisYear`));
  return [
    ["指标名称", "计量单位", `${year}年度`, "历年累计"].map((label) => cell(label)),
    ...printed.map((row) => [
      cell((row.number ?? "") + row.label),
      cell(row.unit ?? ""),
      ...listValues(`indicators.${row.key}`, block.columns, facts),
    ]),
  ];
}

function listValues(
  rowKey: string,
  columns: readonly FormColumn[],
  facts: DemoFacts,
): readonly GridCell[] {
  return columns.map(({ key }) => cell(printValue(facts.get(`${rowKey}.${key}`))));
}

function printValue(value: DemoValue | undefined): string {
  return value === null || value === undefined ? "" : String(value);
}

function cell(text: string, columns = 1, rows = 1): GridCell {
  return { text, columns, rows };
}
