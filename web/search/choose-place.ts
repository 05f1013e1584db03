import type { SearchQuery } from "../../search/query.ts";
import type { NamedPlace, Understood } from "../../search/search-result.ts";
import { toggleRegion } from "./region-tree.ts";
import { replaceFilter } from "./search-address.ts";

const shortestName = 2;

/**
 * The query with a place that it names as a filter. Where its name, or the beginning of it (青禾 of 青禾县), was typed
 * as a word of its own, that word is taken out; else the words stay as they are.
 */
export function choosePlace(
  query: SearchQuery,
  place: NamedPlace,
  understood: readonly Understood[],
): SearchQuery {
  const typed = understood.find(({ kind, label }) => kind === "words" && isNameOf(label, place));
  const narrowed = replaceFilter(query, "region", toggleRegion(query.region, place.code));
  return { ...narrowed, q: typed?.without ?? query.q };
}

function isNameOf(typed: string, { name }: NamedPlace): boolean {
  return typed.length >= shortestName && name.startsWith(typed);
}
