import { describe, expect, it } from "vitest";
import { forms } from "../../corpus/forms/forms.ts";
import { findLineBreaks } from "../../indexer/extract/page/find-line-breaks.ts";
import { layouts } from "./layouts.ts";
import { listNumbers, readText } from "./read-text.ts";
import { listParts, writeReport } from "./write-report.ts";
import { numberAll } from "../../demo/generator/written-numbers.ts";

const inOneLine = layouts.find(({ name }) => name === "one line");
if (!inOneLine) throw new Error("There is no layout of one line.");

describe("a whole report on one line", () => {
  it.each(forms)("of form $id keeps its title, its sections and its numbers", async (form) => {
    const prints = numberAll(form);
    const text = writeReport(form, inOneLine, prints).replaceAll("\n", " ");
    const reading = readText(text);
    expect(reading.form).toBe(form.id);
    expect(reading.title).toBe("云岭县石溪镇2023年政府信息公开工作年度报告");
    expect(reading.sections.map(({ heading }) => heading)).toEqual(
      listParts(form).map(({ heading }) => heading),
    );
    expect(listNumbers(reading)).toEqual(
      new Map([...prints].map(([key, print]) => [key, Number(print)])),
    );
    for (const { at } of reading.facts) {
      if (at.in !== "text") throw new Error("A fact of flat text has offsets.");
      expect(text.slice(at.start, at.end)).toMatch(/^\S+$/u);
    }
  });
});

describe("a long line", () => {
  it.each([
    ["of prose", "本镇公开信息，一、总体情况 良好。".repeat(40)],
    ["of a table", `一、本年新收政府信息公开申请数量 ${"0 ".repeat(300)}`],
  ])("%s stays whole", (_, line) => {
    expect(findLineBreaks(line)).toEqual([]);
  });
});
