import { describe, expect, test } from "vitest";
import { buildRegionTree, leadsToChosen, toggleRegion } from "../../web/search/region-tree.ts";

const count = (value: string) => ({ value, label: value, count: 1 });

describe("places", () => {
  test("hang under the longest code that begins theirs", () => {
    const tree = buildRegionTree(["12", "120119", "120119102", "35", "3505"].map(count));
    expect(tree).toEqual([
      {
        ...count("12"),
        children: [{ ...count("120119"), children: [{ ...count("120119102"), children: [] }] }],
      },
      { ...count("35"), children: [{ ...count("3505"), children: [] }] },
    ]);
  });

  test("whose parents were not counted stand on top", () => {
    const tree = buildRegionTree(["350521", "350522"].map(count));
    expect(tree.map((node) => node.value)).toEqual(["350521", "350522"]);
  });
});

describe("a click on a place", () => {
  test("chooses it beside those elsewhere", () => {
    expect(toggleRegion(["12"], "35")).toEqual(["12", "35"]);
  });
  test("takes the place of those above and below it", () => {
    expect(toggleRegion(["35", "12"], "3505")).toEqual(["12", "3505"]);
    expect(toggleRegion(["350521", "350522", "12"], "3505")).toEqual(["12", "3505"]);
  });
  test("takes it away when it was chosen", () => {
    expect(toggleRegion(["3505", "12"], "3505")).toEqual(["12"]);
  });
});

test("a place leads to the chosen ones in it", () => {
  expect(leadsToChosen("35", ["350521"])).toBe(true);
  expect(leadsToChosen("350521", ["350521"])).toBe(true);
  expect(leadsToChosen("350521", ["35"])).toBe(false);
});
