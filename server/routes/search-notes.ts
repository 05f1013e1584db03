import { facets, type FacetKey } from "../../search/facets.ts";
import { sorts, type SearchQuery } from "../../search/query.ts";

const filterNotes = Object.fromEntries(
  facets.map(({ key, label }) => [key, `Filter ${key} (${label}); repeat it for OR`]),
) as Record<FacetKey, string>;

/** What each parameter of a search means. */
export const searchNotes: Readonly<Record<keyof SearchQuery, string>> = {
  ...filterNotes,
  place: "Place (name or code) to count in `facets.place`; repeat it for more",
  q: 'Words, all of which a section must hold; "…" holds a phrase together, -word excludes',
  sort: `Order of the hits: ${sorts.join(", ")}, fact:<key> (by a number of the report, smallest first) or -fact:<key> (greatest first)`,
  page: "Page, counted from 1",
  size: "Hits on a page",
  group:
    "What a hit is: none (default, every section) or report (each report once, by its best section)",
  verbatim: "1 takes the words as they are typed: nothing is corrected; 0 is the default",
};
