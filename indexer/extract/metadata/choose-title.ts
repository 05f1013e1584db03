import type { Page } from "../page/page.ts";
import type { ReportTitle } from "./find-title.ts";
import type { MetadataFields } from "./read-metadata-fields.ts";
import { compact, isReportTitle, readTitleAgency, readTitleYear } from "./report-title.ts";

/** The titles of a report that the metadata block, `<meta name="ArticleTitle">` and `<title>` give. */
export function listGivenTitles(page: Page, fields: MetadataFields): readonly ReportTitle[] {
  return [
    ...fields.values.filter(({ field }) => field === "title").map(({ text }) => text),
    page.meta.get("articletitle") ?? "",
    ...(page.title?.split(/[-—_|]/u) ?? []),
  ]
    .map(compact)
    .filter(isReportTitle)
    .map((words) => ({ words, agency: readTitleAgency(words), year: readTitleYear(words) }));
}

/**
 * The title of the report: as the text prints it, unless one that the page gives elsewhere says more (the year or
 * the body). Null where none is the title of a report.
 */
export function chooseTitle(
  printed: ReportTitle | null,
  given: readonly ReportTitle[],
): ReportTitle | null {
  const candidates = printed ? [printed, ...given] : given;
  return candidates.toSorted((a, b) => weigh(b) - weigh(a))[0] ?? null;
}

function weigh({ agency, year }: ReportTitle): number {
  return (agency === null ? 0 : 1) + (year === null ? 0 : 2);
}
