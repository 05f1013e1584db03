import type { EngineAnswer } from "../engine/engine.ts";
import { buildFacetAttribute, buildPlaceQuestions } from "./facet-questions.ts";
import { facets, type Facet } from "../facets.ts";
import type { SearchQuery } from "../query.ts";
import { buildRegionAttribute, listAncestors, regionLevels } from "./region-levels.ts";
import type { RegionNames } from "../places/region-names.ts";
import type { FacetCount } from "../search-result.ts";

type Distribution = Readonly<Record<string, number>>;

/**
 * The counts of every facet, by its key, in the order that readers see. A chosen value without a section stays,
 * with 0, so that it can be taken back. Regions come as a tree in reading order: each place before those in it.
 * `place` has the places that the query wants counted beside the tree, those with a section.
 * `answers` are those to the query and then to its facet questions, which know more of the same attribute.
 */
export function readFacetCounts(
  answers: readonly EngineAnswer[],
  query: SearchQuery,
  regions: RegionNames,
): Readonly<Record<string, FacetCount[]>> {
  const placesAt = answers.length - buildPlaceQuestions(query, regions).length;
  const counted = mergeDistributions(answers.slice(0, placesAt));
  const counts = facets.map((facet) => [
    facet.key,
    facet.key === "region"
      ? readRegions(counted, query, regions)
      : readValues(facet, counted[buildFacetAttribute(facet.key)] ?? {}, query),
  ]);
  return {
    ...Object.fromEntries(counts),
    ...(query.place.length > 0 && { place: readPlaces(answers.slice(placesAt), regions) }),
  };
}

/** With the places above each as `detail`. */
function readPlaces(answers: readonly EngineAnswer[], regions: RegionNames): FacetCount[] {
  const counts = Object.values(mergeDistributions(answers)).flatMap((found) =>
    Object.entries(found),
  );
  return counts
    .map(([value, count]) => {
      const above = listAncestors(value).slice(0, -1);
      const names = above.map((code) => regions.nameOf(code)).filter((name) => name !== null);
      return { value, label: regions.nameOf(value) ?? value, count, detail: names.join(" › ") };
    })
    .sort(byCount);
}

function mergeDistributions(answers: readonly EngineAnswer[]): Record<string, Distribution> {
  const merged: Record<string, Distribution> = {};
  for (const { facets: distributions } of answers) {
    for (const [attribute, counts] of Object.entries(distributions)) {
      merged[attribute] = { ...merged[attribute], ...counts };
    }
  }
  return merged;
}

function readValues(facet: Facet, counts: Distribution, query: SearchQuery): FacetCount[] {
  const chosen = query[facet.key].map(String);
  const values = [...new Set([...Object.keys(counts), ...chosen])];
  const label = (value: string): string => facet.labels?.[value] ?? value;
  const rows = values.map((value) => ({ value, label: label(value), count: counts[value] ?? 0 }));
  return orderRows(rows, facet);
}

function orderRows(rows: FacetCount[], facet: Facet): FacetCount[] {
  switch (facet.order) {
    case "official": {
      const order = Object.keys(facet.labels ?? {});
      return rows.sort((a, b) => order.indexOf(a.value) - order.indexOf(b.value));
    }
    case "newest":
      return rows.sort((a, b) => Number(b.value) - Number(a.value));
    case "count":
      return rows.sort(byCount);
    default:
      return facet.order satisfies never;
  }
}

function byCount(a: FacetCount, b: FacetCount): number {
  return b.count - a.count || a.value.localeCompare(b.value);
}

function readRegions(
  counted: Readonly<Record<string, Distribution>>,
  query: SearchQuery,
  regions: RegionNames,
): FacetCount[] {
  const rows = regionLevels.flatMap((level) => {
    const counts = counted[buildRegionAttribute(level)] ?? {};
    return Object.entries(counts).map(([value, count]) => ({ value, count }));
  });
  const codes = new Map(rows.map(({ value, count }) => [value, count]));
  for (const code of query.region.flatMap((value) => regions.resolve(value))) {
    if (!codes.has(code)) codes.set(code, 0);
  }
  const labelled = [...codes].map(([value, count]) => ({
    value,
    label: regions.nameOf(value) ?? value,
    count,
  }));
  return orderTree(labelled);
}

/** A place stands below the longest other code that its own begins with. */
function orderTree(rows: readonly FacetCount[]): FacetCount[] {
  const codes = new Set(rows.map(({ value }) => value));
  const children = new Map<string, FacetCount[]>();
  for (const row of rows) {
    const parent =
      [6, 4, 2]
        .map((length) => row.value.slice(0, length))
        .find((code) => code !== row.value && codes.has(code)) ?? "";
    children.set(parent, [...(children.get(parent) ?? []), row]);
  }
  const list = (parent: string): FacetCount[] =>
    (children.get(parent) ?? []).sort(byCount).flatMap((row) => [row, ...list(row.value)]);
  return list("");
}
