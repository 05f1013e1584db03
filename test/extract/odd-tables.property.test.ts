import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildFactKey, type TableKey } from "../../corpus/fact.ts";
import { form2008 } from "../../corpus/forms/form-2008.ts";
import { form2014 } from "../../corpus/forms/form-2014.ts";
import { form2021 } from "../../corpus/forms/form-2021.ts";
import type { FormTable } from "../../corpus/forms/form.ts";
import { findFormTable } from "../../corpus/forms/forms.ts";
import { escapeHtml, layouts, type Layout } from "./layouts.ts";
import type { PrintedTable } from "../../demo/generator/printed-table.ts";
import { listWrong, readText } from "./read-text.ts";

const factor = Number(process.env["FUZZ_FACTOR"] ?? 1);
const runs = { numRuns: 25 * factor };

/** A table as no form prints it: further columns, another order of columns, cells that hold two numbers or none. */
interface Oddity {
  readonly order: readonly number[];
  readonly extra: { readonly at: number; readonly name: string } | null;
  readonly hasSerial: boolean;
  readonly cells: readonly (readonly string[])[];
}

function oddities(table: FormTable, layout: Layout): fc.Arbitrary<Oddity> {
  const [block] = table.blocks;
  const width = block?.columns.length ?? 0;
  const height = block?.rows.length ?? 0;
  const plain = Array.from({ length: width }, (_, at) => at);
  const digits = fc.nat(400).map(String);
  const cell = fc.oneof(
    { weight: 12, arbitrary: digits },
    { weight: 2, arbitrary: fc.constant("") },
    // On one line nothing tells two numbers of one cell from two cells.
    {
      weight: layout.name === "one line" ? 0 : 1,
      arbitrary: fc.tuple(digits, digits).map(([a, b]) => `${a} ${b}`),
    },
    { weight: 1, arbitrary: fc.constantFrom("约5", "（1）", "1.4万件", "-3") },
  );
  const names = fc.constantFrom("小计", "上年数", "备注", "代码");
  return fc.record({
    order: fc.oneof(
      fc.constant(plain),
      fc.shuffledSubarray(plain, { minLength: width, maxLength: width }),
    ),
    extra: fc.option(fc.record({ at: fc.nat(width), name: names })),
    hasSerial: fc.boolean(),
    cells: fc.array(fc.array(cell, { minLength: width + 1, maxLength: width + 1 }), {
      minLength: height,
      maxLength: height,
    }),
  });
}

function printOdd(table: FormTable, oddity: Oddity): PrintedTable {
  const [block] = table.blocks;
  if (!block) return [];
  const arrange = (texts: readonly string[], further: string): readonly string[] => {
    const own = oddity.order.map((at) => texts[at] ?? "");
    if (oddity.extra) own.splice(oddity.extra.at, 0, further);
    return own;
  };
  const serial = (text: string): readonly string[] => (oddity.hasSerial ? [text] : []);
  const unit = (text: string): readonly string[] => (table.key === "indicators" ? [text] : []);
  const labels = block.columns.map(({ label }) => label);
  const header = [
    ...serial("序号"),
    block.corner ?? "",
    ...unit("计量单位"),
    ...arrange(labels, oddity.extra?.name ?? ""),
  ];
  const rows = block.rows.map((row, at) => [
    ...serial(String(at + 1)),
    `${row.number ?? ""}${row.label}`,
    ...unit("条"),
    ...arrange(oddity.cells[at] ?? [], oddity.cells[at]?.at(-1) ?? ""),
  ]);
  return [header, ...rows].map((texts) => texts.map((text) => ({ text, role: "value" })));
}

function listPrints(table: FormTable, { cells }: Oddity): ReadonlyMap<string, string> {
  const prints = new Map<string, string>();
  for (const { rows, columns } of table.blocks.slice(0, 1))
    rows.forEach((row, at) =>
      columns.forEach((column, index) => {
        const print = cells[at]?.[index] ?? "";
        // A number that is none gives no value.
        const value = /^\d+$/u.test(print) ? print : "";
        prints.set(buildFactKey({ table: table.key, row: row.key, column: column.key }), value);
      }),
    );
  return prints;
}

/** A report around one table. */
function writeAround(layout: Layout, table: PrintedTable): string {
  const lines = [
    "云岭县石溪镇2023年政府信息公开工作年度报告",
    "本报告数据统计期限自2023年1月1日起至2023年12月31日止。",
    "一、总体情况",
    "公开了信息。",
    "二、收到和处理政府信息公开申请情况",
  ];
  const after = ["三、存在的主要问题及改进情况", "公开内容还不够细。"];
  if (!layout.isHtml) return [...lines, layout.write(table), ...after].join("\n");
  const write = (line: string): string => `<p>${escapeHtml(line)}</p>`;
  return `<html><body>${lines.map(write).join("")}${layout.write(table)}${after.map(write).join("")}</body></html>`;
}

const tables: readonly (readonly [TableKey, FormTable | null])[] = [
  ["disclosure", findFormTable(form2021, "disclosure")],
  ["requests", findFormTable(form2021, "requests")],
  ["indicators", findFormTable(form2008, "indicators")],
  ["indicators", findFormTable(form2014, "indicators")],
];

describe.each(layouts)("an odd table in $name", (layout) => {
  it.each(tables)("of %s gives right numbers or none", (_, table) => {
    if (!table) throw new Error("The form has no such table.");
    fc.assert(
      fc.property(oddities(table, layout), (oddity) => {
        const reading = readText(writeAround(layout, printOdd(table, oddity)));
        expect(listWrong(reading, listPrints(table, oddity))).toEqual([]);
      }),
      runs,
    );
  });
});
