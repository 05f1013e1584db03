import { maxQueryLength, type SearchQuery } from "../../search/query.ts";
import { KeptFields } from "./kept-fields.tsx";

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
      {query && <KeptFields query={query} without="q" />}
      <button class="search-button" type="submit">
        检索
      </button>
      <a class="search-help" href="/help">
        检索语法
      </a>
    </form>
  );
}
