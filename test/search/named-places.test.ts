import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Gazetteer } from "../../corpus/divisions/gazetteer.ts";
import { parseDivisions } from "../../corpus/divisions/parse-divisions.ts";
import { buildRegionNames } from "../../search/places/build-region-names.ts";
import { buildChips } from "../../search/language/build-chips.ts";
import { parseQuery } from "../../search/language/parse-query.ts";
import { findNamedPlaces } from "../../search/places/named-places.ts";
import { planQuery } from "../../search/planner.ts";
import { searchQuerySchema } from "../../search/query.ts";
import { language as plain } from "./query-language.ts";

/** 收费镇 has no reports, and 官庄镇 is twice. */
const list = `code,name,parent
91,云岫省,
9101,青溪市,91
910121,和平县,9101
910121101,官庄镇,910121
910121102,松岭乡,910121
910121103,收费镇,910121
92,碧海市,
920119,临江区,92
920119101,官庄镇,920119
`;
const divisions = parseDivisions(list, "list");
const held = new Set(divisions.map(({ code }) => code).filter((code) => code !== "910121103"));
const language = { ...plain, regions: buildRegionNames(new Gazetteer(divisions), () => held) };

const find = (q: string, rest: object = {}) => {
  const query = searchQuerySchema.parse({ q, ...rest });
  return findNamedPlaces(planQuery(q, language), query, language).map(({ code, without }) => [
    code,
    without,
  ]);
};

describe("the places that a query names", () => {
  test.each([
    ["和平县 行政诉讼", [["910121", "行政诉讼"]]],
    ["和平县行政诉讼", [["910121", "行政诉讼"]]],
    ["行政诉讼，和平縣", [["910121", "行政诉讼"]]],
    ["“和平县” 行政诉讼", [["910121", "行政诉讼"]]],
    ["和平 行政诉讼", [["910121", "行政诉讼"]]],
    ["青溪的行政诉讼", [["9101", "行政诉讼"]]],
    ["行政诉讼 临江", [["920119", "行政诉讼"]]],
    ["行政诉讼 -和平县", []],
    ["收费 建设", []],
    ["year:2020 和平县 新收>5", [["910121", "year:2020 新收>5"]]],
    ["新收 和平县 >5", [["910121", "新收；>5"]]],
  ])("are taken out of it where they become a filter: %s", (q, expected) => {
    expect(find(q)).toEqual(expected);
  });

  test.each([
    "和平县 临江区 行政诉讼",
    "和平县、临江区行政诉讼",
    "和平县和临江区的行政诉讼",
    "和平县 和 临江区 行政诉讼",
    "和平县 OR 临江区 行政诉讼",
    "和平与临江行政诉讼",
    "行政诉讼 和平县 临江区",
  ])("are all taken out where they are several: %s", (q) => {
    expect(find(q)).toEqual([
      ["910121", "行政诉讼"],
      ["920119", "行政诉讼"],
    ]);
  });

  test("stay where they stand beside other words between which one may choose", () => {
    expect(find("和平县 OR 行政诉讼")).toEqual([["910121", "和平县 OR 行政诉讼"]]);
  });

  test.each([
    [
      "临江区官庄镇",
      [
        ["920119", "官庄镇"],
        ["920119101", ""],
      ],
    ],
    [
      "官庄镇 和平县 培训",
      [
        ["910121101", "培训"],
        ["910121", "官庄镇 培训"],
      ],
    ],
    [
      "青溪市/和平县 培训",
      [
        ["9101", "和平县 培训"],
        ["910121", "培训"],
      ],
    ],
    [
      "官庄镇",
      [
        ["910121101", ""],
        ["920119101", ""],
      ],
    ],
  ])("are those that lie within one another: %s", (q, expected) => {
    expect(find(q)).toEqual(expected);
  });

  test("are not those that are chosen, and these names go too", () => {
    expect(find("和平县 临江区 行政诉讼", { region: ["910121"] })).toEqual([
      ["920119", "行政诉讼"],
    ]);
  });

  test("are all that is taken out", () => {
    const pieces = [
      ...Array.from("和与、，/的 \u3000（）“”-|"),
      "和平县",
      "临江",
      "官庄镇",
      "行政诉讼",
      "培训",
      "year:2020",
      "新收",
      ">5",
      " OR ",
      "-败诉",
    ];
    const typing = fc.array(fc.constantFrom(...pieces), { maxLength: 10 });
    const list = (q: string) =>
      buildChips(parseQuery(q, language), q)
        .filter(({ kind }) => !["words", "phrase", "any"].includes(kind))
        .map(({ label }) => label)
        .toSorted();
    fc.assert(
      fc.property(
        typing.map((parts) => parts.join("")),
        (q) => {
          for (const [, without = ""] of find(q)) {
            expect(list(without)).toEqual(list(q));
            for (const word of ["行政诉讼", "培训"])
              expect(without.split(word).length).toBe(q.split(word).length);
          }
        },
      ),
      { numRuns: 2000 },
    );
  });
});
