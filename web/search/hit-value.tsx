import type { KnownFact } from "../../corpus/forms/known-facts.ts";
import type { Hit } from "../../search/search-result.ts";
import { buildNumberText } from "../number-text.ts";
import { buildCellIdOfKey } from "../report/cell-id.ts";
import { buildReportAddress } from "../report/report-address.ts";

interface Props {
  readonly hit: Pick<Hit, "reportId" | "value">;
  /** The fact by which the hits are in order. */
  readonly fact: KnownFact;
}

/** The number by which a hit has its place in the order, leading to its cell in the report. */
export function HitValue({ hit, fact }: Props) {
  const address = `${buildReportAddress({ id: hit.reportId })}#${buildCellIdOfKey(fact.key)}`;
  return (
    <p class="hit-value">
      <span>{fact.label}：</span>
      {hit.value === null ? (
        <span class="muted">无此数</span>
      ) : (
        <>
          <a href={address}>{buildNumberText(hit.value)}</a>
          {fact.unit !== null && ` ${fact.unit}`}
        </>
      )}
    </p>
  );
}
