import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { splitRuns } from "../../web/marked-text.tsx";

describe("marks in a text", () => {
  test("cut it into runs", () => {
    expect(splitRuns("公开行政处罚信息", [{ start: 2, end: 6 }])).toEqual([
      { text: "公开", marked: false },
      { text: "行政处罚", marked: true },
      { text: "信息", marked: false },
    ]);
  });

  test("that overlap, touch, come unsorted or reach past the end become one", () => {
    const marks = [
      { start: 4, end: 99 },
      { start: 2, end: 4 },
      { start: 3, end: 5 },
      { start: 7, end: 7 },
    ];
    expect(splitRuns("公开行政处罚", marks)).toEqual([
      { text: "公开", marked: false },
      { text: "行政处罚", marked: true },
    ]);
  });

  test("never change the text, and mark exactly the characters that some mark covers", () => {
    const mark = fc.record({ start: fc.nat(30), end: fc.nat(40) });
    fc.assert(
      fc.property(fc.string({ maxLength: 30 }), fc.array(mark), (text, marks) => {
        const runs = splitRuns(text, marks);
        expect(runs.map((run) => run.text).join("")).toBe(text);
        const marked = runs.flatMap((run) => Array<boolean>(run.text.length).fill(run.marked));
        const covered = Array.from({ length: text.length }, (_, i) =>
          marks.some(({ start, end }) => start <= i && i < end),
        );
        expect(marked).toEqual(covered);
      }),
    );
  });
});
