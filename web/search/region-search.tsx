import type { SearchQuery } from "../../search/query.ts";
import type { FacetCount } from "../../search/search-result.ts";
import { FacetLink } from "./facet-link.tsx";
import { KeptFields } from "./kept-fields.tsx";
import { MoreValues } from "./more-values.tsx";
import { toggleRegion } from "./region-tree.ts";
import { buildSearchAddress, replaceFilter } from "./search-address.ts";

const shownAtOnce = 12;

/**
 * Looks for a place among those of the facet. A plain form; with htmx the places change while one types, and only
 * they: the field itself stays, so that an input method can go on composing in it.
 */
export function RegionSearch(props: { readonly query: SearchQuery; readonly name: string }) {
  return (
    <form class="facet-search" action="/" method="get" aria-label="查找地区">
      <label class="visually-hidden" for="region-name">
        在地区中查找：地名、拼音或首字母
      </label>
      <input
        id="region-name"
        type="search"
        name="regionName"
        value={props.name}
        maxlength={40}
        placeholder="地名、拼音或首字母"
        autocomplete="off"
        autocapitalize="off"
        spellcheck={false}
        hx-get="/"
        hx-trigger="input changed delay:200ms"
        hx-include="closest form"
        hx-select="#region-values"
        hx-target="#region-values"
        hx-swap="outerHTML"
        hx-sync="this:replace"
        hx-replace-url="true"
      />
      <KeptFields query={props.query} without={null} />
      <button class="facet-button" type="submit">
        查找
      </button>
    </form>
  );
}

interface FoundProps {
  readonly query: SearchQuery;
  readonly name: string;
  readonly found: readonly FacetCount[];
  readonly chosen: readonly FacetCount[];
}

/** The places that a name found, behind those that are chosen. */
export function FoundRegions({ query, name, found, chosen }: FoundProps) {
  const others = found.filter(({ value }) => !query.region.includes(value));
  const items = [...chosen, ...others].map((count) => (
    <li>
      <FacetLink
        facet="region"
        count={count}
        address={buildSearchAddress(
          replaceFilter(query, "region", toggleRegion(query.region, count.value)),
        )}
        state={query.region.includes(count.value) ? "chosen" : "free"}
      />
    </li>
  ));
  const shown = Math.max(shownAtOnce, chosen.length);
  return (
    <>
      <p id="place-summary" class="facet-note">
        {found.length === 0
          ? `检索到的章节里没有叫“${name}”的地方。`
          : `叫“${name}”的有 ${found.length} 个地方。`}
        <a href={buildSearchAddress(query)}>显示全部地区</a>
      </p>
      <ul class="facet-values">{items.slice(0, shown)}</ul>
      <MoreValues items={items.slice(shown)} />
    </>
  );
}
