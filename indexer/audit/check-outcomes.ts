import type { Finding } from "../../corpus/finding.ts";
import type { Form } from "../../corpus/forms/form.ts";
import { findFormTable, forms } from "../../corpus/forms/forms.ts";
import { checkEquation, type Term } from "./equation.ts";
import type { FactTable } from "./fact-table.ts";
import { requestsColumns } from "./requests-columns.ts";

const outside = new Set(["newReceived", "carriedOver", "resultTotal", "carriedForward"]);
const groupTotals = new Set(["denied", "unable", "refused", "result"]);

/** T3-b: the outcomes add up to their total, in each column. */
export function checkOutcomes(table: FactTable, form: Form | null): readonly Finding[] {
  if (!table.hasTable("requests")) return [];
  const rows = listOutcomes(table, form);
  const isWhole = form !== null || hasAllRows(table);
  return requestsColumns.map(({ key: column, label: subject }) => {
    const left: readonly Term[] = [...rows].map(([row, name]) => ({
      name,
      address: { table: "requests", row, column },
    }));
    const right: readonly Term[] = [
      { name: "办理结果总计", address: { table: "requests", row: "resultTotal", column } },
    ];
    const finding = checkEquation({ rule: "T3-b", subject, left, right }, table);
    return isWhole ? finding : allowForRows(finding);
  });
}

/** Whether the table prints all outcomes of some form. */
function hasAllRows(table: FactTable): boolean {
  const printed = table.listRows("requests");
  return forms.some((form) => {
    const rows = findFormTable(form, "requests")?.blocks.flatMap((block) => block.rows) ?? [];
    return rows.length > 0 && rows.every(({ key }) => outside.has(key) || printed.has(key));
  });
}

/** Rows of an unknown form that were not read may hold what the others lack, never what they have too much. */
function allowForRows(finding: Finding): Finding {
  const { verdict, expected, actual, message } = finding;
  if (verdict !== "fails" || expected === null || actual === null || actual > expected) {
    return finding;
  }
  const sides = message.replace(/，不符$/u, "");
  return {
    ...finding,
    verdict: "cannotTell",
    message: `${sides}；可能有的行没有读到，无法判断`,
  };
}

/** The outcome rows of the form, and those that the table prints besides; sums of a group are not counted twice. */
function listOutcomes(table: FactTable, form: Form | null): ReadonlyMap<string, string> {
  const official = form && findFormTable(form, "requests")?.blocks[0]?.rows;
  const rows = new Map<string, string>();
  for (const { key, label, variants = [] } of official ?? [])
    if (!outside.has(key)) rows.set(key, label.length > 12 ? (variants[0] ?? label) : label);
  for (const [key, label] of table.listRows("requests"))
    if (!outside.has(key) && !groupTotals.has(key) && !rows.has(key)) rows.set(key, label);
  const hasParts = [...rows.keys()].some((key) => key.startsWith("other."));
  if (hasParts) rows.delete("other");
  return rows;
}
