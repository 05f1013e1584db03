import { describe, expect, it } from "vitest";
import type { Extraction } from "../../corpus/extraction.ts";
import { form2008 } from "../../corpus/forms/form-2008.ts";
import { form2021 } from "../../corpus/forms/form-2021.ts";
import { noDates } from "../../corpus/report-dates.ts";
import type { Section } from "../../corpus/section.ts";
import { checkDraft } from "../../indexer/audit/draft/check-draft.ts";
import type { DraftIssue } from "../../indexer/audit/draft/draft-issue.ts";
import { buildFacts, type Values } from "./build-report.ts";

const kinds = ["overview", "disclosure", "requests", "disputes", "problems", "other"] as const;
const sections: readonly Section[] = kinds.map((kind) => ({ kind, heading: kind, text: "无。" }));

function buildDraft(changes: Partial<Extraction> & { readonly values?: Values } = {}): Extraction {
  const { values = {}, ...rest } = changes;
  return {
    title: "清溪镇2024年政府信息公开工作年度报告",
    agency: { name: "清溪镇人民政府", printed: "清溪镇", kind: "government" },
    division: null,
    divisionEvidence: null,
    level: "township",
    year: 2024,
    form: "2021",
    published: null,
    indexNumber: null,
    documentNumber: null,
    preamble: "统计期限自2024年1月1日起至2024年12月31日止。",
    sections: [...sections],
    facts: [...buildFacts(form2021, values)],
    dates: noDates,
    findings: [],
    attachments: [],
    warnings: [],
    ...rest,
  };
}

function check(changes: Parameters<typeof buildDraft>[0]): readonly DraftIssue[] {
  return checkDraft(buildDraft(changes), null).issues;
}

describe("a draft", () => {
  it("that is whole has nothing to mend", () => {
    const { issues, holds, untold } = checkDraft(buildDraft(), null);
    expect(issues).toEqual([]);
    expect(holds).toBeGreaterThan(40);
    expect(untold).toBe(0);
  });

  it.each([
    ["error", "没有找到标题", { title: null }],
    ["error", "没有找到发布机关", { agency: null }],
    ["error", "没有写明报告年度", { year: null }],
    ["warning", "没有写明统计期限", { preamble: null }],
    [
      "error",
      "缺少“问题与改进”一节",
      { sections: sections.filter(({ kind }) => kind !== "problems") },
    ],
    [
      "warning",
      "“other”一节没有内容",
      { sections: sections.map((one) => (one.kind === "other" ? { ...one, text: "" } : one)) },
    ],
    ["error", "没有找到任何统计表", { facts: [], form: null }],
    ["warning", "不是任何一种官方格式", { form: null }],
    [
      "error",
      "没有找到表格“政府信息公开行政复议、行政诉讼情况”",
      { facts: buildFacts(form2021).filter(({ table }) => table !== "disputes") },
    ],
    [
      "warning",
      "有 1 格空白，没有发生的请填 0：予以公开·自然人",
      { values: { "granted.naturalPerson": null } },
    ],
    [
      "warning",
      "有 7 格没有印出：结转下年度继续办理·自然人",
      { facts: buildFacts(form2021).filter(({ row }) => row !== "carriedForward") },
    ],
    [
      "warning",
      "有 1 格看不出数字：行政许可·本年处理决定数量",
      {
        facts: buildFacts(form2021, { "permits.decisions": null }).map((fact) =>
          fact.row === "permits" ? { ...fact, raw: "若干" } : fact,
        ),
      },
    ],
    [
      "error",
      "自然人：本年新收 2",
      { values: { "newReceived.naturalPerson": 2, "newReceived.total": 2 } },
    ],
    [
      "error",
      "正文写行政处罚 3，表中 0，不符",
      { sections: sections.map((one) => ({ ...one, text: "行政处罚3件。" })).slice(0, 6) },
    ],
    [
      "notice",
      "约数",
      { sections: sections.map((one) => ({ ...one, text: "行政处罚300余件。" })) },
    ],
    ["warning", "有 2 个字符无法解码", { warnings: ["有 2 个字符无法解码。"] }],
  ] as const)("%s: %s", (severity, words, changes) => {
    const found = check(changes as Parameters<typeof check>[0]).filter(({ message }) =>
      message.includes(words),
    );
    expect(found.length).toBeGreaterThan(0);
    expect(new Set(found.map((issue) => issue.severity))).toEqual(new Set([severity]));
  });

  it("with blank cells is told of the cells, not of each sum that they leave open", () => {
    const { issues, untold } = checkDraft(
      buildDraft({ values: { "granted.naturalPerson": null } }),
      null,
    );
    expect(issues).toHaveLength(1);
    expect(untold).toBeGreaterThan(2);
  });

  it("lists what must be mended first", () => {
    const issues = check({ title: null, preamble: null, warnings: ["提醒。"] });
    expect(issues.map(({ severity }) => severity)).toEqual(["error", "warning", "warning"]);
  });

  it("is held against the report of the year before", () => {
    const previous = buildDraft({ year: 2023, values: { "carriedForward.naturalPerson": 2 } });
    const [issue] = checkDraft(buildDraft(), previous).issues;
    expect(issue).toMatchObject({ severity: "error", kind: "years", rule: "X-1" });
    const undated = checkDraft(buildDraft(), { ...previous, year: null }).issues;
    expect(undated.map(({ message }) => message)).toEqual([
      "有一份报告没有写明年度，不能与上年比对",
    ]);
  });
});

describe("a draft with an indicator table", () => {
  const all = buildFacts(form2008);
  const ofYear = all.filter(({ column }) => column === "thisYear");
  const ask = (facts: Extraction["facts"]): readonly string[] =>
    check({ form: "2008", facts, year: 2012 })
      .filter(({ message }) => message.includes("格"))
      .map(({ message }) => message);

  it("is asked for no column that it does not print", () => {
    expect(ask([...ofYear])).toEqual([]);
  });

  it("is asked for each cell of a column that it prints", () => {
    const [, ...others] = all;
    expect(ask([...others])).toEqual([expect.stringContaining("有 1 格没有印出")]);
  });
});
