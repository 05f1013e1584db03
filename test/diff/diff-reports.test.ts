import { describe, expect, test } from "vitest";
import { countChanges, diffReports } from "../../corpus/diff/diff-reports.ts";
import { diffFacts } from "../../corpus/diff/diff-facts.ts";
import { diffSections } from "../../corpus/diff/diff-sections.ts";
import type { Fact } from "../../corpus/fact.ts";
import type { Section } from "../../corpus/section.ts";
import { buildFact, countyReport } from "../server/fixture-report.ts";

const overview: Section = { kind: "overview", heading: "一、总体情况", text: "公开信息 58 条。" };
const fees: Section = { kind: "fees", heading: "二、收费情况", text: "未收取费用。" };
const other: Section = { kind: "other", heading: "三、其他事项", text: "无。" };

describe("sections", () => {
  const list = (from: readonly Section[], to: readonly Section[]) =>
    diffSections(from, to).map(({ change, from, to }) => [
      change,
      from?.heading ?? null,
      to?.heading ?? null,
    ]);

  test("that are the same are left out", () => {
    expect(diffSections([overview, fees], [overview, fees])).toEqual([]);
  });

  test("are added, removed and changed, in the order of the newer version", () => {
    const longer = { ...overview, text: "公开信息 60 条。" };
    const annex: Section = { kind: "appendix", heading: "附件", text: "表格" };
    expect(list([overview, fees, other], [longer, other, annex])).toEqual([
      ["changed", overview.heading, overview.heading],
      ["removed", fees.heading, null],
      ["added", null, annex.heading],
    ]);
  });

  test("keep their counterpart when they are numbered or named anew", () => {
    const renumbered = { ...other, heading: "二、其他需要报告的事项" };
    expect(list([overview, other], [overview, renumbered])).toEqual([
      ["changed", other.heading, renumbered.heading],
    ]);
  });

  test("of an unknown kind are told apart by their heading", () => {
    const [one, two] = ["工作亮点", "数据说明"].map((heading): Section => ({
      kind: "unknown",
      heading,
      text: "略",
    }));
    expect(list([one ?? overview], [two ?? overview])).toEqual([
      ["removed", "工作亮点", null],
      ["added", null, "数据说明"],
    ]);
  });
});

describe("facts", () => {
  const granted = buildFact("requests", ["granted", "total"], 10);

  test("that only stand elsewhere are the same", () => {
    const moved: Fact = {
      ...granted,
      at: { in: "html", table: 3, row: 1, column: 1, selector: "p" },
    };
    expect(diffFacts([granted], [moved])).toEqual([]);
  });

  test("differ by value, and a blank cell is not a cell that is gone", () => {
    const blank = { ...granted, value: null, raw: "" };
    const after = { value: 10, raw: "10", unit: null };
    const empty = { value: null, raw: "", unit: null };
    const pick = (from: readonly Fact[], to: readonly Fact[]) =>
      diffFacts(from, to).map(({ change, key, from, to }) => ({ change, key, from, to }));
    const key = "requests.granted.total";
    expect(pick([blank], [granted])).toEqual([{ change: "changed", key, from: empty, to: after }]);
    expect(pick([], [granted])).toEqual([{ change: "added", key, from: null, to: after }]);
    expect(pick([granted], [])).toEqual([{ change: "removed", key, from: after, to: null }]);
  });

  test("with the same key are compared one by one", () => {
    const again = { ...granted, value: 3, raw: "3" };
    expect(diffFacts([granted, again], [granted, { ...again, value: 4, raw: "4" }])).toHaveLength(
      1,
    );
  });
});

describe("reports", () => {
  test("with another number in a table have another cell, but no other prose", () => {
    const disclosure: Section = {
      kind: "disclosure",
      heading: "二、主动公开",
      text: "公开如下：\n行政许可  12\n行政处罚  9",
    };
    const build = (text: string) => ({
      ...countyReport,
      facts: [],
      sections: [{ ...disclosure, text }],
    });
    const before = build(disclosure.text);
    const cell = build(disclosure.text.replace("12", "13"));
    expect(diffReports(before, cell).sections.map(({ prose }) => prose)).toEqual([false]);
    expect(countChanges(before, cell)).toEqual({ facts: 0, sections: 0 });
    const words = build(disclosure.text.replace("如下", "见下表"));
    expect(countChanges(before, words)).toEqual({ facts: 0, sections: 1 });
  });

  test("that are the same differ in nothing", () => {
    expect(diffReports(countyReport, countyReport)).toEqual({ head: [], sections: [], facts: [] });
  });

  test("differ in what they say of themselves, and the counts are those of the lists", () => {
    const newer = {
      ...countyReport,
      published: "2025-02-01",
      sections: [...countyReport.sections.slice(1), other],
      facts: countyReport.facts.slice(2),
    };
    const diff = diffReports(countyReport, newer);
    expect(diff.head).toEqual([{ field: "published", from: "2025-01-24", to: "2025-02-01" }]);
    expect(countChanges(countyReport, newer)).toEqual({
      facts: diff.facts.length,
      sections: diff.sections.filter(({ prose }) => prose).length,
    });
    expect(diff.facts).toHaveLength(2);
  });
});
