import type { SearchQuery } from "../../search/query.ts";
import type { SearchResult } from "../../search/search-result.ts";
import { PlaceLinks } from "./place-links.tsx";
import { QueryChips } from "./query-chips.tsx";

interface Props {
  /** With the words that were searched. */
  readonly query: SearchQuery;
  readonly result: SearchResult;
}

/** What was made of the words of a query: how they were read, and the places among them. */
export function QueryReading({ query, result }: Props) {
  return (
    <>
      <QueryChips query={query} result={result} />
      <PlaceLinks query={query} result={result} />
    </>
  );
}
