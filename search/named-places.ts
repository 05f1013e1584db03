import type { QueryPlan } from "./planner.ts";
import { listWanted } from "./planner.ts";
import { listAncestors } from "./region-levels.ts";
import type { RegionNames } from "./region-names.ts";
import { resolveRegions } from "./search-filter.ts";
import type { SearchQuery } from "./query.ts";
import type { NamedPlace } from "./search-result.ts";

/** More places than this share a name that tells little. */
const mostPlaces = 5;

/** The places that the words of a query name and that are not chosen yet, in the order of the words. */
export function findNamedPlaces(
  plan: QueryPlan,
  query: SearchQuery,
  regions: RegionNames,
): readonly NamedPlace[] {
  const chosen = new Set(resolveRegions(query, regions));
  const names = listWanted(plan).map(({ pieces }) => pieces.join(""));
  const codes = names
    .filter((name) => /^\p{Script=Han}{2,}$/u.test(name))
    .flatMap((name) => regions.resolve(name).slice(0, mostPlaces))
    .filter((code) => !chosen.has(code));
  return [...new Set(codes)].slice(0, mostPlaces).flatMap((code) => {
    const name = regions.nameOf(code);
    if (name === null) return [];
    const above = listAncestors(code).slice(0, -1);
    return [{ code, name, path: above.flatMap((parent) => regions.nameOf(parent) ?? []) }];
  });
}
