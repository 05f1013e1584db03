import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { diffText } from "../../corpus/diff/diff-text.ts";
import type { TextRun } from "../../corpus/diff/report-diff.ts";

const show = (runs: readonly TextRun[]): string =>
  runs
    .map(({ kind, text }) => ({ same: text, added: `{+${text}+}`, removed: `[-${text}-]` })[kind])
    .join("");
const spell = (runs: readonly TextRun[], without: TextRun["kind"]): string =>
  runs.map(({ kind, text }) => (kind === without ? "" : text)).join("");

const words = fc.array(
  fc.constantFrom("公开", "的", "，", "。", "\n", "13", "1,286", "件", "  ", "a", "𠮷", "\ud842"),
  { maxLength: 60 },
);
const text = words.map((parts) => parts.join(""));

describe("the difference of two texts", () => {
  test("spells both of them, whatever they are", () => {
    fc.assert(
      fc.property(fc.oneof(text, fc.string()), fc.oneof(text, fc.string()), (from, to) => {
        const runs = diffText(from, to);
        expect(spell(runs, "added")).toBe(from);
        expect(spell(runs, "removed")).toBe(to);
        expect(runs.every((run) => run.text !== "")).toBe(true);
        expect(runs.some((run, at) => run.kind === runs[at + 1]?.kind)).toBe(false);
      }),
      { numRuns: 2_000 },
    );
  });

  test("of a text and itself is nothing", () => {
    fc.assert(
      fc.property(text, (same) => {
        expect(diffText(same, same)).toEqual(same === "" ? [] : [{ kind: "same", text: same }]);
      }),
    );
  });

  test("names a number as a whole", () => {
    expect(show(diffText("全年公开信息1,286条。", "全年公开信息1,290条。"))).toBe(
      "全年公开信息[-1,286-]{+1,290+}条。",
    );
    expect(
      show(diffText("规章  0  0  0\n规范性文件  4  1  37", "规章  0  0  0\n规范性文件  4  1  137")),
    ).toBe("规章  0  0  0\n规范性文件  4  1  [-37-]{+137+}");
  });

  test("shows a new sentence as one, not as characters here and there", () => {
    const before = "全年未收取费用。下一步加强培训。";
    const after = "全年未收取费用。政策解读形式单一。下一步加强培训。";
    expect(show(diffText(before, after))).toBe(
      "全年未收取费用。{+政策解读形式单一。+}下一步加强培训。",
    );
  });

  test("shows a sentence that says something else as replaced", () => {
    const before = "存在的不足：一是部分乡镇公开不够及时，政策解读形式单一。";
    const after = "主要问题是个别单位重视不够，政策的解读质量有待提高。";
    expect(show(diffText(before, after))).toBe(`[-${before}-]{+${after}+}`);
  });

  test("is coarse where a budget is used up, and still spells both texts", () => {
    const [before, after] = ["全年公开信息1,286条。", "全年公开信息1,290条。"];
    const budget = { bySentence: 1_000, byWord: 40 };
    expect(diffText(before, after, budget)).toHaveLength(4);
    expect(show(diffText(before, after, budget))).toBe(`[-${before}-]{+${after}+}`);
  });

  test("of texts that have nothing in common is found in bounded work", () => {
    const build = (start: number): string =>
      Array.from({ length: 300_000 }, (_, at) =>
        String.fromCodePoint(0x4e00 + ((start + at * (at % 7919)) % 5_000)),
      ).join("");
    const runs = diffText(build(1), build(2_500));
    expect(runs.map(({ kind }) => kind)).toEqual(["removed", "added"]);
  });
});
