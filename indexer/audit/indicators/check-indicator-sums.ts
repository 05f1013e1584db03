import { buildFactKey } from "../../../corpus/fact.ts";
import type { Finding } from "../../../corpus/finding.ts";
import { checkEquation, type Term } from "../equation.ts";
import type { FactTable } from "../fact-table.ts";
import { findSumParts, type IndicatorRow, type SumReading } from "./find-sum-parts.ts";

const columnNames: Readonly<Record<string, string>> = {
  thisYear: "本年度",
  cumulative: "历年累计",
  value: "统计数",
};

/** The sums of one rule, in each column that the total is printed in. */
export function checkIndicatorSums(rule: string, table: FactTable): readonly Finding[] {
  const rows = [...table.listRows("indicators")].map(([key, label]) => ({ key, label }));
  return findSumParts(rows, rule).flatMap((reading) =>
    listColumns(reading.total, table).map((column) => checkSum(reading, column, table)),
  );
}

function listColumns({ key }: IndicatorRow, table: FactTable): readonly string[] {
  return table
    .listFacts("indicators")
    .filter(({ row }) => row === key)
    .map(({ column }) => column);
}

function checkSum(reading: SumReading, column: string, table: FactTable): Finding {
  const place = ({ key: row, label: name }: IndicatorRow): Term => ({
    name,
    address: { table: "indicators", row, column },
  });
  const total = place(reading.total);
  const finding = checkEquation(
    {
      rule: reading.sum.rule,
      subject: `${reading.sum.name}（${columnNames[column] ?? column}）`,
      left: reading.parts.map(place),
      right: [total],
    },
    table,
  );
  return finding.verdict === "fails" ? weighFailure(finding, reading, { column, table }) : finding;
}

/** What does not add up is no failure where rows that nobody knows may count, or the kinds need not add up. */
function weighFailure(
  finding: Finding,
  { sum, total, parts, unknown }: SumReading,
  { column, table }: { readonly column: string; readonly table: FactTable },
): Finding {
  const explain = (why: string): Finding => ({
    ...finding,
    verdict: "cannotTell",
    message: `${finding.message.replace(/，不符$/u, "")}；${why}，无法判断`,
  });
  const whole = finding.expected ?? 0;
  const larger = parts.find(({ key: row }) => {
    const value = table.find({ table: "indicators", row, column })?.value ?? 0;
    return value > whole;
  });
  if (larger !== undefined) {
    const facts = [larger, total].map(({ key: row }) =>
      buildFactKey({ table: "indicators", row, column }),
    );
    const message = finding.message.replace(/，不符$/u, "");
    return { ...finding, message: `${message}，${larger.label}大于${total.label}，不符`, facts };
  }
  if (sum.isOpen === true) return explain("同一信息可能由几种渠道公开，也可能另有渠道");
  const names = unknown.map(({ label }) => label).join("、");
  return unknown.length > 0 ? explain(`表中另有“${names}”`) : finding;
}
