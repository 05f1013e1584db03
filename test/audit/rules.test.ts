import { describe, expect, it } from "vitest";
import type { Finding } from "../../corpus/finding.ts";
import { findingSchema } from "../../corpus/finding.ts";
import type { Form } from "../../corpus/forms/form.ts";
import { form2008 } from "../../corpus/forms/form-2008.ts";
import { form2019 } from "../../corpus/forms/form-2019.ts";
import { form2021 } from "../../corpus/forms/form-2021.ts";
import { tableRules } from "../../indexer/audit/audit-rules.ts";
import { auditFacts } from "../../indexer/audit/main.ts";
import { buildFacts, type Values } from "./build-report.ts";

function audit(form: Form, values: Values, rule: string): readonly Finding[] {
  return auditFacts(buildFacts(form, values), form).filter((finding) => finding.rule === rule);
}

const find = (findings: readonly Finding[], subject: string): Finding | undefined =>
  findings.find(({ message }) => message.startsWith(`${subject}：`));

describe.each([form2019, form2021])("form $id", (form) => {
  it("gives a finding for each column, row and group, which hold where all is zero", () => {
    const findings = auditFacts(buildFacts(form), form);
    const count = (rule: string): number =>
      findings.filter((finding) => finding.rule === rule).length;
    const rows = form.id === "2021" ? 25 : 23;
    const isPrinted = ({ code }: { readonly code: string }) => code.startsWith("T");
    expect(tableRules.filter(isPrinted).map(({ code }) => [code, count(code)])).toEqual([
      ["T2-a", form.id === "2019" ? 2 : 0],
      ["T2-b", 3],
      ["T3-a", 7],
      ["T3-b", 7],
      ["T3-c", rows],
      ["T4-a", 3],
    ]);
    expect(findings.every(({ verdict }) => verdict === "holds")).toBe(true);
    for (const finding of findings) expect(findingSchema.parse(finding)).toEqual(finding);
  });

  it("T3-a holds, fails and cannot tell", () => {
    const values = {
      "newReceived.naturalPerson": 2,
      "resultTotal.naturalPerson": 2,
      "newReceived.business": 3,
      "carriedForward.business": 1,
      "carriedOver.research": null,
    };
    const findings = audit(form, values, "T3-a");
    expect(find(findings, "自然人")).toEqual({
      rule: "T3-a",
      verdict: "holds",
      message: "自然人：本年新收 2 + 上年结转 0 = 2，办理结果总计 2 + 结转下年 0 = 2，相符",
      expected: 2,
      actual: 2,
      facts: [
        "requests.newReceived.naturalPerson",
        "requests.carriedOver.naturalPerson",
        "requests.resultTotal.naturalPerson",
        "requests.carriedForward.naturalPerson",
      ],
    });
    expect(find(findings, "商业企业")).toMatchObject({
      verdict: "fails",
      message: "商业企业：本年新收 3 + 上年结转 0 = 3，办理结果总计 0 + 结转下年 1 = 1，不符",
      expected: 1,
      actual: 3,
    });
    expect(find(findings, "科研机构")).toMatchObject({
      verdict: "cannotTell",
      message: "科研机构：上年结转没有数字，无法判断",
      expected: 0,
      actual: null,
    });
  });

  it("T3-b holds, fails and cannot tell", () => {
    const values = {
      "granted.naturalPerson": 1,
      "denied.process.naturalPerson": 2,
      "resultTotal.naturalPerson": 3,
      "refused.duplicate.business": 1,
      "unable.unclear.research": null,
    };
    const findings = audit(form, values, "T3-b");
    expect(find(findings, "自然人")).toMatchObject({
      verdict: "holds",
      message: "自然人：予以公开 1 + 属于四类过程性信息 2 = 3，办理结果总计 3，相符",
    });
    expect(find(findings, "商业企业")).toMatchObject({ verdict: "fails", expected: 0, actual: 1 });
    expect(find(findings, "科研机构")).toMatchObject({ verdict: "cannotTell", actual: null });
    expect(find(findings, "总计")?.message).toBe("总计：各项都是 0，办理结果总计 0，相符");
  });

  it("T3-c holds, fails, and cannot tell where the total is blank", () => {
    const values = {
      "granted.naturalPerson": 4,
      "granted.other": 1,
      "granted.total": 5,
      "partial.business": 1,
      "carriedOver.total": null,
    };
    const findings = audit(form, values, "T3-c");
    expect(find(findings, "予以公开")).toMatchObject({ verdict: "holds", expected: 5, actual: 5 });
    expect(findings.find(({ facts }) => facts.includes("requests.partial.total"))).toMatchObject({
      verdict: "fails",
      expected: 0,
      actual: 1,
    });
    expect(find(findings, "上年结转政府信息公开申请数量")).toMatchObject({
      verdict: "cannotTell",
      expected: null,
    });
  });

  it("T4-a holds, fails and cannot tell", () => {
    const values = {
      "review.upheld": 2,
      "review.pending": 1,
      "review.total": 3,
      "litigationDirect.total": 1,
      "litigationAfterReview.corrected": null,
    };
    const findings = audit(form, values, "T4-a");
    expect(findings.map(({ verdict }) => verdict)).toEqual(["holds", "fails", "cannotTell"]);
    expect(findings[0]?.message).toBe(
      "行政复议：结果维持 2 + 结果纠正 0 + 其他结果 0 + 尚未审结 1 = 3，总计 3，相符",
    );
  });

  it("cannot tell where rows are missing", () => {
    const facts = buildFacts(form).filter(
      ({ row }) => row !== "carriedForward" && row !== "denied.process",
    );
    const findings = auditFacts(facts, form);
    for (const rule of ["T3-a", "T3-b"])
      expect(
        new Set(findings.filter((finding) => finding.rule === rule).map(({ verdict }) => verdict)),
      ).toEqual(new Set(["cannotTell"]));
  });

  it("counts rows that the form does not know, and sums of a group only once", () => {
    const sample = buildFacts(form).find(({ table }) => table === "requests");
    if (!sample) throw new Error("the form has no table 3");
    const extra = ["denied.属于工作秘密", "denied"].flatMap((row) =>
      form.tables
        .flatMap(({ key, blocks }) => (key === "requests" ? (blocks[0]?.columns ?? []) : []))
        .map(({ key: column }) => ({
          ...sample,
          row,
          column,
          label: row,
          value: column === "naturalPerson" ? 2 : 0,
        })),
    );
    const facts = [...buildFacts(form, { "resultTotal.naturalPerson": 2 }), ...extra];
    const finding = auditFacts(facts, form).find(
      ({ rule, message }) => rule === "T3-b" && message.startsWith("自然人"),
    );
    expect(finding).toMatchObject({ verdict: "holds", actual: 2 });
    expect(finding?.facts).toContain("requests.denied.属于工作秘密.naturalPerson");
    expect(finding?.facts).not.toContain("requests.denied.naturalPerson");
  });
});

describe("reports without these tables", () => {
  it("get no finding about them", () => {
    const rules = auditFacts(buildFacts(form2008), form2008).map(({ rule }) => rule);
    expect(rules.filter((rule) => /^T[34]/u.test(rule))).toEqual([]);
    expect(auditFacts([], null)).toEqual([]);
  });

  it("of an unknown layout are checked by the rows they print", () => {
    const facts = buildFacts(form2021, {
      "granted.naturalPerson": 1,
      "resultTotal.naturalPerson": 1,
    });
    const findings = auditFacts(facts, null).filter(({ rule }) => rule === "T3-b");
    expect(findings.every(({ verdict }) => verdict === "holds")).toBe(true);
  });
});
