import { describe, expect, test } from "vitest";
import type { EngineAnswer } from "../../search/engine/engine.ts";
import { readFacetCounts } from "../../search/filters/facet-counts.ts";
import { buildFacetQuestions, listOpenFacets } from "../../search/filters/facet-questions.ts";
import { facetKeys, facets } from "../../search/facets.ts";
import { searchQuerySchema, type SearchQuery } from "../../search/query.ts";
import { codesOnly, type RegionNames } from "../../search/places/region-names.ts";
import { buildFilter } from "../../search/filters/search-filter.ts";

const query = (fields: Partial<SearchQuery>): SearchQuery => searchQuerySchema.parse(fields);
const answer = (distributions: EngineAnswer["facets"]): EngineAnswer => ({
  hits: [],
  estimatedTotal: 0,
  facets: distributions,
});
const attributes = facets.map(({ key }) => (key === "region" ? "region.lvl0" : key));
const names: RegionNames = {
  nameOf: (code) => (code === "91" ? "云岫省" : null),
  resolve: (value) => (value === "官庄镇" ? ["910121101", "910234105"] : codesOnly.resolve(value)),
};

describe("filter", () => {
  test("values within a facet mean OR, facets among themselves AND", () => {
    expect(buildFilter(query({ year: [2021, 2022], section: ["problems"] }), codesOnly)).toEqual([
      "year IN [2021, 2022]",
      'section IN ["problems"]',
    ]);
    expect(buildFilter(query({ year: [2021], kind: ["zone"] }), codesOnly, "year")).toEqual([
      'kind IN ["zone"]',
    ]);
    expect(buildFilter(query({}), codesOnly)).toEqual([]);
  });

  test.each([
    ["91", ['region.lvl0 IN ["91"]']],
    ["9101", ['region.lvl1 IN ["9101"]']],
    ["910121", ['region.lvl1 IN ["910121"] OR region.lvl2 IN ["910121"]']],
    ["无此地", ["region.lvl0 IN []"]],
    ["123", ["region.lvl0 IN []"]],
  ])("region %s is looked for where its code can stand", (region, filter) => {
    expect(buildFilter(query({ region: [region] }), names)).toEqual(filter);
  });

  test("a name stands for every place of that name", () => {
    expect(buildFilter(query({ region: ["官庄镇"] }), names)[0]).toContain(
      '["910121101", "910234105"]',
    );
  });
});

describe("questions", () => {
  test("without a choice, one question counts everything", () => {
    expect(buildFacetQuestions(query({}), codesOnly)).toEqual([]);
    expect(listOpenFacets(query({}), codesOnly)).toEqual(attributes);
  });

  test("a facet with a choice is counted without its own filter; the section stays for the total", () => {
    const chosen = query({ year: [2021], section: ["problems"] });
    expect(buildFacetQuestions(chosen, codesOnly)).toEqual([
      { filter: ['section IN ["problems"]'], facets: ["year"] },
      { filter: ["year IN [2021]"], facets: ["section"] },
    ]);
    expect(listOpenFacets(chosen, codesOnly)).toEqual(
      attributes.filter((attribute) => attribute !== "year"),
    );
  });

  test("deeper regions are asked for only under a chosen one and those above it", () => {
    const chosen = query({ region: ["910121"] });
    expect(listOpenFacets(chosen, codesOnly).slice(-2)).toEqual(["region.lvl2", "region.lvl3"]);
    expect(buildFacetQuestions(chosen, codesOnly)).toEqual([
      { filter: [], facets: ["region.lvl0"] },
      { filter: ['region.lvl0 IN ["91"]'], facets: ["region.lvl1"] },
      { filter: ['region.lvl1 IN ["9101"]'], facets: ["region.lvl2"] },
    ]);
  });

  test("below several regions each has its own branch", () => {
    const questions = buildFacetQuestions(
      query({ region: ["91", "9203"], year: [2020] }),
      codesOnly,
    );
    expect(questions.slice(2)).toEqual([
      { filter: ["year IN [2020]", 'region.lvl0 IN ["91", "92"]'], facets: ["region.lvl1"] },
      { filter: ["year IN [2020]", 'region.lvl1 IN ["9203"]'], facets: ["region.lvl2"] },
    ]);
  });
});

describe("counts", () => {
  test("every facet is there, ordered as readers expect", () => {
    const counts = readFacetCounts(
      [
        answer({
          year: { 2019: 9, 2023: 1 },
          section: { problems: 5, overview: 2 },
          kind: { zone: 1, government: 1 },
        }),
      ],
      query({}),
      codesOnly,
    );
    expect(Object.keys(counts).sort()).toEqual(facetKeys.toSorted());
    expect(counts["year"]?.map(({ value }) => value)).toEqual(["2023", "2019"]);
    expect(counts["section"]?.map(({ label, count }) => [label, count])).toEqual([
      ["总体情况", 2],
      ["问题与改进", 5],
    ]);
    expect(counts["kind"]?.map(({ value }) => value)).toEqual(["government", "zone"]);
  });

  test("a chosen value without sections stays, so that it can be taken back", () => {
    const counts = readFacetCounts(
      [answer({ year: { 2023: 1 } })],
      query({ year: [2010], region: ["93"] }),
      names,
    );
    expect(counts["year"]).toEqual([
      { value: "2023", label: "2023", count: 1 },
      { value: "2010", label: "2010", count: 0 },
    ]);
    expect(counts["region"]).toEqual([{ value: "93", label: "93", count: 0 }]);
  });

  test("regions come as a tree: the most frequent first, each before those in it", () => {
    const answers = [
      answer({ "region.lvl2": { "910121": 3 }, "region.lvl3": { "910121101": 2, "910121102": 1 } }),
      answer({ "region.lvl0": { "91": 3, "92": 8 } }),
      answer({ "region.lvl1": { "9101": 3, "920119": 5 } }),
      answer({ "region.lvl2": { "910122": 7 } }),
    ];
    const { region } = readFacetCounts(answers, query({ region: ["910121"] }), names);
    expect(region?.map(({ value, count }) => `${value}:${count}`)).toEqual([
      "92:8",
      "920119:5",
      "91:3",
      "9101:3",
      "910122:7",
      "910121:3",
      "910121101:2",
      "910121102:1",
    ]);
    expect(region?.find(({ value }) => value === "91")?.label).toBe("云岫省");
  });

  test("places wanted beside the tree are counted without becoming a part of it", () => {
    const wanted = query({ place: ["官庄镇", "91"], year: [2020] });
    const questions = buildFacetQuestions(wanted, names);
    expect(questions.slice(1)).toEqual([
      { filter: ["year IN [2020]", 'region.lvl0 IN ["91"]'], facets: ["region.lvl0"] },
      ...["lvl1", "lvl2", "lvl3"].map((level) => ({
        filter: ["year IN [2020]", `region.${level} IN ["910121101", "910234105"]`],
        facets: [`region.${level}`],
      })),
    ]);
    const answers = [
      answer({ "region.lvl0": { "92": 4 } }),
      answer({}),
      answer({ "region.lvl0": { "91": 2 } }),
      answer({}),
      answer({}),
      answer({ "region.lvl3": { "910234105": 7 } }),
    ];
    const { place, region } = readFacetCounts(answers, wanted, names);
    expect(region?.map(({ value }) => value)).toEqual(["92"]);
    expect(place).toEqual([
      { value: "910234105", label: "910234105", count: 7, detail: "云岫省" },
      { value: "91", label: "云岫省", count: 2, detail: "" },
    ]);
  });
});
