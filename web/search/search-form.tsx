import { maxQueryLength, type SearchQuery } from "../../search/query.ts";
import { facetKeys } from "../../search/facets.ts";
import { listFilterValues } from "./search-address.ts";

/**
 * The search box: a plain form that a script turns into a combobox with suggestions.
 * Filters in force stay in force, as the chips under it show.
 */
export function SearchForm({ query }: { readonly query: SearchQuery | null }) {
  return (
    <form class="search-form" role="search" action="/" method="get" hx-boost="true">
      <label class="visually-hidden" for="search-input">
        检索年报全文
      </label>
      <div class="search-field">
        <input
          id="search-input"
          class="search-input"
          type="search"
          name="q"
          value={query?.q ?? ""}
          maxlength={maxQueryLength}
          placeholder="检索词、“短语”、地名或拼音"
          autocomplete="off"
          autocapitalize="off"
          spellcheck={false}
          enterkeyhint="search"
          aria-keyshortcuts="/"
        />
        <kbd class="search-key" aria-hidden="true">
          /
        </kbd>
      </div>
      {query && <KeptFilters query={query} />}
      <button class="search-button" type="submit">
        检索
      </button>
    </form>
  );
}

function KeptFilters({ query }: { readonly query: SearchQuery }) {
  const kept = facetKeys.flatMap((key) =>
    listFilterValues(query, key).map((value) => ({ key: key as string, value })),
  );
  if (query.sort !== "relevance") kept.push({ key: "sort", value: query.sort });
  return (
    <>
      {kept.map(({ key, value }) => (
        <input type="hidden" name={key} value={value} />
      ))}
    </>
  );
}
