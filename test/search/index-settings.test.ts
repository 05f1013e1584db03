import { expect, test } from "vitest";
import { facets } from "../../search/facets.ts";
import { buildIndexSettings } from "../../search/documents/index-settings.ts";
import { maxReachableHits } from "../../search/query.ts";
import { regionLevels } from "../../search/filters/region-levels.ts";

const listFilterable = (index: "sections" | "reports"): readonly string[] =>
  (buildIndexSettings(index).filterableAttributes ?? []).flatMap((attribute) =>
    typeof attribute === "string" ? attribute : attribute.attributePatterns,
  );

test("every facet can be filtered and counted", () => {
  const attributes = listFilterable("sections");
  for (const { key } of facets.filter(({ key }) => key !== "region"))
    expect(attributes).toContain(key);
  for (const level of regionLevels) expect(attributes).toContain(`region.${level}`);
});

test("only text is searched, and typing errors count in pinyin alone", () => {
  const { searchableAttributes, typoTolerance } = buildIndexSettings("sections");
  const text = ["own", "title", "heading", "content", "names", "rest", "signs"].map(
    (name) => `grams.${name}`,
  );
  expect(searchableAttributes).toEqual([...text, "py"]);
  expect(typoTolerance?.disableOnAttributes).toEqual(text);
});

test("as many hits can be paged as the query's contract says", () => {
  expect(buildIndexSettings("sections").pagination?.maxTotalHits).toBe(maxReachableHits);
});

test("a report has no section, but its numbers can be filtered by range", () => {
  expect(listFilterable("reports")).toContain("m.*");
  expect(listFilterable("reports")).not.toContain("section");
});
