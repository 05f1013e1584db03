import type { Report, ReportVersion } from "../../corpus/report.ts";
import { buildTimeText } from "../date-text.ts";
import { buildNumberText } from "../number-text.ts";
import { SourceLink } from "../source-link.tsx";
import { buildCitation } from "./citation.ts";

/** How to cite the report, and the copies of it that are kept. */
export function ReportSources({ report }: { readonly report: Report }) {
  return (
    <section id="cite" class="report-sources" aria-labelledby="cite-heading">
      <h2 id="cite-heading" class="section-heading">
        引用与版本
      </h2>
      <p class="muted">GB/T 7714 著录格式</p>
      <p class="citation">{buildCitation(report)}</p>
      <p class="muted">
        固定链接 <a href={`/reports/${report.id}`}>/reports/{report.id}</a>
        ；在后面加 #s0、#s1 等可指到某一节，表中每个数也各有其锚点。机读数据见{" "}
        <a href={`/api/reports/${report.id}`}>JSON</a>。
      </p>
      <h3>存档版本</h3>
      <ul class="versions">
        {report.versions.map((version) => (
          <VersionItem id={report.id} version={version} />
        ))}
      </ul>
    </section>
  );
}

function VersionItem(props: { readonly id: string; readonly version: ReportVersion }) {
  const { capture, extractedAt, current } = props.version;
  return (
    <li>
      <p>
        <a href={`/api/reports/${props.id}/original?digest=${capture.digest}`}>
          {buildTimeText(capture.capturedAt)} 采集的原件
        </a>
        {current && <span class="section-chip">本页所用</span>}
      </p>
      <p class="muted">
        {capture.mediaType}，{buildNumberText(capture.bytes)} 字节，{buildTimeText(extractedAt)}{" "}
        读取 <SourceLink address={capture.address} />
      </p>
      <p class="muted">
        SHA-256 <code class="digest">{capture.digest}</code>
      </p>
    </li>
  );
}
