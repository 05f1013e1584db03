import { sectionLabels } from "../../corpus/section.ts";
import type { Hit } from "../../search/search-result.ts";
import { buildHitAddress } from "./hit-address.ts";

interface Props {
  readonly hit: Hit;
  /** The words by which the hit was found. */
  readonly words: string;
}

/** The other sections of the report that the search finds, each leading to its passage. */
export function MorePassages({ hit, words }: Props) {
  const { more } = hit;
  if (more.length === 0) return null;
  return (
    <details class="hit-more">
      <summary>本报告另有 {more.length} 处</summary>
      <ul>
        {more.map(({ position, section, heading }) => (
          <li>
            <a href={buildHitAddress({ ...hit, position }, words)}>
              {heading === "" ? sectionLabels[section] : heading}
            </a>
          </li>
        ))}
      </ul>
    </details>
  );
}
