import type { HeadField, ReportDiff } from "../../corpus/diff/report-diff.ts";
import type { Form } from "../../corpus/forms/form.ts";
import type { Report } from "../../corpus/report.ts";
import { buildTimeText } from "../date-text.ts";
import { RegionPath } from "../region-path.tsx";
import { nameCells } from "../report/cell-names.ts";
import { buildReportAddress } from "../report/report-address.ts";
import { buildShownTables } from "../report/shown-table.ts";
import { buildChangesText } from "./changes-text.ts";
import { FactChanges } from "./fact-changes.tsx";
import { SectionChanges } from "./section-changes.tsx";
import { VersionChoice } from "./version-choice.tsx";

interface Props {
  readonly from: Report;
  readonly to: Report;
  readonly diff: ReportDiff;
  readonly forms: readonly Form[];
}

const headLabels: Readonly<Record<HeadField, string>> = {
  title: "标题",
  printedAgency: "原文署名",
  form: "格式",
  published: "发布日期",
  indexNumber: "索引号",
  documentNumber: "文号",
};

/** Two versions of a report: what they say of themselves, their cells and their sections, where they differ. */
export function ChangesPage({ from, to, diff, forms }: Props) {
  const names = new Map([...nameAll(from, forms), ...nameAll(to, forms)]);
  const prose = diff.sections.filter((change) => change.prose);
  const counts = { facts: diff.facts.length, sections: prose.length };
  return (
    <div class="changes-page">
      <header class="changes-header">
        <RegionPath places={to.regions} />
        <h1>
          <a href={buildReportAddress({ id: to.id })}>{to.title}</a>
          <span class="changes-title">版本比较</span>
        </h1>
        <VersionChoice id={to.id} versions={to.versions} from={from.capture} to={to.capture} />
        <p class="changes-summary" role="status">
          {buildTimeText(from.capture.capturedAt)} 的版本与 {buildTimeText(to.capture.capturedAt)}{" "}
          的版本：<b>{buildChangesText(counts)}</b>
        </p>
      </header>
      {diff.head.length > 0 && <HeadChanges changes={diff.head} />}
      <FactChanges changes={diff.facts} names={names} from={from} to={to} />
      <SectionChanges changes={diff.sections} from={from} to={to} />
    </div>
  );
}

function nameAll(report: Report, forms: readonly Form[]) {
  const form = forms.find(({ id }) => id === report.form) ?? null;
  return nameCells(buildShownTables(form, report.facts));
}

function HeadChanges({ changes }: { readonly changes: ReportDiff["head"] }) {
  return (
    <section aria-labelledby="head-changes">
      <h2 id="head-changes" class="section-heading">
        题名与发布信息
      </h2>
      <dl class="head-changes">
        {changes.map(({ field, from, to }) => (
          <div>
            <dt>{headLabels[field]}</dt>
            <dd>
              <del>{from ?? "未写明"}</del> <ins>{to ?? "未写明"}</ins>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
