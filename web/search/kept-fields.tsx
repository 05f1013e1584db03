import { facetKeys, type FacetKey } from "../../search/facets.ts";
import type { SearchQuery } from "../../search/query.ts";
import { listFilterValues } from "./search-address.ts";

interface Props {
  readonly query: SearchQuery;
  /** What the form asks for itself. */
  readonly without: FacetKey | "q" | null;
}

/** The state of a search as hidden fields of a form that changes a part of it; the page begins anew. */
export function KeptFields({ query, without }: Props) {
  const kept = facetKeys
    .filter((key) => key !== without)
    .flatMap((key) =>
      listFilterValues(query, key).map((value) => ({ name: key as string, value })),
    );
  if (query.sort !== "relevance") kept.push({ name: "sort", value: query.sort });
  if (query.group === "none") kept.push({ name: "group", value: query.group });
  if (without !== "q") kept.push(...listWords(query));
  return (
    <>
      {kept.map(({ name, value }) => (
        <input type="hidden" name={name} value={value} />
      ))}
    </>
  );
}

/** Other words are read anew: only these are kept as typed. */
function listWords({ q, verbatim }: SearchQuery) {
  const words = q === "" ? [] : [{ name: "q", value: q }];
  return verbatim === "1" ? [...words, { name: "verbatim", value: verbatim }] : words;
}
