import type { Fact } from "../../corpus/fact.ts";
import type { Form } from "../../corpus/forms/form.ts";
import type { Section } from "../../corpus/section.ts";
import { readPeriod } from "./metadata/find-year.ts";
import { NotAReport } from "./not-a-report.ts";

/** What was read of a file, for judging whether it is a report at all. */
export interface ReportSigns {
  readonly title: string | null;
  /** What the page calls itself where that is a paper on how to write reports. */
  readonly instruction: string | null;
  readonly year: number | null;
  readonly preamble: string | null;
  readonly sections: readonly Section[];
  /** The form of the tables, null where none is known. */
  readonly form: Form | null;
  readonly facts: readonly Fact[];
  /** The attachment of the page that may be the report, with its address; null where there is none. */
  readonly file: string | null;
}

const needed = 3;
const fewSections = 2;
const manySections = 4;
const announcement = /信息公开(?:工作)?(?:情况)?(?:年度)?(?:报告|年报)/u;

/**
 * Throws NotAReport for guides, lists of reports, notices on writing them, blank forms and other pages: a report has
 * enough of a title, a statistical period, official tables with numbers and known sections, and more of them where
 * it names no year. Its tables may be images.
 */
export function assertReport(signs: ReportSigns): void {
  const isNamed = signs.title !== null || signs.year !== null;
  if (signs.instruction !== null && !(isNamed && hasNumbers(signs)))
    throw new NotAReport(
      `This is a paper on how reports are written (${signs.instruction}), not a report: give the report itself.`,
    );
  const least = signs.year === null ? needed + 1 : needed;
  if (weigh(signs) >= least) return;
  if (signs.file !== null)
    throw new NotAReport(
      `This page holds no report itself but offers one as an attachment, ${signs.file}: give that file.`,
    );
  throw new NotAReport(
    "This is no annual report on information disclosure: it has neither its title and sections nor its tables.",
  );
}

/** A blank form prints the tables without a number; tables of no form are in any paper. */
function hasNumbers({ form, facts }: ReportSigns): boolean {
  return facts.some(
    ({ table, value }) => value !== null && (form !== null || table !== "indicators"),
  );
}

function weigh(signs: ReportSigns): number {
  const { title, preamble, sections } = signs;
  const introduction = preamble ?? "";
  const known = new Set(sections.flatMap(({ kind }) => (kind === "unknown" ? [] : [kind]))).size;
  const words = sections.reduce((sum, { text }) => sum + text.length, introduction.length);
  const isAnnounced = title !== null || announcement.test(introduction.replace(/\s/gu, ""));
  return (
    (isAnnounced ? 1 : 0) +
    (hasNumbers(signs) ? 2 : 0) +
    (known >= manySections ? 2 : known >= fewSections ? 1 : 0) +
    (readPeriod(introduction) === null ? 0 : 1) +
    (title !== null && words >= 300 && mentionsRequests(introduction, sections) ? 1 : 0)
  );
}

function mentionsRequests(introduction: string, sections: readonly Section[]): boolean {
  return introduction.includes("申请") || sections.some(({ text }) => text.includes("申请"));
}
