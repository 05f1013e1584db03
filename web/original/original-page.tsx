import { buildFactKey, type Fact } from "../../corpus/fact.ts";
import type { Form } from "../../corpus/forms/form.ts";
import type { Report } from "../../corpus/report.ts";
import { RegionPath } from "../region-path.tsx";
import { nameCells } from "../report/cell-names.ts";
import {
  buildDownloadAddress,
  buildReportAddress,
  buildViewAddress,
} from "../report/report-address.ts";
import { buildShownTables } from "../report/shown-table.ts";
import { VersionNotice } from "../report/version-notice.tsx";
import { CaptureFacts } from "./capture-facts.tsx";
import { FactReading } from "./fact-reading.tsx";

interface Props {
  readonly report: Report;
  readonly form: Form | null;
  /** The fact whose cell is marked. */
  readonly fact: Fact | null;
  /** The page of the original that is wanted; null for that of the fact. */
  readonly page?: number | undefined;
}

/** The archived original in a frame that runs nothing, the cell marked, beside what was read from it. */
export function OriginalPage({ report, form, fact, page }: Props) {
  const version = { id: report.id, digest: report.capture.digest };
  const key = fact === null ? undefined : buildFactKey(fact);
  const name = key === undefined ? null : nameFact(report, form, key);
  const view = buildViewAddress(version, { fact: key, page });
  return (
    <div class="original-page">
      <header class="original-header">
        <RegionPath places={report.regions} />
        <h1>
          <a href={buildReportAddress(version)}>{report.title}</a>
          <span class="changes-title">存档原件</span>
        </h1>
        {report.demo && <p class="demo-chip">示例年报，内容虚构</p>}
        <VersionNotice report={report} />
      </header>
      {fact && <FactReading fact={fact} name={name ?? fact.label} report={report} />}
      <iframe
        class="original-frame"
        title={name === null ? "存档原件" : `存档原件，标出：${name}`}
        src={`${view}#cell`}
        sandbox=""
      />
      <aside class="original-capture" aria-label="存档信息">
        <CaptureFacts capture={report.capture} />
        <p class="original-links">
          <a href={buildDownloadAddress(version)}>下载原件</a>
          <a href={`${view}#cell`}>单独打开</a>
        </p>
        <p class="muted">
          原件由存档的字节画出：脚本、外部图片和样式都已去掉，所以与网站上的样子会有出入；文字和数字照原样。
        </p>
      </aside>
    </div>
  );
}

function nameFact(report: Report, form: Form | null, key: string): string | null {
  return nameCells(buildShownTables(form, report.facts)).get(key)?.name ?? null;
}
