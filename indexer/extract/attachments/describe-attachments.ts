import type { Attachment } from "../../../corpus/attachment.ts";
import type { Fact } from "../../../corpus/fact.ts";
import type { Section } from "../../../corpus/section.ts";
import { compact, isReportTitle } from "../metadata/report-title.ts";
import { hasAllTables } from "./list-attachments.ts";

/** The files of a page, those among them that its article offers, and the year of the report. */
export interface Files {
  readonly attachments: readonly Attachment[];
  readonly articleFiles: readonly Attachment[];
  readonly year: number | null;
}

/** What a page says itself, and what it offers. */
export interface Offer extends Files {
  readonly preamble: string | null;
  readonly sections: readonly Section[];
  readonly facts: readonly Fact[];
}

/** A page that says less than this is no report, only the door to one. */
const longestStub = 300;
const mostNamed = 3;
const longestName = 60;
const longestAddress = 120;
const nameYear = /(?<!\d)(20\d{2})\s{0,2}年/u;
const reportWords = /信息公开|政务公开|年报|年度报告|工作报告/u;

/** Sentences for readers about a report whose text or tables lie in an attachment or in images. */
export function describeAttachments(offer: Offer): readonly string[] {
  if (hasAllTables(offer.facts)) return [];
  const hasSome = offer.facts.length > 0;
  const isStub = !hasSome && countWords(offer) < longestStub;
  const names = listReportFiles(offer)
    .slice(0, mostNamed)
    .map(({ name }) => `“${shorten(name, longestName)}”`);
  const missing = hasSome ? "缺少的统计表" : "统计表";
  if (names.length > 0)
    return [`${isStub ? "正文" : `${missing}可能`}在附件中：${names.join("、")}。`];
  const images = offer.attachments.filter(({ kind }) => kind === "image").length;
  return images > 0 ? [`${isStub ? "正文" : missing}可能是图片，页面上有 ${images} 张。`] : [];
}

/**
 * The attachment that holds the report of a page which holds none itself, as `“name” (address)`; null where the page
 * does not call itself a report and neither does a file of it.
 */
export function nameReportFile({
  title,
  ...offered
}: Files & { readonly title: string | null }): string | null {
  const files = listReportFiles(offered);
  const file = title === null ? files.find(({ name }) => isTitled(name)) : files[0];
  if (!file) return null;
  const name = shorten(file.name.replace(/\s+/gu, " "), longestName);
  return `“${name}” (${shorten(file.address.replace(/\s/gu, "%20"), longestAddress)})`;
}

/**
 * The files that may be the report: documents of the article, only those whose name says so where some do; else those
 * beside the article whose name says so. One that names another year is another report.
 */
function listReportFiles({ attachments, articleFiles, year }: Files): readonly Attachment[] {
  const isDocument = ({ kind, mediaType, name }: Attachment): boolean => {
    const named = nameYear.exec(name)?.[1] ?? null;
    const isOther = named !== null && year !== null && Number(named) !== year;
    return kind !== "image" && mediaType?.startsWith("image/") !== true && !isOther;
  };
  const own = articleFiles.filter(isDocument);
  const named = own.filter(({ name }) => reportWords.test(name));
  if (own.length > 0) return named.length > 0 ? named : own;
  return attachments.filter((file) => isDocument(file) && reportWords.test(file.name));
}

function isTitled(name: string): boolean {
  return isReportTitle(
    compact(name.replace(/\.[a-z\d]{2,4}$/iu, "").replace(/^附件\d?[：:.、]?/u, "")),
  );
}

function countWords({ preamble, sections }: Offer): number {
  return sections.reduce((sum, { text }) => sum + text.length, preamble?.length ?? 0);
}

function shorten(words: string, most: number): string {
  return words.length <= most ? words : `${words.slice(0, most - 1)}…`;
}
