import type { Report } from "../../corpus/report.ts";
import { sectionLabels } from "../../corpus/section.ts";

/** The sections as links; it stays in view while one reads. */
export function ReportOutline({ sections }: Pick<Report, "sections">) {
  return (
    <nav class="outline" aria-label="本报告目录">
      <h2 class="outline-heading">目录</h2>
      <ol>
        {sections.map(({ kind, heading }, position) => (
          <li>
            <a href={`#s${position}`}>{heading === "" ? sectionLabels[kind] : heading}</a>
          </li>
        ))}
        <li>
          <a href="#cite">引用与版本</a>
        </li>
      </ol>
    </nav>
  );
}
