import type { QueryProblem } from "../language/parsed-query.ts";
import type { SearchQuery } from "../query.ts";
import type { RegionNames } from "../places/region-names.ts";

/** A name may stand for a hundred places, and the engine looks each up in every question. */
export const mostPlaces = 500;

/** Tells that places were left out; `span` is where they were asked for, empty where that was not in the words. */
export function buildPlacesProblem(span: QueryProblem["span"]): QueryProblem {
  const message = `地区超过 ${mostPlaces} 处，只用了前 ${mostPlaces} 处；请少选一些，或改选它们的上级。`;
  return { message, span };
}

/** The query with no more places than are asked for at once: the first of those that names and codes stand for. */
export function limitPlaces(
  query: SearchQuery,
  regions: RegionNames,
): { readonly query: SearchQuery; readonly problems: readonly QueryProblem[] } {
  const region = limit(query.region, regions);
  const place = limit(query.place, regions);
  if (region === null && place === null) return { query, problems: [] };
  return {
    query: { ...query, region: region ?? query.region, place: place ?? query.place },
    problems: [buildPlacesProblem({ start: 0, end: 0 })],
  };
}

/** Tells of chosen places that nobody knows: nothing lies in them. */
export function findUnknownPlaces(
  { region }: SearchQuery,
  { resolve }: RegionNames,
): readonly QueryProblem[] {
  const unknown = region.filter((place) => resolve(place).length === 0);
  return unknown.map((place) => ({
    message: `地名录里没有所选的地区“${place}”，里面找不到什么；请核对写法，或去掉这个地区。`,
    span: { start: 0, end: 0 },
  }));
}

/** The codes that are left; null where none is left out. */
function limit(places: readonly string[], regions: RegionNames): string[] | null {
  const codes = [...new Set(places.flatMap((place) => regions.resolve(place)))];
  return codes.length > mostPlaces ? codes.slice(0, mostPlaces) : null;
}
