import { verdicts } from "../../corpus/finding.ts";
import type { CitedFinding } from "./cited-findings.ts";
import type { FindingContext } from "./finding-context.ts";
import { FindingsPanel, VerdictBadge } from "./findings-panel.tsx";

interface Props {
  readonly cited: readonly CitedFinding[];
  /** Findings about no table that the page shows. */
  readonly loose: readonly CitedFinding[];
  readonly warnings: readonly string[];
  readonly context: FindingContext;
}

/** What the audit found over all, and what could not be read. */
export function AuditSummary({ cited, loose, warnings, context }: Props) {
  if (cited.length === 0 && warnings.length === 0) return null;
  const counts = verdicts.map((verdict) => ({
    verdict,
    count: cited.filter(({ finding }) => finding.verdict === verdict).length,
  }));
  const firstFail = cited.find(({ finding }) => finding.verdict === "fails");
  return (
    <section class="audit" aria-labelledby="audit-heading">
      <h2 id="audit-heading" class="visually-hidden">
        勾稽核对
      </h2>
      {cited.length > 0 && (
        <p class="audit-counts">
          <span class="audit-label">勾稽核对</span>
          {counts
            .filter(({ count }) => count > 0)
            .map(({ verdict, count }) => (
              <span>
                <VerdictBadge verdict={verdict} /> {count} 项
              </span>
            ))}
          {firstFail && <a href={`#${firstFail.id}`}>看不符之处</a>}
        </p>
      )}
      <FindingsPanel cited={loose} label="其他" context={context} />
      {warnings.length > 0 && (
        <ul class="warnings" aria-label="读取时的疑点">
          {warnings.map((warning) => (
            <li>{warning}</li>
          ))}
        </ul>
      )}
    </section>
  );
}
