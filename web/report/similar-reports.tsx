import type { ReportMatch } from "../../corpus/likeness/likeness.ts";
import { buildReportAddress } from "./report-address.ts";
import { buildShareText, measureNote } from "./share-text.ts";

const shownAtOnce = 5;

/** Reports whose prose is like this one's. Nothing where there are none. */
export function SimilarReports({ reports }: { readonly reports: readonly ReportMatch[] }) {
  if (reports.length === 0) return null;
  return (
    <section id="similar" class="similar-reports" aria-labelledby="similar-heading">
      <h2 id="similar-heading" class="section-heading">
        相近的年报
      </h2>
      <ul>
        {reports.slice(0, shownAtOnce).map((report) => (
          <li>
            <a href={buildReportAddress({ id: report.reportId })}>
              {report.agency}
              {report.year}年度报告
            </a>
            <span class="muted">
              各章节平均相同 {buildShareText(report.share)}，{report.sections} 个章节相近
              {report.relation === "year" && "（本机关）"}
            </span>
          </li>
        ))}
      </ul>
      <p class="muted">{measureNote}</p>
    </section>
  );
}
