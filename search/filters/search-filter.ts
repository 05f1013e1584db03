import { facets, type FacetKey } from "../facets.ts";
import type { SearchQuery } from "../query.ts";
import {
  buildRegionAttribute,
  listLevelsOf,
  regionLevels,
  type RegionLevel,
} from "./region-levels.ts";
import type { RegionNames } from "../places/region-names.ts";

/** Conditions of the engine's filter language, all of which must hold. */
export type EngineFilter = readonly string[];

/** The filter of a query, that of one facet left out where its own counts are asked for. */
export function buildFilter(
  query: SearchQuery,
  regions: RegionNames,
  without: FacetKey | null = null,
): EngineFilter {
  return facets.flatMap(({ key }) => {
    if (key === without || query[key].length === 0) return [];
    if (key === "region") return [buildRegionFilter(resolveRegions(query, regions))];
    return [buildValueFilter(key, query[key])];
  });
}

/** Sections whose attribute has one of these values. */
export function buildValueFilter(key: string, values: readonly (string | number)[]): string {
  return `${key} IN ${buildList(values)}`;
}

/** The codes that the chosen regions stand for. */
export function resolveRegions(query: SearchQuery, regions: RegionNames): readonly string[] {
  return resolvePlaces(query.region, regions);
}

/** The codes that names or codes stand for, each once. */
export function resolvePlaces(places: readonly string[], regions: RegionNames): readonly string[] {
  return [...new Set(places.flatMap((place) => regions.resolve(place)))];
}

/** Sections in any of these places or below. No code at all (a name that nobody knows) matches nothing. */
export function buildRegionFilter(codes: readonly string[]): string {
  const conditions = regionLevels.flatMap((level) => {
    const possible = codes.filter((code) => listLevelsOf(code).includes(level));
    return possible.length === 0 ? [] : [buildLevelFilter(level, possible)];
  });
  return conditions.length === 0 ? buildLevelFilter("lvl0", []) : conditions.join(" OR ");
}

/** Sections with one of these codes at one level. */
export function buildLevelFilter(level: RegionLevel, codes: readonly string[]): string {
  return `${buildRegionAttribute(level)} IN ${buildList(codes)}`;
}

/** All sections but these. */
export function buildExclusionFilter(ids: readonly string[]): string {
  return `id NOT IN ${buildList(ids)}`;
}

function buildList(values: readonly (string | number)[]): string {
  return `[${values.map((value) => (typeof value === "number" ? value : quoteValue(value))).join(", ")}]`;
}

function quoteValue(value: string): string {
  return `"${value.replaceAll(/["\\]/g, String.raw`\$&`)}"`;
}
