import type { Finding } from "../../../corpus/finding.ts";
import { checkBound } from "../bound.ts";
import type { FactTable } from "../fact-table.ts";

/** I-h: what all years together count is at least what this year counts, in each row. */
export function checkCumulative(table: FactTable): readonly Finding[] {
  return [...table.listRows("indicators")].flatMap(([row, subject]) => {
    const place = (name: string, column: string) => ({
      name,
      address: { table: "indicators" as const, row, column },
    });
    const finding = checkBound(
      {
        rule: "I-h",
        subject,
        part: place("本年度", "thisYear"),
        whole: place("历年累计", "cumulative"),
      },
      table,
    );
    return finding === null ? [] : [finding];
  });
}
