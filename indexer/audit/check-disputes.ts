import type { Finding } from "../../corpus/finding.ts";
import { disputesTable } from "../../corpus/forms/disputes-table.ts";
import { checkEquation } from "./equation.ts";
import type { FactTable } from "./fact-table.ts";

/** T4-a: results of reviews and lawsuits add up to the total, in each of the three groups. */
export function checkDisputes(table: FactTable): readonly Finding[] {
  if (!table.hasTable("disputes")) return [];
  return disputesTable.blocks.flatMap(({ rows, columns }) =>
    rows.map(({ key: row, label: subject }) => {
      const terms = columns.map(({ key: column, label: name }) => ({
        name,
        address: { table: "disputes" as const, row, column },
      }));
      const isTotal = ({ address }: (typeof terms)[number]) => address.column === "total";
      return checkEquation(
        {
          rule: "T4-a",
          subject,
          left: terms.filter((term) => !isTotal(term)),
          right: terms.filter(isTotal),
        },
        table,
      );
    }),
  );
}
