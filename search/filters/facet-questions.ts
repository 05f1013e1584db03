import type { EngineQuery } from "../engine/engine.ts";
import { facets, type FacetKey } from "../facets.ts";
import type { SearchQuery } from "../query.ts";
import {
  buildRegionAttribute,
  listAncestors,
  listLevelsOf,
  regionLevels,
  type RegionLevel,
} from "./region-levels.ts";
import type { RegionNames } from "../places/region-names.ts";
import { buildFilter, buildLevelFilter, resolvePlaces, resolveRegions } from "./search-filter.ts";

/** A question whose only answer is the counts of some attributes. */
export type FacetQuestion = Pick<EngineQuery, "filter" | "facets">;

/** The attribute in the index that a facet counts; of regions, the provinces. */
export function buildFacetAttribute(key: FacetKey): string {
  return key === "region" ? buildRegionAttribute("lvl0") : key;
}

/**
 * The attributes whose counts the query's own filter gives right: every facet in which nothing is chosen, and below
 * a single chosen region the levels that may be next. The section is always among them, for the total.
 */
export function listOpenFacets(query: SearchQuery, regions: RegionNames): readonly string[] {
  const open = facets.filter(({ key }) => key === "section" || query[key].length === 0);
  const below = listLevelsBelow(resolveRegions(query, regions));
  return [
    ...open.map(({ key }) => buildFacetAttribute(key)),
    ...below.map((level) => buildRegionAttribute(level)),
  ];
}

/** A township has nothing below it; a county of a municipality stands a level higher than others. */
function listLevelsBelow(codes: readonly string[]): readonly RegionLevel[] {
  const [only, ...others] = codes;
  if (only === undefined || others.length > 0) return [];
  const next = listLevelsOf(only).map((level) => regionLevels[regionLevels.indexOf(level) + 1]);
  return only.length === 9 ? [] : next.filter((level) => level !== undefined);
}

/**
 * The questions beside the query's own: a facet with a chosen value counts what other values would give, so its
 * own filter is left out; below a chosen region, each level asks only under the places chosen or above them.
 */
export function buildFacetQuestions(
  query: SearchQuery,
  regions: RegionNames,
): readonly FacetQuestion[] {
  const chosen = facets.filter(({ key }) => query[key].length > 0);
  const questions = chosen.map(({ key }) => ({
    filter: buildFilter(query, regions, key),
    facets: [buildFacetAttribute(key)],
  }));
  const branches = query.region.length === 0 ? [] : buildBranches(query, regions);
  return [...questions, ...branches, ...buildPlaceQuestions(query, regions)];
}

/** The last questions: the places to count beside the tree, at every level where they can stand. */
export function buildPlaceQuestions(
  query: SearchQuery,
  regions: RegionNames,
): readonly FacetQuestion[] {
  const codes = resolvePlaces(query.place, regions);
  const others = buildFilter(query, regions, "region");
  return regionLevels.flatMap((level) => {
    const possible = codes.filter((code) => listLevelsOf(code).includes(level));
    if (possible.length === 0) return [];
    const filter = [...others, buildLevelFilter(level, possible)];
    return [{ filter, facets: [buildRegionAttribute(level)] }];
  });
}

function buildBranches(query: SearchQuery, regions: RegionNames): readonly FacetQuestion[] {
  const codes = resolveRegions(query, regions);
  const asked = codes.length === 1 ? codes : [];
  const branch = new Set(codes.flatMap((code) => listAncestors(code)));
  const parents = [...branch].filter((code) => !asked.includes(code));
  const others = buildFilter(query, regions, "region");
  return regionLevels.slice(0, -1).flatMap((level, index) => {
    const below = regionLevels[index + 1];
    const possible = parents.filter((code) => listLevelsOf(code).includes(level));
    if (below === undefined || possible.length === 0) return [];
    const filter = [...others, buildLevelFilter(level, possible)];
    return [{ filter, facets: [buildRegionAttribute(below)] }];
  });
}
