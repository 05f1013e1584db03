import type { Fact } from "../../corpus/fact.ts";
import type { FormRow, FormTable } from "../../corpus/forms/form.ts";
import { findForm, findFormTable } from "../../corpus/forms/forms.ts";

/** A printed cell with the columns and rows that it covers. */
export interface LayoutCell {
  readonly text: string;
  readonly columns: number;
  readonly rows: number;
}

export interface TableLayout {
  readonly width: number;
  readonly rows: readonly (readonly LayoutCell[])[];
}

export interface SampleSection {
  readonly heading: string;
  readonly paragraphs: readonly string[];
  readonly tables: readonly TableLayout[];
}

export type SampleFact = Pick<Fact, "table" | "row" | "column" | "value">;

/** A fictional report with all of its numbers. Headings come without their number. */
export interface SampleReport {
  readonly title: string;
  readonly preamble: string;
  readonly sections: readonly SampleSection[];
  readonly facts: readonly SampleFact[];
}

/** Numbers that differ from cell to cell, so that a value in the wrong place is seen. */
function createNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state % 10 < 4 ? state % 7 : state % 997;
  };
}

/** A report of 青溪县 with the tables of a form; `seed` chooses the numbers. */
export function buildSampleReport(formId: "2019" | "2021", seed: number): SampleReport {
  const form = findForm(formId);
  if (!form) throw new Error(`no form ${formId}`);
  const year = Number(formId) + 1;
  const facts: SampleFact[] = [];
  const next = createNumbers(seed);
  const read = (key: "disclosure" | "requests" | "disputes"): FormTable => {
    const table = findFormTable(form, key);
    if (!table) throw new Error(`no table ${key}`);
    return table;
  };
  const write: WriteFact = (fact) => {
    const value = fact.column === "change" ? -next() : next();
    facts.push({ ...fact, value });
    return String(value);
  };
  const disclosure = layOutDisclosure(read("disclosure"), write);
  const requests = layOutRequests(read("requests"), write);
  const disputes = layOutDisputes(read("disputes"), write);
  return {
    title: `青溪县人民政府${year}年政府信息公开工作年度报告`,
    preamble: `根据《中华人民共和国政府信息公开条例》要求，编制本报告。数据统计期限自${year}年1月1日起至12月31日止。`,
    facts,
    sections: [
      {
        heading: "总体情况",
        paragraphs: ["全年工作平稳，主动公开信息 1,204 条。", "平台建设得到加强。"],
        tables: [],
      },
      { heading: "主动公开政府信息情况", paragraphs: [], tables: [disclosure] },
      { heading: "收到和处理政府信息公开申请情况", paragraphs: [], tables: [requests] },
      { heading: "政府信息公开行政复议、行政诉讼情况", paragraphs: [], tables: [disputes] },
      {
        heading: "存在的主要问题及改进情况",
        paragraphs: ["公开内容不够丰富，下一步将加强培训。"],
        tables: [],
      },
      { heading: "其他需要报告的事项", paragraphs: ["无。"], tables: [] },
    ],
  };
}

type WriteFact = (fact: Omit<SampleFact, "value">) => string;

function cell(text: string, columns = 1, rows = 1): LayoutCell {
  return { text, columns, rows };
}

/** Each block fills the whole width: its last columns are merged, as on the official form. */
function layOutDisclosure(table: FormTable, write: WriteFact): TableLayout {
  const width = 1 + Math.max(...table.blocks.map(({ columns }) => columns.length));
  const rows = table.blocks.flatMap(({ heading = "", corner = "", columns, rows: labels }) => {
    const stretch = (texts: readonly string[]): LayoutCell[] =>
      texts.map((text, at) => cell(text, at === texts.length - 1 ? width - texts.length : 1));
    return [
      [cell(heading, width)],
      [cell(corner), ...stretch(columns.map(({ label }) => label))],
      ...labels.map(({ key, label }) => [
        cell(label),
        ...stretch(
          columns.map((column) => write({ table: "disclosure", row: key, column: column.key })),
        ),
      ]),
    ];
  });
  return { width, rows };
}

function layOutRequests(table: FormTable, write: WriteFact): TableLayout {
  const [block] = table.blocks;
  if (!block) throw new Error("no block");
  const { corner = "", heading = "", columns, rows } = block;
  const group = columns.filter((column) => column.group !== undefined);
  const head = [
    [cell(corner, 3, 3), cell(heading, 7)],
    [cell("自然人", 1, 2), cell(group[0]?.group ?? "", 5), cell("总计", 1, 2)],
    group.map(({ label }) => cell(label)),
  ];
  const body = rows.map((row, at) => [
    ...layOutLabels(rows, at),
    ...columns.map((column) =>
      cell(write({ table: "requests", row: row.key, column: column.key })),
    ),
  ]);
  return { width: 10, rows: [...head, ...body] };
}

/** The labels of a row: a group's label is printed once and covers the rows of the group. */
function layOutLabels(rows: readonly FormRow[], at: number): readonly LayoutCell[] {
  const row = rows[at];
  if (!row) return [];
  const groups = row.groups ?? [];
  const shown = groups.flatMap((group, depth) => {
    if (rows[at - 1]?.groups?.[depth] === group) return [];
    const covered = rows.filter(({ groups: other }) => other?.[depth] === group).length;
    return [cell(group, 1, covered)];
  });
  return [...shown, cell(`${row.number ?? ""}${row.label}`, 3 - groups.length)];
}

function layOutDisputes(table: FormTable, write: WriteFact): TableLayout {
  const [block] = table.blocks;
  if (!block) throw new Error("no block");
  const { columns, rows } = block;
  const leaves = (height: number): LayoutCell[] =>
    columns.map(({ label }) => cell(label, 1, height));
  const suits = rows.slice(1);
  return {
    width: 15,
    rows: [
      [cell("行政复议", 5), cell("行政诉讼", 10)],
      [...leaves(2), ...suits.map(({ label }) => cell(label, 5))],
      suits.flatMap(() => leaves(1)),
      rows.flatMap(({ key }) =>
        columns.map((column) => cell(write({ table: "disputes", row: key, column: column.key }))),
      ),
    ],
  };
}

/** The cells of a layout with the column that each begins in. */
export function placeCells(
  table: TableLayout,
): readonly (readonly (LayoutCell & { readonly at: number })[])[] {
  const covered = new Set<string>();
  return table.rows.map((row, y) => {
    let at = 0;
    return row.map((item) => {
      while (covered.has(`${y} ${at}`)) at++;
      const begin = at;
      for (let dy = 0; dy < item.rows; dy++)
        for (let dx = 0; dx < item.columns; dx++) covered.add(`${y + dy} ${begin + dx}`);
      return { ...item, at: begin };
    });
  });
}
