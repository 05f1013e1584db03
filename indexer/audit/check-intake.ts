import type { Finding } from "../../corpus/finding.ts";
import { checkEquation } from "./equation.ts";
import type { FactTable } from "./fact-table.ts";
import { requestsColumns } from "./requests-columns.ts";

const received = [
  { name: "本年新收", row: "newReceived" },
  { name: "上年结转", row: "carriedOver" },
];
const handled = [
  { name: "办理结果总计", row: "resultTotal" },
  { name: "结转下年", row: "carriedForward" },
];

/** T3-a: what came in was dealt with or carried forward, in each column. */
export function checkIntake(table: FactTable): readonly Finding[] {
  if (!table.hasTable("requests")) return [];
  return requestsColumns.map(({ key: column, label: subject }) => {
    const place = ({ name, row }: { name: string; row: string }) => ({
      name,
      address: { table: "requests" as const, row, column },
    });
    return checkEquation(
      { rule: "T3-a", subject, left: received.map(place), right: handled.map(place) },
      table,
    );
  });
}
