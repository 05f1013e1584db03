import { describe, expect, it } from "vitest";
import { form2014 } from "../../corpus/forms/form-2014.ts";
import { form2021 } from "../../corpus/forms/form-2021.ts";
import type { Finding } from "../../corpus/finding.ts";
import type { ReportToAudit } from "../../indexer/audit/audit-rule.ts";
import { auditFacts, auditReport } from "../../indexer/audit/main.ts";
import { buildFacts, buildReport, type Values } from "./build-report.ts";

const values: Values = {
  "newReceived.total": 12,
  "resultTotal.total": 12,
  "granted.total": 12,
  "normativeDocuments.made": 2,
  "normativeDocuments.effective": 16,
  "permits.decisions": 140,
};
const county: Partial<ReportToAudit> = {
  agency: { name: "云岫县人民政府", kind: "government" },
  level: "county",
};
const bureau: Partial<ReportToAudit> = {
  agency: { name: "云岫县林业局", kind: "department" },
  level: "county",
};

function listProse(text: string, changes: Partial<ReportToAudit> = {}): readonly Finding[] {
  const findings = auditReport(buildReport({ values, text, ...changes }));
  return findings.filter(({ rule }) => rule.startsWith("P-"));
}

const readVerdicts = (text: string, changes: Partial<ReportToAudit> = {}): readonly string[] =>
  listProse(text, changes).map(({ verdict }) => verdict);

describe("numbers of several years", () => {
  it.each([
    ["近三年累计收到政府信息公开申请35件。"],
    ["近年来，我镇受理政府信息公开申请41件，均按期答复。"],
    ["最近五年我镇累计答复政府信息公开申请56件。"],
    ["四年来共办结政府信息公开申请47件。"],
    ["自新条例修订以来，累计受理政府信息公开申请310件。"],
    ["建镇以来，共收到政府信息公开申请77件。"],
    ["2019年至2024年，共受理政府信息公开申请98件。"],
    ["2022-2024年共收到政府信息公开申请98件。"],
    ["2020年至今，我镇收到政府信息公开申请64件。"],
    ["“十四五”期间，共受理政府信息公开申请88件。"],
    ["本届政府任期内收到政府信息公开申请88件。"],
    ["累计制发规范性文件230件。"],
    ["截至2024年底，累计制发规范性文件230件。"],
    ["近三年未收到政府信息公开申请。"],
    ["近三年累计收到政府信息公开申请35件；答复申请34件。"],
    ["近三年共收到政府信息公开申请35件。其中，予以公开19件。"],
    ["2023年、2024年分别收到政府信息公开申请8件、15件。"],
  ])("%s is not compared", (text) => {
    expect(readVerdicts(text)).toEqual([]);
  });

  it.each([
    ["近年来，我镇健全公开制度，2024年收到政府信息公开申请11件。"],
    ["近三年累计收到政府信息公开申请35件，2024年收到政府信息公开申请11件。"],
    ["依申请公开方面，去年结转至今年的申请3件。"],
    ["2024年以来，我镇共收到政府信息公开申请11件。"],
    ["今年以来，我镇共收到政府信息公开申请11件。"],
    ["2024年，累计制发规范性文件3件。"],
    ["二〇二四年共收到政府信息公开申请11件。"],
    ["落实“十四五”规划，全年收到政府信息公开申请11件。"],
  ])("%s is compared", (text) => {
    expect(readVerdicts(text)).toContain("fails");
  });

  it("are doubted where a sum of years is only likely", () => {
    expect(readVerdicts("我镇累计收到政府信息公开申请35件。")).toEqual(["cannotTell"]);
    expect(readVerdicts("我镇累计收到政府信息公开申请12件。")).toEqual(["holds"]);
  });
});

describe("numbers of other bodies", () => {
  it.each([
    ["全县共收到政府信息公开申请66件。", {}],
    ["全县各级行政机关共收到政府信息公开申请66件，其中我镇12件。", {}],
    ["全市共收到政府信息公开申请66件。", county],
    ["全县共收到政府信息公开申请66件。", bureau],
    ["其中，县林业局收到政府信息公开申请4件。", county],
    ["全县依申请公开有序。青禾镇收到政府信息公开申请4件。", county],
    ["指导乡镇办理政府信息公开申请38件。", county],
    ["我县林业局收到政府信息公开申请4件，答复4件。", county, 2],
    ["县政府收到政府信息公开申请66件。", bureau],
    ["全县共收到政府信息公开申请66件。其中，予以公开41件。", {}, 2],
    ["青禾镇人民政府收到政府信息公开申请66件。", {}],
    ["31个部门共收到政府信息公开申请38件。", county],
  ])("%s cannot be told", (text, changes, count = 1) => {
    expect(readVerdicts(text, changes)).toEqual(Array.from({ length: count }, () => "cannotTell"));
  });

  it.each([
    ["部分部门全年未收到政府信息公开申请。"],
    ["个别单位未发生因政府信息公开引发的行政复议。"],
    ["其他乡镇未收到政府信息公开申请。"],
  ])("%s is no statement of 0", (text) => {
    const facts = buildFacts(form2021, { ...values, "review.total": 2 });
    expect(readVerdicts(text, { ...county, facts })).toEqual([]);
  });

  it("青禾镇未收到 says nothing sure of the county", () => {
    expect(readVerdicts("青禾镇未收到政府信息公开申请。", county)).toEqual(["cannotTell"]);
  });

  it.each([
    ["全镇共收到政府信息公开申请11件。", {}],
    ["清溪镇收到政府信息公开申请11件。", {}],
    ["2024年清溪镇人民政府收到政府信息公开申请11件。", {}],
    ["全县共收到政府信息公开申请11件。", county],
    ["县政府收到政府信息公开申请11件。", county],
    ["全县有66件，我局收到政府信息公开申请11件。", bureau],
    ["县林业局收到政府信息公开申请11件。", bureau],
    ["2024年度县林业局未收到政府信息公开申请。", bureau],
    ["今年我局收到政府信息公开申请11件。", bureau],
    ["2024年全局收到政府信息公开申请11件。", bureau],
    ["2024年县政府收到政府信息公开申请11件。", county],
    ["在全市率先推行集中公开，收到政府信息公开申请11件。", county],
    ["本单位收到政府信息公开申请11件。", bureau],
  ])("%s is of the body itself", (text, changes) => {
    expect(readVerdicts(text, changes)).toEqual(["fails"]);
  });
});

describe("numbers in several parts", () => {
  it.each([
    ["以县政府名义制发规范性文件1件，以县政府办名义制发1件。"],
    ["现行有效规范性文件16件（含以县政府办名义制发1件）。"],
    ["县政府制发规范性文件1件，另有县府办制发1件。"],
    ["办理行政许可61072件，其中公开140件。"],
  ])("%s never fails", (text) => {
    expect(readVerdicts(text, county)).not.toContain("fails");
  });

  it("that do not add up to the table fail", () => {
    expect(readVerdicts("制发规范性文件3件，另制发规范性文件4件。", county)).toEqual([
      "fails",
      "fails",
    ]);
    expect(readVerdicts("办理行政许可61072件，其中公开139件。", county)).toEqual(["fails"]);
  });
});

describe("rows that were not read", () => {
  const printed = new Set([
    "newReceived",
    "carriedOver",
    "granted",
    "resultTotal",
    "carriedForward",
  ]);
  const read = (numbers: Values) =>
    auditFacts(
      buildFacts(form2021, numbers).filter(({ row }) => printed.has(row)),
      null,
    ).filter(({ rule, message }) => rule === "T3-b" && message.startsWith("自然人"));

  it("may hold what the others lack", () => {
    const [finding] = read({ "granted.naturalPerson": 3, "resultTotal.naturalPerson": 8 });
    expect(finding?.verdict).toBe("cannotTell");
    expect(finding?.message).toContain("没有读到");
  });

  it("cannot make up for what the others have too much", () => {
    const [finding] = read({ "granted.naturalPerson": 9, "resultTotal.naturalPerson": 8 });
    expect(finding?.verdict).toBe("fails");
  });
});

describe("parts larger than their sum", () => {
  it.each([
    ["T3-b", { "granted.business": 8, "partial.business": null, "resultTotal.business": 6 }],
    ["T3-a", { "newReceived.business": 8, "carriedOver.business": null }],
    [
      "T3-a",
      { "newReceived.business": 1, "carriedForward.business": 4, "resultTotal.business": null },
    ],
    ["T4-a", { "review.upheld": 4, "review.pending": null, "review.total": 2 }],
  ] as const)("fail by %s though others are blank", (rule, numbers) => {
    const findings = auditFacts(buildFacts(form2021, numbers), form2021);
    const failed = findings.filter((one) => one.rule === rule && one.verdict === "fails");
    expect(failed).toHaveLength(1);
    expect(failed[0]?.message).toMatch(/大于.*，不符/u);
  });

  it.each([
    ["as large as the sum", { "review.upheld": 2, "review.pending": null, "review.total": 2 }],
    [
      "beside a minus",
      { "review.upheld": 4, "review.corrected": -3, "review.pending": null, "review.total": 2 },
    ],
    ["without a sum", { "review.upheld": 4, "review.total": null }],
  ])("%s cannot be told", (_, numbers) => {
    const findings = auditFacts(buildFacts(form2021, numbers), form2021);
    expect(findings.find(({ rule }) => rule === "T4-a")?.verdict).toBe("cannotTell");
  });
});

describe("money without a unit", () => {
  const read = (row: string) =>
    auditFacts(
      buildFacts(form2014, { [`${row}.value`]: 3.25 }).map((fact) => ({ ...fact, unit: null })),
      form2014,
    ).find(({ rule }) => rule === "T2-b");

  it.each([["fees.requests"], ["funds"]])("%s may have a fraction", (row) => {
    expect(read(row)?.verdict).toBe("holds");
  });

  it("is no licence for counts", () => {
    expect(read("staff")?.verdict).toBe("fails");
  });
});

describe("the opening of the first section", () => {
  it("from a year on names no year of the report", () => {
    const findings = auditReport(buildReport({ text: "2021年以来，我镇持续推进公开工作。" }));
    expect(findings.filter(({ rule }) => rule === "L-d")).toEqual([]);
  });
});
