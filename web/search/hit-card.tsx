import type { KnownFact } from "../../corpus/forms/known-facts.ts";
import { sectionLabels } from "../../corpus/section.ts";
import type { Hit } from "../../search/search-result.ts";
import { buildDateText } from "../date-text.ts";
import { MarkedLine, MarkedText } from "../marked-text.tsx";
import { RegionPath } from "../region-path.tsx";
import { SourceLink } from "../source-link.tsx";
import { buildHitAddress } from "./hit-address.ts";
import { HitValue } from "./hit-value.tsx";
import { MorePassages } from "./more-passages.tsx";

interface Props {
  readonly hit: Hit;
  /** The words by which it was found. */
  readonly words: string;
  /** The fact by which the hits are in order; null for another order. */
  readonly fact: KnownFact | null;
}

/** One hit: it leads to its passage in the report, with the words kept for marking. */
export function HitCard({ hit, words, fact }: Props) {
  return (
    <article class="hit">
      <div class="hit-where">
        <RegionPath places={hit.region} q={words} />
      </div>
      <h2 class="hit-title">
        <a href={buildHitAddress(hit, words)}>
          <MarkedText text={hit.title} marks={hit.titleMarks} />
        </a>
      </h2>
      <p class="hit-facts">
        <span class="hit-agency">{hit.agency}</span>
        <span class="hit-year">{hit.year} 年</span>
        <span class="section-chip" data-section={hit.section}>
          {sectionLabels[hit.section]}
        </span>
        {hit.demo && <span class="demo-chip">示例</span>}
      </p>
      {fact !== null && <HitValue hit={hit} fact={fact} />}
      {hit.snippet !== "" && (
        <p class="hit-snippet">
          <MarkedLine text={hit.snippet} marks={hit.marks} />
        </p>
      )}
      {hit.relaxed && <p class="hit-missing">{describeMissing(hit)}</p>}
      <MorePassages hit={hit} words={words} />
      <p class="hit-foot">
        {hit.published && <span>发布于 {buildDateText(hit.published)}</span>}
        <a href={`/api/reports/${hit.reportId}/original`}>存档原件</a>
        <SourceLink address={hit.url} />
      </p>
    </article>
  );
}

/** What the hit holds in other words, then what it lacks. */
function describeMissing({ missing, instead }: Hit): string {
  const said = instead.map(({ from, to }) => `${from} → ${to}`);
  const lacking = missing.filter((word) => instead.every(({ from }) => from !== word));
  const parts = lacking.length > 0 ? [...said, `缺：${lacking.join("、")}`] : said;
  return parts.length === 0 ? "没有原词，有相近的说法" : parts.join("；");
}
