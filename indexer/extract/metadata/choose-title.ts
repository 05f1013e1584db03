import type { Page } from "../page/page.ts";
import type { ReportTitle } from "./find-title.ts";
import type { MetadataFields } from "./read-metadata-fields.ts";
import { compact, isReportTitle, readTitleAgency, readTitleYear } from "./report-title.ts";

/**
 * The title of the report: as the text prints it, unless the metadata block, `<meta name="ArticleTitle">` or
 * `<title>` say more (the year or the body). Null where none is the title of a report.
 */
export function chooseTitle(
  page: Page,
  fields: MetadataFields,
  printed: ReportTitle | null,
): ReportTitle | null {
  const others = [
    ...fields.values.filter(({ field }) => field === "title").map(({ text }) => text),
    page.meta.get("articletitle") ?? "",
    ...(page.title?.split(/[-—_|]/u) ?? []),
  ]
    .map(compact)
    .filter(isReportTitle)
    .map((words) => ({ words, agency: readTitleAgency(words), year: readTitleYear(words) }));
  const candidates = printed ? [printed, ...others] : others;
  return candidates.toSorted((a, b) => weigh(b) - weigh(a))[0] ?? null;
}

function weigh({ agency, year }: ReportTitle): number {
  return (agency === null ? 0 : 1) + (year === null ? 0 : 2);
}
