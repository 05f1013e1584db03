import type { SearchQuery } from "../../search/query.ts";
import type { SearchResult } from "../../search/search-result.ts";
import { choosePlace } from "./choose-place.ts";
import { buildSearchAddress } from "./search-address.ts";

interface Props {
  readonly query: SearchQuery;
  readonly result: Pick<SearchResult, "places" | "understood">;
}

/** The places that the query names, each to be chosen as a filter in place of its name. */
export function PlaceLinks({ query, result }: Props) {
  const places = result.places.filter(({ code }) => !query.region.includes(code));
  if (places.length === 0) return null;
  return (
    <div class="place-links">
      <span id="place-links-label">限定地区：</span>
      <ul aria-labelledby="place-links-label" hx-boost="true">
        {places.map((place) => (
          <li>
            <a href={buildSearchAddress(choosePlace(query, place, result.understood))}>
              {place.name}
              {place.path.length > 0 && <span class="muted">（{place.path.join(" ")}）</span>}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
