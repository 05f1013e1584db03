import type { Fact, TableKey } from "../../corpus/fact.ts";
import type { Form } from "../../corpus/forms/form.ts";
import { form2021 } from "../../corpus/forms/form-2021.ts";
import type { Section } from "../../corpus/section.ts";
import type { ReportToAudit } from "../../indexer/audit/audit-rule.ts";

export type Values = Readonly<Record<string, number | null>>;

const at = { in: "text", table: 0, row: 0, column: 0, start: 0, end: 0 } as const;

/** Facts of all tables of a form: 0 everywhere but where `values` says otherwise by `row.column`. */
export function buildFacts(form: Form, values: Values = {}): readonly Fact[] {
  return form.tables.flatMap(({ key: table, blocks }) =>
    blocks.flatMap(({ rows, columns }) =>
      rows.flatMap(({ key: row, label }) =>
        columns.map(({ key: column, unit = null }): Fact => {
          const given = values[`${row}.${column}`];
          const value = given === undefined ? 0 : given;
          return { table, row, column, value, raw: String(value ?? ""), unit, label, at };
        }),
      ),
    ),
  );
}

/** Rows of an indicator table with one column each, by label. */
export function buildIndicators(
  rows: Readonly<Record<string, number | null>>,
  column = "value",
): readonly Fact[] {
  const table: TableKey = "indicators";
  return Object.entries(rows).map(([label, value]) => ({
    table,
    row: label,
    column,
    value,
    raw: String(value ?? ""),
    unit: "件",
    label,
    at,
  }));
}

/** A fictional township's report for 2024 with consistent tables of zeros and the changes that a test needs. */
export function buildReport(
  changes: Partial<ReportToAudit> & { readonly text?: string; readonly values?: Values } = {},
): ReportToAudit {
  const { text = "无。", values = {}, ...report } = changes;
  const form = report.form === undefined ? form2021 : report.form;
  const overview: Section = { kind: "overview", heading: "一、总体情况", text };
  return {
    facts: buildFacts(form ?? form2021, values),
    preamble: "本报告的统计期限自2024年1月1日起至2024年12月31日止。",
    sections: [overview],
    agency: { name: "清溪镇人民政府", kind: "government" },
    level: "township",
    year: 2024,
    ...report,
    form,
  };
}
