import type { Report } from "../../corpus/report.ts";
import { buildCapture, buildFacts, countyReport, pickRegions } from "./fixture-report.ts";

const townReports = [2020, 2021, 2022, 2023].map((year): Report => ({
  ...countyReport,
  id: `980102101-77aa00bb-${year}`,
  agencyId: "980102101-77aa00bb",
  agency: "白石镇人民政府",
  printedAgency: "白石镇人民政府",
  regions: pickRegions("980102101"),
  level: "township",
  year,
  title: `白石镇${year}年政府信息公开工作年度报告`,
  form: year < 2021 ? "2019" : "2021",
  published: null,
  indexNumber: null,
  documentNumber: null,
  sections: countyReport.sections.slice(0, 4),
  facts: buildFacts(year < 2021 ? "2019" : "2021", { "amount.procurement": null }),
  findings: [],
  warnings: [],
  capture: buildCapture("c", null),
  versions: [
    { capture: buildCapture("c", null), extractedAt: "2025-03-02T02:16:00.000Z", current: true },
  ],
}));

const bureauReport: Report = {
  ...countyReport,
  id: "980203-5e5e5e5e-2017",
  agencyId: "980203-5e5e5e5e",
  agency: "云岭区教育局",
  printedAgency: "云岭区教育局",
  kind: "department",
  regions: pickRegions("980203"),
  year: 2017,
  title: "云岭区教育局2017年政府信息公开工作年度报告",
  form: "2008",
  sections: [
    ...countyReport.sections.slice(0, 2),
    { kind: "appendix", heading: "附件", text: "指标名称  计量单位  2017年度  历年累计" },
  ],
  facts: buildFacts("2008", { "published.thisYear": 86, "published.cumulative": 1204 }),
  findings: [],
};

/** All reports of the fixtures. */
export const reports: readonly Report[] = [countyReport, ...townReports, bureauReport];
