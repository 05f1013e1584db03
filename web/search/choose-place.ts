import type { SearchQuery } from "../../search/query.ts";
import type { NamedPlace } from "../../search/search-result.ts";
import { toggleRegion } from "./region-tree.ts";
import { replaceFilter } from "./search-address.ts";

/** A filter in place of the words that name one place or several. */
export interface PlaceChoice {
  readonly label: string;
  /** The names above it. */
  readonly path: readonly string[];
  readonly query: SearchQuery;
}

/**
 * What can be chosen of the places that a query names: all of them together where they are different ones, in any of
 * which a section may lie (no section names all), then each by itself.
 */
export function listPlaceChoices(
  query: SearchQuery,
  named: readonly NamedPlace[],
): readonly PlaceChoice[] {
  const places = named.filter(({ code }) => !query.region.includes(code));
  const single = places.map((place) => ({
    label: place.name,
    path: place.path,
    query: choosePlaces(query, [place]),
  }));
  const inner = places.filter(({ code }) => !places.some((other) => isBelow(other.code, code)));
  const names = [...new Set(inner.map(({ typed }) => typed))];
  if (names.length < 2) return single;
  const label = [...new Set(inner.map(({ name }) => name))].join("或");
  return [{ label, path: [], query: choosePlaces(query, inner) }, ...single];
}

function isBelow(code: string, above: string): boolean {
  return code !== above && code.startsWith(above);
}

/** Innermost places are without the same words. */
function choosePlaces(query: SearchQuery, places: readonly NamedPlace[]): SearchQuery {
  const region = places.reduce<readonly string[]>(
    (chosen, { code }) => toggleRegion(chosen, code),
    query.region,
  );
  return { ...replaceFilter(query, "region", region), q: places[0]?.without ?? query.q };
}
