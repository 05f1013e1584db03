import type { VersionChanges } from "../../corpus/diff/version-changes.ts";
import type { Report, ReportVersion } from "../../corpus/report.ts";
import { buildTimeText } from "../date-text.ts";
import { buildNumberText } from "../number-text.ts";
import { SourceLink } from "../source-link.tsx";
import { buildChangesText } from "../versions/changes-text.ts";
import { buildVersionLabel } from "../versions/version-label.ts";
import { ReportAttachments } from "./report-attachments.tsx";
import { buildCitation } from "./citation.ts";
import {
  buildChangesAddress,
  buildDownloadAddress,
  buildOriginalAddress,
  buildReportAddress,
} from "./report-address.ts";

interface Props {
  readonly report: Report;
  readonly changes: readonly VersionChanges[];
}

/** How to cite the report, and the copies of it that are kept. */
export function ReportSources({ report, changes }: Props) {
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
      <ReportAttachments attachments={report.attachments} />
      <h3>存档版本</h3>
      <ul class="versions">
        {report.versions.map((version, at) => (
          <VersionItem
            report={report}
            version={version}
            older={report.versions[at + 1]?.capture.digest ?? null}
            changes={changes.find(({ digest }) => digest === version.capture.digest) ?? null}
          />
        ))}
      </ul>
    </section>
  );
}

function VersionItem(props: {
  readonly report: Report;
  readonly version: ReportVersion;
  /** The digest of the version before, null for the first one. */
  readonly older: string | null;
  readonly changes: VersionChanges | null;
}) {
  const { report, version, older, changes } = props;
  const { capture, extractedAt, current } = version;
  const { id } = report;
  const name = { id, digest: capture.digest };
  const isShown = capture.digest === report.capture.digest;
  return (
    <li>
      <p class="version-head">
        <b>{buildVersionLabel(capture, report.versions)}</b>
        {current && <span class="section-chip">最新</span>}
        {isShown && <span class="section-chip">本页所用</span>}
        {!isShown && <a href={buildReportAddress(name)}>看这一版</a>}
        <a href={buildOriginalAddress(name)}>看原件</a>
        <a href={buildDownloadAddress(name)}>下载原件</a>
      </p>
      {changes && (
        <p>
          与上一版相比：
          <a href={buildChangesAddress(id, { from: changes.since, to: changes.digest })}>
            {buildChangesText(changes)}
          </a>
        </p>
      )}
      {!changes && older !== null && (
        <p>
          <a href={buildChangesAddress(id, { from: older, to: capture.digest })}>与上一版比较</a>
        </p>
      )}
      <p class="muted">
        {capture.mediaType}，{buildNumberText(capture.bytes)} 字节，{buildTimeText(extractedAt)}{" "}
        读取 <SourceLink address={capture.address} />{" "}
        <SourceLink address={capture.page} name="所在网页" />
      </p>
      <p class="muted">
        SHA-256 <code class="digest">{capture.digest}</code>
      </p>
    </li>
  );
}
