import { buildFactKey, type TableKey } from "../../corpus/fact.ts";
import type { Form, FormBlock, FormRow, FormTable } from "../../corpus/forms/form.ts";
import type { CellRole, PrintedCell, PrintedRow, PrintedTable, Prints } from "./printed-table.ts";

/** A label of a form with its other wordings. */
export interface Worded {
  readonly label: string;
  readonly variants?: readonly string[];
}

/** How a page words a label. */
export type Wording = (worded: Worded) => string;

/** The wording of the form. */
export const officialWording: Wording = ({ label }) => label;

/** What the tables of a form print. */
export interface TablePrints {
  readonly prints: Prints;
  readonly year: number;
  readonly wording?: Wording;
  /** Whether indicators are counted in a column of codes. */
  readonly hasCodes?: boolean;
}

interface Printer {
  readonly table: FormTable;
  readonly year: number;
  readonly hasCodes: boolean;
  readonly word: Wording;
  readonly listValues: (block: FormBlock, row: FormRow) => readonly PrintedCell[];
}

/** The tables of a form as the official layout prints them. */
export function printTables(
  form: Form,
  { prints, year, wording = officialWording, hasCodes = false }: TablePrints,
): ReadonlyMap<TableKey, PrintedTable> {
  return new Map(
    form.tables.map((table) => {
      const listValues = ({ columns }: FormBlock, row: FormRow): readonly PrintedCell[] =>
        columns.map(({ key: column }) => ({
          text: prints.get(buildFactKey({ table: table.key, row: row.key, column })) ?? "",
          role: "value",
        }));
      return [table.key, printTable({ table, year, hasCodes, word: wording, listValues })] as const;
    }),
  );
}

/** Every fact key that a form's tables hold. */
export function listFactKeys(form: Form): readonly string[] {
  return form.tables.flatMap(({ key: table, blocks }) =>
    blocks.flatMap(({ rows, columns }) =>
      rows.flatMap((row) =>
        columns.map((column) => buildFactKey({ table, row: row.key, column: column.key })),
      ),
    ),
  );
}

function printTable(printer: Printer): PrintedTable {
  const { key, layout, blocks } = printer.table;
  if (layout === "line") return blocks.flatMap((block) => printLine(block, printer));
  if (key === "requests") return blocks.flatMap((block) => printRequests(block, printer));
  if (key === "indicators") return blocks.flatMap((block) => printIndicators(block, printer));
  const width = Math.max(...blocks.map(({ columns }) => columns.length)) + 1;
  return blocks.flatMap((block) => printBlock(block, printer, width));
}

function cells(texts: readonly string[], role: CellRole): PrintedRow {
  return texts.map((text) => ({ text, role }));
}

/** A block of table 2: its heading, its header and its rows; the last cell takes what is left of the width. */
function printBlock(block: FormBlock, printer: Printer, width: number): PrintedTable {
  const { heading = "", corner = "", columns, rows } = block;
  const spread = (row: PrintedRow): PrintedRow => {
    const left = width - row.length;
    return row.map((cell, at) =>
      at === row.length - 1 && left > 0 ? { ...cell, colspan: left + 1 } : cell,
    );
  };
  return [
    [{ text: heading, role: "heading", colspan: width }],
    spread(cells([corner, ...columns.map(printer.word)], "header")),
    ...rows.map((row) =>
      spread([{ text: printer.word(row), role: "label" }, ...printer.listValues(block, row)]),
    ),
  ];
}

function printRequests(block: FormBlock, printer: Printer): PrintedTable {
  const { corner = "", heading = "", columns, rows } = block;
  const [first, ...others] = columns;
  const last = others.pop();
  const head = (text: string, spans: Partial<PrintedCell>): PrintedCell => ({
    text,
    role: "header",
    ...spans,
  });
  const header: PrintedTable = [
    [head(corner, { colspan: 3, rowspan: 3 }), head(heading, { colspan: columns.length })],
    [
      head(first ? printer.word(first) : "", { rowspan: 2 }),
      head(others[0]?.group ?? "", { colspan: others.length }),
      head(last ? printer.word(last) : "", { rowspan: 2 }),
    ],
    cells(others.map(printer.word), "header"),
  ];
  return [...header, ...rows.map((row, at) => printRequestRow(block, { row, at }, printer))];
}

/** Groups stand in their first row and reach down to their last. */
function printRequestRow(
  block: FormBlock,
  { row, at }: { readonly row: FormRow; readonly at: number },
  printer: Printer,
): PrintedRow {
  const groups = row.groups ?? [];
  const opened = groups.flatMap((group, depth): PrintedRow =>
    block.rows[at - 1]?.groups?.[depth] === group
      ? []
      : [{ text: group, role: "group", rowspan: countGroup(block, at, depth) }],
  );
  const label: PrintedCell = {
    text: `${row.number ?? ""}${printer.word(row)}`,
    role: "label",
    colspan: 3 - groups.length,
  };
  return [...opened, label, ...printer.listValues(block, row)];
}

function countGroup({ rows }: FormBlock, from: number, depth: number): number {
  const group = rows[from]?.groups?.[depth];
  const end = rows.findIndex((row, at) => at > from && row.groups?.[depth] !== group);
  return (end === -1 ? rows.length : end) - from;
}

function printLine(block: FormBlock, printer: Printer): PrintedTable {
  const leaves = block.columns.map(printer.word);
  const [review, ...suits] = block.rows;
  const head = (text: string, colspan: number): PrintedCell => ({ text, role: "header", colspan });
  return [
    [
      head(review ? printer.word(review) : "", leaves.length),
      head(suits[0]?.groups?.[0] ?? "", leaves.length * suits.length),
    ],
    [
      ...leaves.map((text): PrintedCell => ({ text, role: "header", rowspan: 2 })),
      ...suits.map((row) => head(printer.word(row), leaves.length)),
    ],
    cells(
      suits.flatMap(() => leaves),
      "header",
    ),
    block.rows.flatMap((row) => printer.listValues(block, row)),
  ];
}

/** Labels, units, codes and a number for each column; a chapter has a row of its own without numbers. */
function printIndicators(block: FormBlock, printer: Printer): PrintedTable {
  const { corner = "指标名称", columns, rows } = block;
  const labels = columns.map((column) =>
    column.label === "本年度" ? `${printer.year}年度` : printer.word(column),
  );
  const unit = corner === "统计指标" ? "单位" : "计量单位";
  const codes = printer.hasCodes ? ["代码"] : [];
  return [
    cells([corner, unit, ...codes, ...labels], "header"),
    ...rows.flatMap((row, at): PrintedTable => {
      const above = rows[at - 1]?.groups ?? [];
      const opened = (row.groups ?? []).filter((group, depth) => above[depth] !== group);
      const code = printer.hasCodes ? [String(at + 1).padStart(2, "0")] : [];
      return [
        ...opened.map((group) => printChapter(group, columns.length + 1)),
        [
          { text: `${row.number ?? ""}${printer.word(row)}`, role: "label" },
          ...cells([row.unit ?? "", ...code], "unit"),
          ...printer.listValues(block, row),
        ],
      ];
    }),
  ];
}

function printChapter(group: string, dashes: number): PrintedRow {
  return [{ text: group, role: "group" }, ...cells(Array<string>(dashes).fill("——"), "unit")];
}
