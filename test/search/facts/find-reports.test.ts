import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { buildReportFilter } from "../../../search/facts/build-report-filter.ts";
import { comparisons, type FactCondition } from "../../../search/facts/fact-condition.ts";
import { buildFactColumns } from "../../../search/facts/fact-columns.ts";
import { findReports } from "../../../search/facts/find-reports.ts";
import { buildRow } from "./fact-rows.ts";

const columns = buildFactColumns([
  buildRow("c", { received: 101, penalties: 7 }),
  buildRow("a", { received: 100, penalties: 0 }),
  buildRow("b", { received: 0 }),
  buildRow("d", { penalties: 9 }),
]);
const find = (...conditions: readonly FactCondition[]) => findReports(columns, conditions);
const received = { fact: "received" } as const;

describe("reports are found", () => {
  test.each([
    [{ comparison: ">", value: 100 }, ["c"]],
    [{ comparison: ">=", value: 100 }, ["a", "c"]],
    [{ comparison: "<", value: 100 }, ["b"]],
    [{ comparison: "<=", value: 100 }, ["a", "b"]],
    [{ comparison: "=", value: 0 }, ["b"]],
    [{ comparison: "between", value: 100, upTo: 101 }, ["a", "c"]],
    [{ comparison: "between", value: 101, upTo: 100 }, []],
  ] as const)("by %j", (condition, ids) => {
    expect(find({ ...received, ...condition })).toEqual(ids);
  });

  test("by a number that differs only where they give one", () => {
    expect(find({ ...received, comparison: "!=", value: 100 })).toEqual(["b", "c"]);
  });

  test("by several conditions only where all hold", () => {
    const penalties = { fact: "penalties", comparison: ">", value: 5 } as const;
    expect(find({ ...received, comparison: ">", value: 1 }, penalties)).toEqual(["c"]);
    expect(find(penalties)).toEqual(["c", "d"]);
  });

  test("by no condition all of them, by an unknown number none", () => {
    expect(find()).toEqual(["a", "b", "c", "d"]);
    expect(find({ fact: "constructor", comparison: "!=", value: 0 })).toEqual([]);
  });

  test("as going through them one by one finds them", () => {
    const numbers = fc.option(fc.integer({ min: -2, max: 3 }), { nil: undefined });
    const condition = fc.record({
      fact: fc.constant("x"),
      comparison: fc.constantFrom(...comparisons),
      value: fc.integer({ min: -2, max: 3 }),
      upTo: fc.integer({ min: -2, max: 3 }),
    });
    fc.assert(
      fc.property(fc.array(numbers, { maxLength: 20 }), condition, (values, asked) => {
        const id = (index: number) => `r${String(index).padStart(2, "0")}`;
        const rows = values.map((x, index) => buildRow(id(index), x === undefined ? {} : { x }));
        const expected = values.flatMap((x, index) =>
          x !== undefined && meets(x, asked) ? [id(index)] : [],
        );
        expect(findReports(buildFactColumns(rows), [asked])).toEqual(expected);
      }),
    );
  });
});

function meets(x: number, { comparison, value, upTo = value }: FactCondition): boolean {
  const order = Math.sign(x - value);
  if (comparison === "between") return order >= 0 && x <= upTo;
  return { "<": [-1], "<=": [-1, 0], ">": [1], ">=": [0, 1], "=": [0], "!=": [-1, 1] }[
    comparison
  ].includes(order);
}

describe("the filter", () => {
  test("names the reports, or where these are most of all, the others", () => {
    expect(buildReportFilter(["a"], ["a", "b", "c"])).toBe('reportId IN ["a"]');
    expect(buildReportFilter(["a", "c"], ["a", "b", "c"])).toBe('reportId NOT IN ["b"]');
    expect(buildReportFilter(["a", "b"])).toBe('reportId IN ["a","b"]');
    expect(buildReportFilter([], ["a"])).toBe("reportId IN []");
  });

  test("lets no id end its text", () => {
    expect(buildReportFilter(['a"] OR id IN ["b', "c\\"])).toBe(
      String.raw`reportId IN ["a\"] OR id IN [\"b","c\\"]`,
    );
  });
});
