import type { Extraction } from "../../../corpus/extraction.ts";
import { findForm } from "../../../corpus/forms/forms.ts";
import { listSections } from "../../../corpus/report.ts";
import { sectionLabels } from "../../../corpus/section.ts";
import { namesPeriod, readStatisticalPeriod } from "../plausibility/read-period.ts";
import type { DraftIssue, Severity } from "./draft-issue.ts";
import { describeEmptySections } from "./find-empty-sections.ts";
import { findMissingCells } from "./find-missing-cells.ts";
import { findPlaceholders } from "./find-placeholders.ts";
import { requiredSections } from "./required-sections.ts";

const wholePeriod = "如“统计期限自某年1月1日起至12月31日止”";

/** What a draft should have and does not: title, body, year, period, sections, tables, cells; what is not filled in. */
export function findMissingParts(extraction: Extraction): readonly DraftIssue[] {
  const { form: id, title } = extraction;
  const form = id === null ? null : findForm(id);
  return [
    ...findMissingHead(extraction),
    ...findMissingSections(extraction),
    ...(form === null ? describeForm(extraction) : findMissingCells(extraction, form)),
    ...findPlaceholders(title, listSections(extraction)),
  ];
}

function findMissingHead(extraction: Extraction): readonly DraftIssue[] {
  const { title, agency, year } = extraction;
  const issues: DraftIssue[] = [];
  if (title === null)
    issues.push(miss("error", "没有找到标题（应写明机关、年度和“政府信息公开工作年度报告”）"));
  if (agency === null) issues.push(miss("error", "没有找到发布机关的名称"));
  if (year === null) issues.push(miss("error", "没有写明报告年度"));
  const sections = listSections(extraction);
  if (readStatisticalPeriod(sections) === null) {
    const fault = namesPeriod(sections) ? "统计期限写法不全，请写明起止日期" : "没有写明统计期限";
    issues.push(miss("warning", `${fault}（${wholePeriod}）`));
  }
  return issues;
}

function findMissingSections(extraction: Extraction): readonly DraftIssue[] {
  const { form, sections } = extraction;
  const { severity, kinds, source } = requiredSections[form ?? "2021"];
  const present = new Set(sections.map(({ kind }) => kind));
  const absent = kinds
    .filter((kind) => !present.has(kind))
    .map((kind) => miss(severity, `缺少“${sectionLabels[kind]}”一节（${source}要有）`));
  const empty = describeEmptySections(extraction).map((message) => miss("warning", message));
  return [...absent, ...empty];
}

function describeForm({ facts }: Extraction): readonly DraftIssue[] {
  return facts.length === 0
    ? [miss("error", "没有找到任何统计表（是图片的请改为文字表格）")]
    : [miss("warning", "统计表不是任何一种官方格式，只核对能认出的行")];
}

function miss(severity: Severity, message: string): DraftIssue {
  return { severity, kind: "missing", rule: null, message, quote: null, facts: [] };
}
