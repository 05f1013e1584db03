import type { Finding } from "../../corpus/finding.ts";
import { checkEquation } from "./equation.ts";
import type { FactTable } from "./fact-table.ts";
import { requestsColumns } from "./requests-columns.ts";

/** T3-c: applicants of all kinds add up to the total, in each row that the table prints. */
export function checkRowTotals(table: FactTable): readonly Finding[] {
  const parts = requestsColumns.filter(({ key }) => key !== "total");
  const totals = requestsColumns.filter(({ key }) => key === "total");
  return [...table.listRows("requests")].map(([row, label]) => {
    const place = ({ key: column, label: name }: { key: string; label: string }) => ({
      name,
      address: { table: "requests" as const, row, column },
    });
    return checkEquation(
      { rule: "T3-c", subject: label, left: parts.map(place), right: totals.map(place) },
      table,
    );
  });
}
