import type { SearchQuery } from "../../search/query.ts";
import type { SearchResult } from "../../search/search-result.ts";
import { listPlaceChoices } from "./choose-place.ts";
import { buildSearchAddress } from "./search-address.ts";

interface Props {
  readonly query: SearchQuery;
  readonly result: Pick<SearchResult, "places">;
}

/** The places that the query names, to be chosen as a filter in place of their names. */
export function PlaceLinks({ query, result }: Props) {
  const choices = listPlaceChoices(query, result.places);
  if (choices.length === 0) return null;
  return (
    <div class="place-links">
      <span id="place-links-label">限定地区：</span>
      <ul aria-labelledby="place-links-label" hx-boost="true">
        {choices.map(({ label, path, query: chosen }) => (
          <li>
            <a href={buildSearchAddress(chosen)}>
              {label}
              {path.length > 0 && <span class="muted">（{path.join(" ")}）</span>}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
