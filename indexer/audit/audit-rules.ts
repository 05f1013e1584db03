import type { AuditRule, ReportRule, TableRule, YearRule } from "./audit-rule.ts";
import { checkCounts } from "./check-counts.ts";
import { checkDisputes } from "./check-disputes.ts";
import { checkIntake } from "./check-intake.ts";
import { checkOutcomes } from "./check-outcomes.ts";
import { checkPublished } from "./check-published.ts";
import { checkRowTotals } from "./check-row-totals.ts";
import { indicatorRules } from "./indicators/indicator-rules.ts";
import { plausibilityRules } from "./plausibility/plausibility-rules.ts";
import { proseRules } from "./prose/prose-rules.ts";
import { yearRules as rulesOfYears } from "./years/year-rules.ts";

/** Rules about the numbers of one report. */
export const tableRules: readonly TableRule[] = [
  {
    code: "T2-a",
    title: "新公开不多于对外公开总数",
    formula: "newlyPublished ≤ totalPublished",
    zh: "2019 年格式表二规章、规范性文件两行：本年新公开数量不大于对外公开总数量。",
    en: "Table 2 of form 2019, the rows of 规章 and 规范性文件: what was newly published is not more than all that is published.",
    check: checkPublished,
  },
  {
    code: "T2-b",
    title: "数量是不小于 0 的整数",
    formula: "count ∈ {0, 1, 2, …}",
    zh: "各表：数量都是不小于 0 的整数；2019 年格式的“本年增/减”可以是负数，金额（按单位或按格式的指标）可以有小数。",
    en: "Every table: counts are whole numbers from 0 on. The change of items in form 2019 may be negative, amounts of money, by their unit or by the row of the form, may have a fraction.",
    check: checkCounts,
  },
  {
    code: "T3-a",
    title: "收件与办理相抵",
    formula: "newReceived + carriedOver = resultTotal + carriedForward",
    zh: "表三每一列：本年新收加上年结转，等于办理结果总计加结转下年度继续办理。表头左上角印有这条勾稽关系。",
    en: "Table 3, each column: received this year plus carried over equals the total of outcomes plus carried forward. The form prints this rule in its corner cell.",
    check: checkIntake,
  },
  {
    code: "T3-b",
    title: "办理结果分项之和",
    formula: "granted + partial + denied.* + unable.* + refused.* + other.* = resultTotal",
    zh: "表三每一列：（一）至（六）各项之和等于（七）总计。表中多印的行（键名未列入格式的）也计入。格式不明、有的行没有读到的，各项之和少于总计时无法判断。",
    en: "Table 3, each column: the outcomes (一) to (六) add up to (七) the total. Rows that the form does not know but the table prints are counted too. Where the form is unknown and rows were not read, a sum below the total cannot be told.",
    check: checkOutcomes,
  },
  {
    code: "T3-c",
    title: "申请人分列之和",
    formula: "naturalPerson + business + research + nonprofit + legalService + other = total",
    zh: "表三每一行：自然人与五类法人或其他组织之和等于总计。总计空白的行无法判断。",
    en: "Table 3, each row: natural persons and the five kinds of organisations add up to the total. A row whose total is blank cannot be told.",
    check: checkRowTotals,
  },
  {
    code: "T4-a",
    title: "复议诉讼结果之和",
    formula: "upheld + corrected + otherResult + pending = total",
    zh: "表四行政复议、未经复议直接起诉、复议后起诉三组：结果维持、结果纠正、其他结果、尚未审结之和等于总计。",
    en: "Table 4, each of its three groups: upheld, corrected, other results and pending add up to the total.",
    check: checkDisputes,
  },
  ...indicatorRules,
];

/** Rules about one report that look at more than its tables. */
export const reportRules: readonly ReportRule[] = [...proseRules, ...plausibilityRules];

/** Rules about a report and that of the year before. */
export const yearRules: readonly YearRule[] = rulesOfYears;

/** Every rule, in the order in which findings are listed. `docs/audits.md` is held to this list. */
export const auditRules: readonly AuditRule[] = [...tableRules, ...reportRules, ...yearRules];
