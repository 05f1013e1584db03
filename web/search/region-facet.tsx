import type { SearchQuery } from "../../search/query.ts";
import type { FacetCount } from "../../search/search-result.ts";
import { FacetLink } from "./facet-link.tsx";
import { MoreValues } from "./more-values.tsx";
import { buildRegionTree, leadsToChosen, toggleRegion, type RegionNode } from "./region-tree.ts";
import { buildSearchAddress, replaceFilter } from "./search-address.ts";

const shownAtOnce = 10;

/** Places to drill down: a chosen place shows the places under it, and so does an only one. */
export function RegionFacet(props: {
  readonly counts: readonly FacetCount[];
  readonly query: SearchQuery;
}) {
  return <RegionList nodes={buildRegionTree(props.counts)} query={props.query} />;
}

function RegionList(props: { readonly nodes: readonly RegionNode[]; readonly query: SearchQuery }) {
  const { nodes, query } = props;
  const only = nodes.length === 1;
  const isKept = (node: RegionNode): boolean => leadsToChosen(node.value, query.region);
  const ordered = [...nodes.filter(isKept), ...nodes.filter((node) => !isKept(node))];
  const items = ordered.map((node) => (
    <RegionItem node={node} query={query} open={only || isKept(node)} />
  ));
  return (
    <>
      <ul class="facet-values">{items.slice(0, shownAtOnce)}</ul>
      <MoreValues items={items.slice(shownAtOnce)} />
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
