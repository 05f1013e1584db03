import type { FactAddress } from "../fact-table.ts";
import type { MeasureKey } from "./claim.ts";

/**
 * What a claim is held against. Each way is a list of cells that are summed; a row that ends in `.*` is all rows of
 * its group. The first way that the report prints is what is expected, the others are lawful too.
 */
export interface Measure {
  readonly rule: string;
  readonly name: string;
  readonly ways: readonly (readonly FactAddress[])[];
}

const request = (row: string): FactAddress => ({ table: "requests", row, column: "total" });
const dispute = (row: string, column = "total"): FactAddress => ({
  table: "disputes",
  row,
  column,
});
const work = (row: string, column: string): FactAddress => ({ table: "disclosure", row, column });

/** The row of an indicator table, of this year in the forms of 2008, of the year in that of 2014. */
function indicator(row: string): readonly (readonly FactAddress[])[] {
  return ["thisYear", "value"].map((column) => [{ table: "indicators", row, column }]);
}

const direct = "litigationDirect";
const later = "litigationAfterReview";
const intake = [request("newReceived"), request("carriedOver")];

function litigation(column: string): readonly (readonly FactAddress[])[] {
  return [[dispute(direct, column), dispute(later, column)]];
}

/** Every measure of `measureKeys`. */
export const measures: Readonly<Record<MeasureKey, Measure>> = {
  received: {
    rule: "P-a",
    name: "收到申请",
    ways: [[request("newReceived")], intake, ...indicator("received")],
  },
  newReceived: { rule: "P-a", name: "新收申请", ways: [[request("newReceived")]] },
  processed: {
    rule: "P-c",
    name: "办理申请",
    ways: [[request("resultTotal")], intake, [request("newReceived")], ...indicator("answered")],
  },
  carriedOver: { rule: "P-b", name: "上年结转", ways: [[request("carriedOver")]] },
  concluded: {
    rule: "P-c",
    name: "办结申请",
    ways: [[request("resultTotal")], ...indicator("concluded")],
  },
  answered: {
    rule: "P-c",
    name: "答复申请",
    ways: [[request("resultTotal")], ...indicator("answered")],
  },
  carriedForward: { rule: "P-d", name: "结转下年", ways: [[request("carriedForward")]] },
  granted: {
    rule: "P-e",
    name: "予以公开",
    ways: [[request("granted")], ...indicator("answered.granted")],
  },
  partial: {
    rule: "P-e",
    name: "部分公开",
    ways: [[request("partial")], ...indicator("answered.partial")],
  },
  denied: {
    rule: "P-e",
    name: "不予公开",
    ways: [[request("denied.*")], ...indicator("answered.denied")],
  },
  unable: { rule: "P-e", name: "无法提供", ways: [[request("unable.*")]] },
  refused: { rule: "P-e", name: "不予处理", ways: [[request("refused.*")]] },
  otherOutcome: { rule: "P-e", name: "其他处理", ways: [[request("other.*")], [request("other")]] },
  review: { rule: "P-f", name: "行政复议", ways: [[dispute("review")], ...indicator("review")] },
  "review.upheld": { rule: "P-f", name: "行政复议结果维持", ways: [[dispute("review", "upheld")]] },
  "review.corrected": {
    rule: "P-f",
    name: "行政复议结果纠正",
    ways: [[dispute("review", "corrected")]],
  },
  "review.otherResult": {
    rule: "P-f",
    name: "行政复议其他结果",
    ways: [[dispute("review", "otherResult")]],
  },
  "review.pending": {
    rule: "P-f",
    name: "行政复议尚未审结",
    ways: [[dispute("review", "pending")]],
  },
  litigation: {
    rule: "P-g",
    name: "行政诉讼",
    ways: [...litigation("total"), ...indicator("litigation")],
  },
  "litigation.upheld": { rule: "P-g", name: "行政诉讼结果维持", ways: litigation("upheld") },
  "litigation.corrected": { rule: "P-g", name: "行政诉讼结果纠正", ways: litigation("corrected") },
  "litigation.otherResult": {
    rule: "P-g",
    name: "行政诉讼其他结果",
    ways: litigation("otherResult"),
  },
  "litigation.pending": { rule: "P-g", name: "行政诉讼尚未审结", ways: litigation("pending") },
  litigationDirect: { rule: "P-g", name: "未经复议直接起诉", ways: [[dispute(direct)]] },
  litigationAfterReview: { rule: "P-g", name: "复议后起诉", ways: [[dispute(later)]] },
  "rules.made": {
    rule: "P-h",
    name: "制发规章",
    ways: [[work("rules", "made")], [work("rules", "newlyMade")]],
  },
  "rules.repealed": { rule: "P-h", name: "废止规章", ways: [[work("rules", "repealed")]] },
  "rules.effective": { rule: "P-h", name: "现行有效规章", ways: [[work("rules", "effective")]] },
  "documents.made": {
    rule: "P-h",
    name: "制发规范性文件",
    ways: [[work("normativeDocuments", "made")], [work("normativeDocuments", "newlyMade")]],
  },
  "documents.repealed": {
    rule: "P-h",
    name: "废止规范性文件",
    ways: [[work("normativeDocuments", "repealed")]],
  },
  "documents.effective": {
    rule: "P-h",
    name: "现行有效规范性文件",
    ways: [[work("normativeDocuments", "effective")]],
  },
  permits: { rule: "P-i", name: "行政许可", ways: [[work("permits", "decisions")]] },
  penalties: { rule: "P-i", name: "行政处罚", ways: [[work("penalties", "decisions")]] },
  coercion: { rule: "P-i", name: "行政强制", ways: [[work("coercion", "decisions")]] },
  published: { rule: "P-j", name: "主动公开信息", ways: indicator("published") },
};
