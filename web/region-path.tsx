import { buildSearchAddress } from "./search/search-address.ts";

interface Place {
  readonly code: string;
  readonly name: string;
}

/** Places from the province down; each leads to everything held there. */
export function RegionPath(props: { readonly places: readonly Place[]; readonly q?: string }) {
  if (props.places.length === 0) return <span class="region-path muted">地区未能确定</span>;
  return (
    <ol class="region-path" aria-label="所在地区">
      {props.places.map(({ code, name }) => (
        <li>
          <a href={buildSearchAddress({ q: props.q ?? "", region: [code] })}>{name}</a>
        </li>
      ))}
    </ol>
  );
}
