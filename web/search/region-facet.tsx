import type { SearchQuery } from "../../search/query.ts";
import type { FacetCount } from "../../search/search-result.ts";
import { FacetLink } from "./facet-link.tsx";
import { MoreValues } from "./more-values.tsx";
import { FoundRegions, RegionSearch } from "./region-search.tsx";
import { buildRegionTree, leadsToChosen, toggleRegion, type RegionNode } from "./region-tree.ts";
import { buildSearchAddress, replaceFilter } from "./search-address.ts";

const shownAtOnce = 10;

interface Props {
  readonly counts: readonly FacetCount[];
  readonly query: SearchQuery;
  /** What was typed into the field that looks for a place, and the places that it found. */
  readonly name: string;
  readonly found: readonly FacetCount[];
}

/** Places to drill down, with a field to look for one: a chosen place shows the places under it, and so does an only one. */
export function RegionFacet({ counts, query, name, found }: Props) {
  const chosen = counts.filter(({ value }) => query.region.includes(value));
  return (
    <>
      <RegionSearch query={query} name={name} />
      <div id="region-values">
        {name === "" ? (
          <RegionList nodes={buildRegionTree(counts)} query={query} />
        ) : (
          <FoundRegions query={query} name={name} found={found} chosen={chosen} />
        )}
      </div>
    </>
  );
}

/** The chosen places and those above them come first, however many. */
function RegionList(props: { readonly nodes: readonly RegionNode[]; readonly query: SearchQuery }) {
  const { nodes, query } = props;
  const only = nodes.length === 1;
  const isKept = (node: RegionNode): boolean => leadsToChosen(node.value, query.region);
  const kept = nodes.filter(isKept);
  const shown = Math.max(shownAtOnce, kept.length);
  const items = [...kept, ...nodes.filter((node) => !isKept(node))].map((node) => (
    <RegionItem node={node} query={query} open={only || isKept(node)} />
  ));
  return (
    <>
      <ul class="facet-values">{items.slice(0, shown)}</ul>
      <MoreValues items={items.slice(shown)} />
    </>
  );
}

function RegionItem(props: {
  readonly node: RegionNode;
  readonly query: SearchQuery;
  readonly open: boolean;
}) {
  const { node, query, open } = props;
  const address = buildSearchAddress(
    replaceFilter(query, "region", toggleRegion(query.region, node.value)),
  );
  const state = query.region.includes(node.value) ? "chosen" : "free";
  return (
    <li>
      <FacetLink facet="region" count={node} address={address} state={state} />
      {open && node.children.length > 0 && (
        <div class="facet-children">
          <RegionList nodes={node.children} query={query} />
        </div>
      )}
    </li>
  );
}
