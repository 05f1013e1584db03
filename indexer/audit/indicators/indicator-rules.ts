import type { TableRule } from "../audit-rule.ts";
import { checkCumulative } from "./check-cumulative.ts";
import { checkIndicatorSums } from "./check-indicator-sums.ts";

type Row = Omit<TableRule, "check">;

const sums: readonly Row[] = [
  {
    code: "I-a",
    title: "主动公开分项",
    formula: "published ≥ published.*",
    zh: "统计指标表：任何一种渠道公开的数量不大于主动公开信息数。各渠道之和与总数不等时无法判断：同一信息可以由几种渠道公开，也可以有表中没有列出的渠道。",
    en: "Indicator tables: no channel publishes more than the total. A sum of channels that differs from the total cannot be told: an item may be published through several channels, or through one that is not listed.",
  },
  {
    code: "I-b",
    title: "申请渠道之和",
    formula: "received.* = received",
    zh: "统计指标表：当面、传真、电子邮件、网上、信函等渠道的申请数之和等于收到（受理）申请总数。",
    en: "Indicator tables: requests by channel (in person, fax, e-mail, online, letter, others) add up to the requests received.",
  },
  {
    code: "I-c",
    title: "按时与延期办结之和",
    formula: "onTime + extended = concluded",
    zh: "2014 年统计表：按时办结数与延期办结数之和等于申请办结数。",
    en: "Indicator table of 2014: requests concluded in time and after an extension add up to the requests concluded.",
  },
  {
    code: "I-d",
    title: "各类答复之和",
    formula: "answered.* = answered",
    zh: "统计指标表：同意公开、同意部分公开、不予公开（否决公开）及其他各类答复之和等于答复总数。列在不予公开之前的信息不存在、非本机关职权等计入答复总数，列在其后的是不予公开的原因，不重复计算。",
    en: "Indicator tables: answers by kind add up to all answers. Kinds such as 信息不存在 count here where they stand above the refusals; below them they are reasons for a refusal.",
  },
  {
    code: "I-e",
    title: "不予公开原因之和",
    formula: "denied.* = denied",
    zh: "统计指标表：不予公开（否决公开、不同意公开）的各项原因之和等于其总数。",
    en: "Indicator tables: the reasons for refusals add up to the refusals.",
  },
  {
    code: "I-f",
    title: "复议、诉讼结果之和",
    formula: "upheld + corrected + otherResult = total",
    zh: "2014 年统计表：行政复议、行政诉讼的维持、被依法纠错、其他情形之和等于各自的数量。",
    en: "Indicator table of 2014: results of reviews and of lawsuits (upheld, corrected, others) add up to their totals.",
  },
  {
    code: "I-g",
    title: "专职与兼职人员之和",
    formula: "fullTime + partTime = staff",
    zh: "2014 年统计表：专职人员数与兼职人员数之和等于工作人员数。",
    en: "Indicator table of 2014: full-time and part-time staff add up to the staff.",
  },
];

/** Rules about the indicator tables of the forms before 2019. */
export const indicatorRules: readonly TableRule[] = [
  ...sums.map((row) => ({
    ...row,
    check: (table: Parameters<TableRule["check"]>[0]) => checkIndicatorSums(row.code, table),
  })),
  {
    code: "I-h",
    title: "历年累计不少于本年",
    formula: "cumulative ≥ thisYear",
    zh: "2008 年格式每一行：历年累计不小于本年度。",
    en: "Indicator table of 2008, each row: the sum of all years is at least the number of this year.",
    check: checkCumulative,
  },
];
