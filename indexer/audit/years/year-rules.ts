import type { YearRule } from "../audit-rule.ts";
import {
  checkCarriedRequests,
  checkFormChange,
  checkItems,
  checkRunningTotal,
  checkStock,
} from "./check-years.ts";

/** Rules about a report and that of the same body for the year before. */
export const yearRules: readonly YearRule[] = [
  {
    code: "X-1",
    title: "申请结转跨年衔接",
    formula: "carriedForward(Y−1) = carriedOver(Y)",
    zh: "表三每一列：上一年结转下年度继续办理，等于本年的上年结转。2019 年与 2021 年格式之间也成立。",
    en: "Table 3, each column: what was carried forward a year before is what this year carries over. It holds between forms 2019 and 2021 too.",
    check: checkCarriedRequests,
  },
  {
    code: "X-2",
    title: "现行有效件数跨年衔接",
    formula: "effective(Y) = effective(Y−1) + made(Y) − repealed(Y)",
    zh: "2021 年格式表二规章、行政规范性文件每一行：现行有效等于上一年现行有效加本年制发减本年废止。",
    en: "Table 2 of form 2021, each row: in force is what was in force a year before, with what was made and without what was repealed.",
    check: checkStock,
  },
  {
    code: "X-3",
    title: "项目数量跨年衔接",
    formula: "previousItems(Y) = previousItems(Y−1) + change(Y−1)",
    zh: "2019 年格式表二每一行：上一年项目数量，等于上一年报告的上一年项目数量加其本年增/减。",
    en: "Table 2 of form 2019, each row: the items of last year are those of the year before with their change.",
    check: checkItems,
  },
  {
    code: "X-4",
    title: "格式更替",
    formula: "totalPublished(Y−1) ≠ effective(Y)",
    zh: "上一年是 2019 年格式、本年是 2021 年格式：只有申请结转可以衔接，对外公开总数量与现行有效件数不可比。这条只会无法判断。",
    en: "From form 2019 to form 2021 only the requests go on: 对外公开总数量 and 现行有效件数 cannot be compared. This rule only says that it cannot be told.",
    check: checkFormChange,
  },
  {
    code: "X-5",
    title: "历年累计跨年衔接",
    formula: "cumulative(Y) = cumulative(Y−1) + thisYear(Y)",
    zh: "2008 年格式每一行：历年累计等于上一年的历年累计加本年度。",
    en: "Indicator table of 2008, each row: the sum of all years is that of the year before with this year.",
    check: checkRunningTotal,
  },
];
