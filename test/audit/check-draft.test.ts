import { describe, expect, it } from "vitest";
import type { Extraction } from "../../corpus/extraction.ts";
import { form2008 } from "../../corpus/forms/form-2008.ts";
import { form2021 } from "../../corpus/forms/form-2021.ts";
import { noDates } from "../../corpus/report-dates.ts";
import type { Section } from "../../corpus/section.ts";
import { checkDraft } from "../../indexer/audit/draft/check-draft.ts";
import type { DraftIssue } from "../../indexer/audit/draft/draft-issue.ts";
import { describeBlankTable } from "../../indexer/extract/tables/describe-blank-table.ts";
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

const rewrite = (kind: string, text: string): readonly Section[] =>
  sections.map((one) => (one.kind === kind ? { ...one, text } : one));

describe("advice to the writer of a draft", () => {
  const ask = (changes: Parameters<typeof buildDraft>[0]): string =>
    check(changes)
      .map(({ message }) => message)
      .join("\n");

  it.each(["disclosure", "requests", "disputes"])("%s without content wants its table", (kind) => {
    const told = ask({ sections: [...rewrite(kind, " \n")] });
    expect(told).toContain(`“${kind}”一节没有内容，应当有统计表`);
    expect(told).not.toContain("请写“无”");
  });

  it.each([
    "本报告统计期限为2024年度。",
    "数据统计时间为2024年1月至12月。",
    "统计期限为二〇二四年。",
  ])("calls a period incomplete, not absent: %s", (preamble) => {
    const told = ask({ preamble });
    expect(told).toContain("统计期限写法不全");
    expect(told).not.toContain("没有写明统计期限");
  });

  it("says once that a table is blank", () => {
    const issues = check({
      facts: buildFacts(form2021).filter(({ table }) => table !== "disputes"),
      warnings: [describeBlankTable("disputes"), "另有提醒。"],
    });
    expect(issues.map(({ severity, message }) => [severity, message])).toEqual([
      ["error", expect.stringContaining("只有表头，没有数字")],
      ["warning", "另有提醒。"],
    ]);
  });

  it.each([
    ["清溪镇人民政府\n2025年1月17日"],
    ["云岫县清溪镇人民政府  2025年1月17日"],
    ["\n清溪镇\n二〇二五年一月十七日\n"],
  ])("takes a signature for no content: %j", (text) => {
    expect(ask({ sections: [...rewrite("other", text)] })).toContain("“other”一节没有内容");
  });

  it.each([["无。\n清溪镇人民政府\n2025年1月17日"], ["报告联系单位：清溪镇人民政府。"], ["无"]])(
    "takes words for content: %j",
    (text) => {
      expect(ask({ sections: [...rewrite("other", text)] })).toBe("");
    },
  );

  it.each([
    ["XXXX年", "XXXX年，我镇收到申请。"],
    ["XX年", "统计20XX年全年的数据。"],
    ["X月", "X月X日召开专题会议。"],
    ["ＸＸ", "联系电话：ＸＸ。"],
    ["××", "××镇认真落实公开要求。"],
    ["（请填写）", "培训（请填写）次。"],
    ["【此处填写问题】", "【此处填写问题】"],
    ["____年", "____年无此情况。"],
  ])("tells of %s left in the text", (words, text) => {
    const [issue] = check({ sections: [...rewrite("problems", text)] });
    expect(issue?.message).toContain(`“problems”一节留有没有填写的内容：“${words}`);
    expect(issue?.quote?.text).toContain(words);
    const { section = -1, start, end } = issue?.quote ?? {};
    expect(section).toBe(5);
    expect(text.slice(start, end)).toBe(issue?.quote?.text);
  });

  it("tells of them in the title", () => {
    expect(ask({ title: "清溪镇XXXX年政府信息公开工作年度报告" })).toContain(
      "标题留有没有填写的内容",
    );
  });

  it.each([
    ["全文见 http://qingxi.example.gov.cn/xxgk/xxgkml/index.html。"],
    ["申请人请填写申请表后提交。"],
    ["图片为 800×600。"],
  ])("lets %s be", (text) => {
    expect(ask({ sections: [...rewrite("problems", text)] })).toBe("");
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

describe("a hostile draft", () => {
  it.each(["_", "X", "×", "(填写", "二〇二五年", "统计期限"])(
    "of %s over and over ends",
    (word) => {
      const text = word.repeat(Math.floor(60_000 / word.length));
      expect(() =>
        check({ preamble: text, sections: [{ kind: "other", heading: "", text }] }),
      ).not.toThrow();
    },
  );
});
