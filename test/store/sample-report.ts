import type { Capture } from "../../corpus/capture.ts";
import type { Division } from "../../corpus/division.ts";
import { noDates } from "../../corpus/report-dates.ts";
import type { ReadableReport, ReportToSave } from "../../corpus/store/report-to-save.ts";

const divisions: readonly Division[] = [
  { code: "99", name: "云陵省", parent: null, level: "province" },
  { code: "9901", name: "澜川市", parent: "99", level: "city" },
  { code: "990121", name: "青山县", parent: "9901", level: "county" },
  { code: "990121101", name: "清溪镇", parent: "990121", level: "township" },
];

const extraction: ReadableReport = {
  title: "清溪镇2023年政府信息公开工作年度报告",
  agency: { name: "清溪镇人民政府", printed: "青山县清溪镇", kind: "government" },
  division: { code: "990121101", path: ["云陵省", "澜川市", "青山县", "清溪镇"] },
  divisionEvidence: { confidence: 1, evidence: ["青山县清溪镇"] },
  level: "township",
  year: 2023,
  form: "2021",
  published: "2024-01-18",
  indexNumber: null,
  documentNumber: null,
  preamble: "根据条例编制。",
  sections: [
    { kind: "overview", heading: "一、总体情况", text: "全年主动公开信息 58 条。" },
    { kind: "disclosure", heading: "二、主动公开政府信息情况", text: "行政处罚  75" },
  ],
  facts: [
    {
      table: "disclosure",
      row: "penalties",
      column: "decisions",
      value: 75,
      raw: "75",
      unit: "件",
      label: "行政处罚",
      at: { in: "text", table: 0, row: 9, column: 1, start: 120, end: 122 },
    },
    {
      table: "disclosure",
      row: "fees",
      column: "amount",
      value: null,
      raw: "—",
      unit: "万元",
      label: "行政事业性收费",
      at: { in: "html", table: 0, row: 12, column: 1, selector: "table:nth-of-type(1) td" },
    },
  ],
  findings: [
    {
      rule: "T3-a",
      verdict: "cannotTell",
      message: "总计栏空白，无法核对。",
      expected: null,
      actual: 2.5,
      facts: ["requests.newReceived.total"],
    },
    {
      rule: "P-i",
      verdict: "fails",
      message: "正文写行政处罚 58 件，表中 75 件，不符",
      expected: 75,
      actual: 58,
      facts: ["disclosure.penalties.decisions"],
      quote: { section: 1, start: 0, end: 14, text: "全年主动公开信息 58 条。" },
    },
  ],
  dates: { ...noDates, claimed: "2024-01-18", signed: "2024-01-15" },
  attachments: [
    { address: "http://x.example/a.pdf", name: "附表", kind: "file", mediaType: "application/pdf" },
  ],
  warnings: ["表三缺少总计"],
};

const capture: Capture = {
  digest: "a".repeat(64),
  address: null,
  file: "qingxi-2023.html",
  capturedAt: "2024-02-01T00:00:00.000Z",
  status: null,
  headers: null,
  mediaType: "text/html",
  charset: "utf-8",
  bytes: 1234,
};

/** A small fictional report with the changes that a test needs. */
export function buildSampleReport(
  changes: {
    readonly extraction?: Partial<ReadableReport>;
    readonly capture?: Partial<Capture>;
    readonly divisions?: readonly Division[];
  } = {},
): ReportToSave {
  return {
    capture: { ...capture, ...changes.capture },
    extraction: { ...extraction, ...changes.extraction },
    divisions: changes.divisions ?? divisions,
    extractedAt: "2024-02-01T00:00:01.000Z",
    demo: false,
  };
}
