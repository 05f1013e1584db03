import type { Child } from "hono/jsx";
import { agencyKindLabels } from "../../corpus/agency.ts";
import { levelLabels } from "../../corpus/division.ts";
import { formLabels } from "../../corpus/forms/form.ts";
import type { Report } from "../../corpus/report.ts";
import { buildDateText, buildTimeText } from "../date-text.ts";
import { SourceLink } from "../source-link.tsx";

/** What is known of a report besides its text. An unknown item is left out. */
export function ReportFacts({ report }: { readonly report: Report }) {
  const { capture } = report;
  return (
    <dl class="report-facts">
      <Item label="机构">
        {report.agency}
        <span class="muted">（{describeAgency(report)}）</span>
      </Item>
      {report.printedAgency !== report.agency && (
        <Item label="原文署名">{report.printedAgency}</Item>
      )}
      <Item label="报告年度">{report.year} 年</Item>
      {report.form !== null && <Item label="格式">{formLabels[report.form]}</Item>}
      {report.published !== null && <Item label="发布日期">{buildDateText(report.published)}</Item>}
      {report.indexNumber !== null && <Item label="索引号">{report.indexNumber}</Item>}
      {report.documentNumber !== null && <Item label="文号">{report.documentNumber}</Item>}
      <Item label="采集时间">{buildTimeText(capture.capturedAt)}</Item>
      <Item label="原件">
        <a href={`/api/reports/${report.id}/original`}>存档原件</a>
        <SourceLink address={capture.address} />
        {capture.address === null && capture.file !== null && <span>文件：{capture.file}</span>}
      </Item>
      <Item label="SHA-256">
        <code class="digest">{capture.digest}</code>
      </Item>
    </dl>
  );
}

function describeAgency({ kind, level }: Report): string {
  return level === null ? agencyKindLabels[kind] : `${levelLabels[level]}${agencyKindLabels[kind]}`;
}

function Item(props: { readonly label: string; readonly children?: Child }) {
  return (
    <div class="report-fact">
      <dt>{props.label}</dt>
      <dd>{props.children}</dd>
    </div>
  );
}
