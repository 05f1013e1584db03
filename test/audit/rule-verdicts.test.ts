import { describe, expect, it } from "vitest";
import { findingSchema, verdicts } from "../../corpus/finding.ts";
import { form2019 } from "../../corpus/forms/form-2019.ts";
import { auditRules } from "../../indexer/audit/audit-rules.ts";
import { auditReport } from "../../indexer/audit/main.ts";
import { buildReport } from "./build-report.ts";
import { indicatorCases } from "./cases/indicator-cases.ts";
import { plausibilityCases } from "./cases/plausibility-cases.ts";
import { outcome, proseCases } from "./cases/prose-cases.ts";
import { tableCases } from "./cases/table-cases.ts";
import { yearCases, years } from "./cases/year-cases.ts";

const cases = [...tableCases, ...indicatorCases, ...proseCases, ...plausibilityCases, ...yearCases];

describe("every rule", () => {
  it.each(cases.map((one) => [one.rule, one.verdict, one.words, one] as const))(
    "%s %s: %s",
    (...[rule, verdict, words, { run }]) => {
      const findings = run();
      for (const finding of findings) expect(findingSchema.parse(finding)).toEqual(finding);
      const messages = findings.filter(
        (finding) => finding.rule === rule && finding.verdict === verdict,
      );
      expect(messages.map(({ message }) => message).join("\n")).toContain(words);
    },
  );

  it("is shown with each verdict that it can give", () => {
    const shown = new Set(cases.map(({ rule, verdict }) => `${rule} ${verdict}`));
    const possible = auditRules.flatMap(({ code }) =>
      verdicts.map((verdict) => `${code} ${verdict}`),
    );
    const never = ["X-4 holds", "X-4 fails"];
    expect(possible.filter((one) => !shown.has(one))).toEqual(never);
  });

  it("about stocks never holds between forms, and about years never where one is missing", () => {
    const changed = years({ before: { year: 2020, form: form2019 }, after: { year: 2021 } });
    expect(changed.filter(({ rule }) => rule === "X-2" || rule === "X-3")).toEqual([]);
    for (const before of [{ year: 2022 }, { agencyId: "1" }, { year: 2025 }]) {
      expect(new Set(years({ before }).map(({ verdict }) => verdict))).toEqual(
        new Set(["cannotTell"]),
      );
    }
  });

  it("names the facts of both years", () => {
    const finding = years({ before: { values: { "carriedForward.business": 3 } } }).find(
      ({ message }) => message.startsWith("商业企业"),
    );
    expect(finding?.facts).toEqual([
      "requests.carriedOver.business",
      "requests.carriedForward.business@2023",
    ]);
  });

  it("about prose quotes it and names the cells", () => {
    const prose = (text: string) =>
      auditReport(buildReport({ text, values: outcome })).find(({ rule }) => rule === "P-e");
    expect(prose("前言。不予公开20件。")).toBeUndefined();
    const claim = prose("依申请公开工作有序。其中不予公开20件。");
    expect(claim?.quote).toEqual({ section: 1, start: 10, end: 20, text: "其中不予公开20件。" });
    expect(claim?.facts).toContain("requests.denied.process.total");
    expect(claim?.expected).toBe(21);
  });
});
