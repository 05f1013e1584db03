import type { FacetKey } from "../../search/facets.ts";
import type { FacetCount } from "../../search/search-result.ts";
import { buildNumberText } from "../number-text.ts";

interface Props {
  readonly facet: FacetKey;
  readonly count: FacetCount;
  readonly address: string;
  readonly state: "chosen" | "free";
}

/** One value of a facet. Its id lets the focus stay on it when the results are swapped. */
export function FacetLink({ facet, count, address, state }: Props) {
  const chosen = state === "chosen";
  return (
    <a
      id={`facet-${facet}-${count.value}`}
      class={chosen ? "facet-value facet-value-chosen" : "facet-value"}
      href={address}
      rel="nofollow"
      aria-current={chosen ? "true" : undefined}
    >
      <span class="facet-tick" aria-hidden="true" />
      <span class="facet-name">
        {count.label}
        {count.detail && <span class="facet-detail">{count.detail}</span>}
      </span>
      <span class="facet-count">{buildNumberText(count.count)}</span>
    </a>
  );
}
