import type { Child } from "hono/jsx";
import { agencyKindLabels } from "../../corpus/agency.ts";
import { levelLabels } from "../../corpus/division.ts";
import { formLabels } from "../../corpus/forms/form.ts";
import type { Report } from "../../corpus/report.ts";
import { buildDateText, buildTimeText } from "../date-text.ts";
import { SourceLink } from "../source-link.tsx";
import { buildDownloadAddress, buildOriginalAddress } from "./report-address.ts";

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
      {listOtherDates(report).map(({ label, date }) => (
        <Item label={label}>{buildDateText(date)}</Item>
      ))}
      {report.indexNumber !== null && <Item label="索引号">{report.indexNumber}</Item>}
      {report.documentNumber !== null && <Item label="文号">{report.documentNumber}</Item>}
      <Item label="采集时间">{buildTimeText(capture.capturedAt)}</Item>
      <Item label="原件">
        <a href={buildOriginalAddress({ id: report.id, digest: capture.digest })}>看存档原件</a>
        <a href={buildDownloadAddress({ id: report.id, digest: capture.digest })}>下载</a>
        <SourceLink address={capture.address} />
        <SourceLink address={capture.page} name="所在网页" />
        {capture.address === null && capture.file !== null && <span>文件：{capture.file}</span>}
      </Item>
      <Item label="SHA-256">
        <code class="digest">{capture.digest}</code>
      </Item>
    </dl>
  );
}

/** Dates that say something else than the publication, each for what it is. */
function listOtherDates({ dates, published }: Report) {
  const all = [
    { label: "成文日期", date: dates.written },
    { label: "落款日期", date: dates.signed },
    { label: "网址中的日期", date: dates.address ?? dates.id },
  ];
  return all.flatMap(({ label, date }) =>
    date === null || date === published ? [] : [{ label, date }],
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
