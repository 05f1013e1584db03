import { describe, expect, test } from "vitest";
import { limitAlternatives } from "../../search/strict/limit-alternatives.ts";
import { findUnknownPlaces, limitPlaces, mostPlaces } from "../../search/filters/limit-places.ts";
import { planQuery } from "../../search/planner.ts";
import { searchQuerySchema } from "../../search/query.ts";
import type { RegionNames } from "../../search/places/region-names.ts";
import { buildFilter } from "../../search/filters/search-filter.ts";
import { openSegmenter } from "../../search/words/segmenter.ts";
import { fictionalNames } from "./fictional-report.ts";

/** Every name is that of as many places as its length says, in hundreds. */
const regions: RegionNames = {
  nameOf: () => null,
  resolve: (value) => {
    if (/^\d+$/.test(value)) return [value];
    if (value === "无名") return [];
    const count = value.length * 100;
    return Array.from(
      { length: count },
      (_, at) => `9${value.length}0121${String(at).padStart(3, "0")}`,
    );
  },
};
const language = {
  segmenter: openSegmenter(fictionalNames),
  simplify: (text: string) => text,
  regions,
};

describe("places that are chosen", () => {
  test.each([[["910121101"]], [["青山"]], [["青山", "9101"]], [["无名"]]])(
    "stay as they are: %s",
    (region) => {
      const query = searchQuerySchema.parse({ region });
      expect(limitPlaces(query, regions)).toEqual({ query, problems: [] });
    },
  );

  test("are cut off, which is told, where names stand for too many", () => {
    const query = searchQuerySchema.parse({
      region: ["青山", "落霞镇", "清溪大桥"],
      place: ["落霞镇"],
    });
    const limited = limitPlaces(query, regions);
    expect(limited.query.region).toHaveLength(mostPlaces);
    expect(limited.query.place).toEqual(["落霞镇"]);
    expect(limited.problems).toHaveLength(1);
  });
});

test("a chosen place that nobody knows is told", () => {
  const query = searchQuerySchema.parse({ region: ["青山", "无名", "910121101"] });
  expect(findUnknownPlaces(query, regions)).toEqual([
    { message: expect.stringContaining("“无名”"), span: { start: 0, end: 0 } },
  ]);
});

describe("alternatives", () => {
  const q = "(甲乙 丙丁) OR (戊己 庚辛) OR (子丑 寅卯) OR (辰巳 午未)";
  const limit = (query: object) => {
    const asked = searchQuerySchema.parse({ q, ...query });
    const plan = planQuery(asked.q, language);
    return { typed: plan, ...limitAlternatives(plan, { query: asked, filters: [] }, regions) };
  };

  test("are all asked for where little is chosen", () => {
    const limited = limit({ region: ["910121101"], year: [2020] });
    expect(limited.plan).toEqual(limited.typed);
    expect(limited.problems).toEqual([]);
  });

  test("are cut off, which is told with their place, where many places are chosen", () => {
    const chosen = {
      region: ["天目山大桥"],
      place: ["落霞", "青山镇"],
      year: [2020],
      section: ["problems"],
    };
    expect(buildFilter(searchQuerySchema.parse(chosen), regions)).toHaveLength(3);
    const limited = limit(chosen);
    expect(limited.plan.alternatives.length).toBeLessThan(4);
    expect(limited.plan.alternatives.length).toBeGreaterThan(0);
    expect(limited.problems.map(({ span }) => q.slice(span.start, span.end))).toEqual([q]);
  });
});

test.each([
  ["region", 201],
  ["place", 21],
  ["year", 51],
  ["section", 51],
] as const)("more values of %s than %i are refused by the address", (key, count) => {
  const values = { region: "91", place: "91", year: 2020, section: "problems" };
  const wrong = searchQuerySchema.safeParse({ [key]: Array(count).fill(values[key]) });
  expect(wrong.error?.issues.map(({ code, path }) => [code, path])).toEqual([["too_big", [key]]]);
});
