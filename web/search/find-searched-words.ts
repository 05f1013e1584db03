import type { SearchResult } from "../../search/search-result.ts";

/**
 * The words by which the hits were found: those that were typed, or those that took their place. Only a first page is
 * corrected, so further ones are asked for with these.
 */
export function findSearchedWords(
  q: string,
  { correction }: Pick<SearchResult, "correction">,
): string {
  return correction?.applied === true ? correction.query : q;
}
