import { describe, expect, test } from "vitest";
import { buildIndexSettings } from "../../search/documents/index-settings.ts";
import { buildSearchParams, parseSearchQuery, readFactSort, sorts } from "../../search/query.ts";
import { buildSortRules } from "../../search/filters/sort-rules.ts";

const received = "requests.newReceived.total";

describe("an order of hits", () => {
  test.each([...sorts, `fact:${received}`, `-fact:${received}`])(
    "%s is kept in the address",
    (sort) => {
      const query = parseSearchQuery(new URLSearchParams({ q: "a", sort })).data;
      expect(query?.sort).toBe(sort);
      expect(parseSearchQuery(buildSearchParams(query ?? {})).data).toEqual(query);
    },
  );

  test.each([
    "best",
    "fact:",
    "fact:requests",
    `fact:${received} `,
    `--fact:${received}`,
    received,
    "fact:constructor",
  ])("%j is none", (sort) => {
    expect(parseSearchQuery(new URLSearchParams({ sort })).success).toBe(false);
  });

  test("by a fact begins with the smallest, with a minus the greatest", () => {
    expect(readFactSort(`fact:${received}`)).toEqual({ fact: received, direction: "ascending" });
    expect(readFactSort(`-fact:${received}`)).toEqual({ fact: received, direction: "descending" });
    expect(readFactSort("newest")).toBeNull();
  });

  test("is one that the engine can follow, but for those by a fact", () => {
    const sortable = buildIndexSettings("sections").sortableAttributes ?? [];
    for (const sort of sorts)
      for (const rule of buildSortRules(sort)) expect(sortable).toContain(rule.split(":")[0]);
    expect(buildSortRules("publishedNewest")).toEqual(["published:desc"]);
    expect(buildSortRules(`-fact:${received}`)).toEqual([]);
  });
});
