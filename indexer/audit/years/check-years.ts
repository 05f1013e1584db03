import type { TableKey } from "../../../corpus/fact.ts";
import type { Finding } from "../../../corpus/finding.ts";
import type { YearPair } from "../audit-rule.ts";
import { requestsColumns } from "../requests-columns.ts";
import { type Carry, checkCarry, type YearTerm } from "./check-carry.ts";

/** what was left over at the end of the year before is what was carried over into this one, in each column. */
export function checkCarriedRequests(pair: YearPair, gap: string | null): readonly Finding[] {
  if (!pair.after.hasTable("requests")) return [];
  if (gap !== null) return [explain("X-1", "申请结转", gap)];
  if (!pair.before.hasTable("requests")) {
    return [explain("X-1", "申请结转", "上一年的报告没有申请情况表")];
  }
  return listFindings(
    requestsColumns.map(({ key: column, label: subject }) => ({
      rule: "X-1",
      subject,
      terms: [place("requests", "carriedForward", { name: "结转下年度", column, before: true })],
      result: place("requests", "carriedOver", { name: "上年结转", column }),
    })),
    pair,
  );
}

const stocks = [
  { row: "rules", label: "规章" },
  { row: "normativeDocuments", label: "行政规范性文件" },
];

/** what is in force is what was in force a year before, with what was made and without what was repealed. */
export function checkStock(pair: YearPair, gap: string | null): readonly Finding[] {
  const { previous, current } = pair;
  if (current.form !== "2021" || previous.form === "2019") return [];
  if (gap !== null) return [explain("X-2", "现行有效件数", gap)];
  if (previous.form !== "2021") {
    return [explain("X-2", "现行有效件数", "上一年的报告不是 2021 年格式")];
  }
  return listFindings(
    stocks.map(({ row, label: subject }) => ({
      rule: "X-2",
      subject,
      terms: [
        place("disclosure", row, { name: "现行有效", column: "effective", before: true }),
        place("disclosure", row, { name: "制发", column: "made" }),
        place("disclosure", row, { name: "废止", column: "repealed", sign: -1 }),
      ],
      result: place("disclosure", row, { name: "现行有效", column: "effective" }),
    })),
    pair,
  );
}

/** items that form 2019 counts at the end of last year are those of the year before with their change. */
export function checkItems(pair: YearPair, gap: string | null): readonly Finding[] {
  const { previous, current } = pair;
  if (current.form !== "2019") return [];
  if (gap !== null) return [explain("X-3", "上一年项目数量", gap)];
  if (previous.form !== "2019") {
    return [explain("X-3", "上一年项目数量", "上一年的报告不是 2019 年格式")];
  }
  const rows = pair.after
    .listFacts("disclosure")
    .filter(({ column }) => column === "previousItems");
  return listFindings(
    rows.map(({ row, label: subject }) => ({
      rule: "X-3",
      subject,
      terms: [
        place("disclosure", row, { name: "上一年项目数量", column: "previousItems", before: true }),
        place("disclosure", row, { name: "本年增/减", column: "change", before: true }),
      ],
      result: place("disclosure", row, { name: "上一年项目数量", column: "previousItems" }),
    })),
    pair,
  );
}

/** between form 2019 and form 2021 only the requests go on; 对外公开总数量 is not 现行有效件数. */
export function checkFormChange({ previous, current }: YearPair): readonly Finding[] {
  if (previous.form !== "2019" || current.form !== "2021") return [];
  return [
    explain(
      "X-4",
      "规章、规范性文件",
      "对外公开总数量（2019 年格式）与现行有效件数（2021 年格式）不是一回事",
    ),
  ];
}

/** the sum of all years is that of the year before with this year, in each row. */
export function checkRunningTotal(pair: YearPair, gap: string | null): readonly Finding[] {
  const rows = pair.after.listFacts("indicators").filter(({ column }) => column === "cumulative");
  if (rows.length === 0) return [];
  if (gap !== null) return [explain("X-5", "历年累计", gap)];
  if (pair.previous.form !== pair.current.form) {
    return [explain("X-5", "历年累计", "上一年的报告不是同一种格式")];
  }
  return listFindings(
    rows.map(({ row, label: subject }) => ({
      rule: "X-5",
      subject,
      terms: [
        place("indicators", row, { name: "历年累计", column: "cumulative", before: true }),
        place("indicators", row, { name: "本年度", column: "thisYear" }),
      ],
      result: place("indicators", row, { name: "历年累计", column: "cumulative" }),
    })),
    pair,
  );
}

type Cell = Omit<YearTerm, "address"> & { readonly column: string };

function place(table: TableKey, row: string, { column, ...term }: Cell): YearTerm {
  return { ...term, address: { table, row, column } };
}

function listFindings(carries: readonly Carry[], pair: YearPair): readonly Finding[] {
  return carries.flatMap((carry) => checkCarry(carry, pair) ?? []);
}

function explain(rule: string, subject: string, why: string): Finding {
  return {
    rule,
    verdict: "cannotTell",
    message: `${subject}：${why}，无法判断`,
    expected: null,
    actual: null,
    facts: [],
  };
}
