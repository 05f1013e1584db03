import type { Cell, RawTable } from "./cell.ts";

const yearColumn = /^(20\d{2})\s{0,2}年?\s{0,2}度?/u;
const ofAllYears = /累计|历年|以来|至今/u;

/**
 * A sentence for each year, other than that of the report, that heads the column of the year in a table of indicators.
 * A table that prints the report's year too compares years.
 */
export function describeColumnYears(
  tables: readonly RawTable[],
  year: number | null,
): readonly string[] {
  if (year === null) return [];
  const others = tables.flatMap(({ rows }) => {
    const years = rows.flat().flatMap((cell) => readColumnYear(cell) ?? []);
    return years.includes(year) ? [] : years;
  });
  return [...new Set(others)].map(
    (other) => `统计表的表头写的是${other}年，报告年度却是${year}年，请核对。`,
  );
}

function readColumnYear({ text, label }: Cell): number | null {
  const isOfYear = label?.entries.some(
    ({ table, role, key }) =>
      table === "indicators" && role === "column" && (key === "thisYear" || key === "value"),
  );
  const match = isOfYear && !ofAllYears.test(text) ? yearColumn.exec(text.trim()) : null;
  return match ? Number(match[1]) : null;
}
