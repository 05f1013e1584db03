import { buildFactKey, type TableKey, type UnplacedFact } from "../../corpus/fact.ts";
import type { Finding } from "../../corpus/finding.ts";
import type { FormColumn } from "../../corpus/forms/form.ts";
import { forms } from "../../corpus/forms/forms.ts";
import type { FactTable } from "./fact-table.ts";

const tables: Readonly<Record<TableKey, string>> = {
  disclosure: "主动公开政府信息情况表",
  requests: "政府信息公开申请情况表",
  disputes: "行政复议、行政诉讼情况表",
  indicators: "政府信息公开情况统计表",
};

/** Columns that may hold a minus or a fraction, in any form. */
const special: ReadonlyMap<string, FormColumn> = new Map(
  forms.flatMap(({ tables }) =>
    tables.flatMap(({ key, blocks }) =>
      blocks.flatMap(({ columns }) =>
        columns
          .filter(({ signed, decimal }) => signed === true || decimal === true)
          .map((column) => [`${key}.${column.key}`, column] as const),
      ),
    ),
  ),
);

/** Rows that count money in some form, and so the rows below them. */
const money: readonly string[] = forms.flatMap(({ tables }) =>
  tables.flatMap(({ key, blocks }) =>
    blocks.flatMap(({ rows }) =>
      rows.filter(({ unit }) => unit?.endsWith("元") === true).map((row) => `${key}.${row.key}`),
    ),
  ),
);

/** T2-b: counts are whole numbers from 0 on. One finding per table where all are; one per cell that is not. */
export function checkCounts(table: FactTable): readonly Finding[] {
  return (Object.keys(tables) as TableKey[])
    .filter((key) => table.hasTable(key))
    .flatMap((key) => checkTable(tables[key], table.listFacts(key)));
}

function checkTable(name: string, facts: readonly UnplacedFact[]): readonly Finding[] {
  const wrong = facts.flatMap((fact) => {
    const fault = findFault(fact);
    return fault === null ? [] : [buildFault(name, fact, fault)];
  });
  if (wrong.length > 0) return wrong;
  const blank = facts.filter(({ value }) => value === null).length;
  const rest = blank === 0 ? "都合理，相符" : `${blank} 个空白或不清楚，无法判断`;
  return [
    {
      rule: "T2-b",
      verdict: blank === 0 ? "holds" : "cannotTell",
      message: `${name}：共 ${facts.length} 个数，${rest}`,
      expected: null,
      actual: null,
      facts: facts.map(buildFactKey),
    },
  ];
}

function findFault({ table, row, column, value, unit }: UnplacedFact): string | null {
  if (value === null) return null;
  const rules = special.get(`${table}.${column}`);
  if (value < 0 && rules?.signed !== true) return "不应是负数";
  const key = `${table}.${row}`;
  const isMoney =
    rules?.decimal === true ||
    (unit ?? "").endsWith("元") ||
    money.some((one) => key === one || key.startsWith(`${one}.`));
  return Number.isInteger(value) || isMoney ? null : "应是整数";
}

function buildFault(name: string, fact: UnplacedFact, fault: string): Finding {
  return {
    rule: "T2-b",
    verdict: "fails",
    message: `${name}：${fact.label}一行有 ${fact.value}，${fault}，不符`,
    expected: null,
    actual: fact.value,
    facts: [buildFactKey(fact)],
  };
}
