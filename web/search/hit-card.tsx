import { sectionLabels } from "../../corpus/section.ts";
import type { Hit } from "../../search/search-result.ts";
import { buildDateText } from "../date-text.ts";
import { MarkedLine, MarkedText } from "../marked-text.tsx";
import { RegionPath } from "../region-path.tsx";
import { SourceLink } from "../source-link.tsx";

/** One hit: it leads to the section that holds it, with the words kept for marking. */
export function HitCard({ hit, q }: { readonly hit: Hit; readonly q: string }) {
  return (
    <article class="hit">
      <div class="hit-where">
        <RegionPath places={hit.region} q={q} />
      </div>
      <h2 class="hit-title">
        <a href={buildReportAddress(hit, q)}>
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
      {hit.snippet !== "" && (
        <p class="hit-snippet">
          <MarkedLine text={hit.snippet} marks={hit.marks} />
        </p>
      )}
      <p class="hit-foot">
        {hit.published && <span>发布于 {buildDateText(hit.published)}</span>}
        <a href={`/api/reports/${hit.reportId}/original`}>存档原件</a>
        <SourceLink address={hit.url} />
      </p>
    </article>
  );
}

/** The report page at the section of a hit. */
export function buildReportAddress(hit: Pick<Hit, "reportId" | "position">, q: string): string {
  const params = q.trim() === "" ? "" : `?${new URLSearchParams({ q }).toString()}`;
  return `/reports/${encodeURIComponent(hit.reportId)}${params}#s${hit.position}`;
}
