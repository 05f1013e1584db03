import { describe, expect, test } from "vitest";
import { forms } from "../../corpus/forms/forms.ts";
import type { FormId } from "../../corpus/forms/form.ts";
import { buildFact, buildFacts, countyReport } from "../server/fixture-report.ts";
import { loadReportPage, measureRows } from "./read-grid.ts";

const drawn: readonly FormId[] = forms.map((form) => form.id);

function build(form: FormId) {
  const facts = buildFacts(form).map((fact, i) => ({ ...fact, value: i, raw: String(i) }));
  return { ...countyReport, form, facts, findings: [] };
}

describe.each(drawn)("the tables of form %s", (form) => {
  test("are rectangles: every row takes the same number of columns", async () => {
    const $ = await loadReportPage(build(form));
    for (const table of forms.find(({ id }) => id === form)?.tables ?? []) {
      const widths = measureRows($, `.official-${table.key}`);
      expect(widths.length).toBeGreaterThan(1);
      expect([table.key, new Set(widths).size]).toEqual([table.key, 1]);
    }
  });

  test("show every fact once, at its own address", async () => {
    const report = build(form);
    const $ = await loadReportPage(report);
    const shown = new Map(
      $(".official td[id]")
        .toArray()
        .map((cell) => [$(cell).attr("id"), $(cell).text()]),
    );
    expect(shown.size).toBe(report.facts.length);
    for (const fact of report.facts) {
      const id = `f-${fact.table}-${fact.row}-${fact.column}`;
      expect([id, shown.get(id)]).toEqual([id, String(fact.value)]);
    }
  });

  test("tie every number to its headers, all of which are there once", async () => {
    const $ = await loadReportPage(build(form));
    const ids = $("[id]")
      .toArray()
      .map((element) => $(element).attr("id"));
    expect(new Set(ids).size).toBe(ids.length);
    const known = new Set(ids);
    $(".official td[id]").each((_, cell) => {
      const headers = ($(cell).attr("headers") ?? "").split(" ");
      expect(headers.length).toBeGreaterThan(1);
      for (const header of headers) expect(known).toContain(header);
    });
  });
});

describe("table 3", () => {
  const readHeaders = async (id: string) => {
    const $ = await loadReportPage(countyReport);
    const cell = $("td").filter((_, cell) => $(cell).attr("id") === id);
    const headers = (cell.attr("headers") ?? "").split(" ");
    return headers.map((header) =>
      $("th")
        .filter((_, th) => $(th).attr("id") === header)
        .text(),
    );
  };

  test("is announced with all levels of its headers", async () => {
    expect(await readHeaders("f-requests-denied.process-research")).toEqual([
      "三、本年度办理结果",
      "（三）不予公开",
      "6.属于四类过程性信息",
      "申请人情况",
      "法人或其他组织",
      "科研机构",
    ]);
  });

  test("keeps a row that no form knows, at the end of its group", async () => {
    expect(await readHeaders("f-requests-denied.属于工作秘密-total")).toEqual([
      "三、本年度办理结果",
      "（三）不予公开",
      "属于工作秘密",
      "申请人情况",
      "总计",
    ]);
    const $ = await loadReportPage(countyReport);
    const before = $("[id='f-requests-denied.属于工作秘密-total']").parent().prev();
    expect(before.text()).toContain("属于行政查询事项");
  });
});

describe("a cell", () => {
  test("left blank, unreadable, or not in the report says which, and none of them is 0", async () => {
    const facts = [
      { ...buildFact("requests", ["newReceived", "total"], 0), value: null, raw: "　" },
      { ...buildFact("requests", ["carriedOver", "total"], 0), value: null, raw: "—" },
      buildFact("requests", ["granted", "total"], 0),
    ];
    const $ = await loadReportPage({ ...countyReport, facts, findings: [] });
    const read = (row: string) => $(`[id='f-requests-${row}-total']`).text();
    expect(read("newReceived")).toBe("未填写");
    expect(read("carriedOver")).toBe("—原文如此，不作数字");
    expect(read("granted")).toBe("0");
    expect(read("partial")).toBe("原文没有这一格");
  });

  test("shows its unit where the form does not fix one", async () => {
    const facts = [{ ...buildFact("disclosure", ["procurement", "amount"], 251_000), unit: "元" }];
    const report = { ...countyReport, form: "2019" as const, facts, findings: [] };
    const $ = await loadReportPage(report);
    expect($("[id='f-disclosure-procurement-amount']").text()).toBe("251000元");
  });

  test("of a failing equation is marked with more than a colour, and leads to the finding", async () => {
    const $ = await loadReportPage(countyReport);
    const cell = $("[id='f-requests-newReceived-naturalPerson']");
    const link = cell.find("a.cell-finding");
    expect(link.attr("aria-label")).toMatch(/不符/);
    expect($(link.attr("href") ?? "").text()).toContain("T3-a");
  });
});

test("facts of a table that the form does not have are drawn all the same", async () => {
  const facts = [buildFact("indicators", ["主动公开信息数", "value"], 12)];
  const report = { ...countyReport, form: null, facts, findings: [] };
  const $ = await loadReportPage(report);
  expect($("[id='f-indicators-主动公开信息数-value']").text()).toBe("12");
  expect($(".official-indicators th").text()).toContain("主动公开信息数");
});

describe("an indicator table", () => {
  test("shows no column that the report does not print", async () => {
    const report = build("2008");
    const facts = report.facts.filter(({ column }) => column === "thisYear");
    const $ = await loadReportPage({ ...report, facts });
    expect($(".official-indicators td[id]").length).toBe(facts.length);
    expect($(".official-indicators th").text()).toContain("本年度");
    expect($(".official-indicators th").text()).not.toContain("历年累计");
  });
});
