import type { Finding } from "../../corpus/finding.ts";
import type { Form } from "../../corpus/forms/form.ts";
import { checkDisputes } from "./check-disputes.ts";
import { checkIntake } from "./check-intake.ts";
import { checkOutcomes } from "./check-outcomes.ts";
import { checkRowTotals } from "./check-row-totals.ts";
import type { FactTable } from "./fact-table.ts";

/** A rule of arithmetic. `formula` and the explanations are what docs and pages show; `check` gives its findings. */
export interface AuditRule {
  readonly code: string;
  readonly title: string;
  readonly formula: string;
  readonly zh: string;
  readonly en: string;
  readonly check: (table: FactTable, form: Form | null) => readonly Finding[];
}

/** Every rule, in the order in which findings are listed. `docs/audits.md` is held to this list. */
export const auditRules: readonly AuditRule[] = [
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
    zh: "表三每一列：（一）至（六）各项之和等于（七）总计。表中多印的行（键名未列入格式的）也计入。",
    en: "Table 3, each column: the outcomes (一) to (六) add up to (七) the total. Rows that the form does not know but the table prints are counted too.",
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
];
