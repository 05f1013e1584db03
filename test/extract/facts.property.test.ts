import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { forms } from "../../corpus/forms/forms.ts";
import { layouts } from "./layouts.ts";
import { listNumbers, listWrong, readText } from "./read-text.ts";
import { listParts, writeReport } from "./write-report.ts";
import { numbersOf, parsePrint, printsOf } from "../../demo/generator/written-numbers.ts";

/** `FUZZ_FACTOR=100` runs so many times the usual number of cases. */
const factor = Number(process.env["FUZZ_FACTOR"] ?? 1);
const runs = { numRuns: 4 * factor };

describe.each(layouts)("facts in $name", (layout) => {
  it.each(forms)("of form $id come back exactly", (form) => {
    fc.assert(
      fc.property(printsOf(form), (written) => {
        const reading = readText(writeReport(form, layout, written));
        expect(reading.form).toBe(form.id);
        expect(listNumbers(reading)).toEqual(
          new Map([...written].map(([key, print]) => [key, parsePrint(print)])),
        );
        expect(reading.sections.map(({ heading }) => heading)).toEqual(
          listParts(form).map(({ heading }) => heading),
        );
        expect(reading.warnings.filter((warning) => warning.includes("未取值"))).toEqual([]);
      }),
      runs,
    );
  });

  it.each(forms)("of form $id with empty cells are right or null, in a page exact", (form) => {
    const empty = fc.constantFrom("", "", "/", "—");
    const cell = (key: string): fc.Arbitrary<string> =>
      fc.oneof({ weight: 9, arbitrary: numbersOf(key) }, { weight: 1, arbitrary: empty });
    let wrong: readonly string[] = [];
    fc.assert(
      fc.property(printsOf(form, cell), (written) => {
        const reading = readText(writeReport(form, layout, written));
        const exact = new Map([...written].map(([key, print]) => [key, parsePrint(print)]));
        wrong = listWrong(reading, written);
        const isExact = isDeepStrictEqual(listNumbers(reading), exact);
        return wrong.length === 0 && (isExact || !layout.isHtml);
      }),
      runs,
    );
    expect(wrong).toEqual([]);
  });
});

describe.each(layouts.filter(({ isHtml }) => !isHtml))("damage to $name", (layout) => {
  it.each(forms)("of form $id by one lost line makes no wrong number", (form) => {
    fc.assert(
      fc.property(printsOf(form), fc.nat(), (written, lost) => {
        const lines = writeReport(form, layout, written).split("\n");
        const first = lines.findIndex((line) => /^[二五]、/u.test(line)) + 1;
        lines.splice(first + (lost % (lines.length - first)), 1);
        expect(listWrong(readText(lines.join("\n")), written)).toEqual([]);
      }),
      { numRuns: 8 * factor },
    );
  });

  it.each(forms)("of form $id by the number of a page makes no wrong number", async (form) => {
    const numbers = fc.constantFrom("3", "- 3 -", "第3页", "3 / 12");
    await fc.assert(
      fc.asyncProperty(printsOf(form), fc.nat(), numbers, async (written, place, number) => {
        const lines = writeReport(form, layout, written).split("\n");
        const first = lines.findIndex((line) => /^[二五]、/u.test(line)) + 1;
        lines.splice(first + (place % (lines.length - first)), 0, number);
        expect(listWrong(readText(lines.join("\n")), written)).toEqual([]);
      }),
      { numRuns: 8 * factor },
    );
  });

  it.each(forms)("of form $id by removal of repeated lines makes no wrong number", (form) => {
    fc.assert(
      fc.property(printsOf(form), (written) => {
        const once = new Set(writeReport(form, layout, written).split("\n"));
        expect(listWrong(readText([...once].join("\n")), written)).toEqual([]);
      }),
      runs,
    );
  });
});
