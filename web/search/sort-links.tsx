import { sortLabels, sorts, type SearchQuery } from "../../search/query.ts";
import { buildSearchAddress } from "./search-address.ts";

export function SortLinks({ query }: { readonly query: SearchQuery }) {
  return (
    <nav class="sorts" aria-label="排序" hx-boost="true">
      {sorts.map((sort) => (
        <a
          id={`sort-${sort}`}
          href={buildSearchAddress({ ...query, sort, page: 1 })}
          aria-current={sort === query.sort ? "true" : undefined}
        >
          {sortLabels[sort]}
        </a>
      ))}
    </nav>
  );
}
