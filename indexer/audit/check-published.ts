import type { Finding } from "../../corpus/finding.ts";
import { checkBound } from "./bound.ts";
import type { FactTable } from "./fact-table.ts";

/** T2-a: what form 2019 counts as newly published is part of all that is published. */
export function checkPublished(table: FactTable): readonly Finding[] {
  return [...table.listRows("disclosure")].flatMap(([row, subject]) => {
    const place = (name: string, column: string) => ({
      name,
      address: { table: "disclosure" as const, row, column },
    });
    const finding = checkBound(
      {
        rule: "T2-a",
        subject,
        part: place("本年新公开数量", "newlyPublished"),
        whole: place("对外公开总数量", "totalPublished"),
      },
      table,
    );
    return finding === null ? [] : [finding];
  });
}
