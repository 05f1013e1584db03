import type { Attachment } from "../../../corpus/attachment.ts";
import type { Fact } from "../../../corpus/fact.ts";
import type { Section } from "../../../corpus/section.ts";
import { compact, isReportTitle } from "../metadata/report-title.ts";

/** What a page says itself, and what it offers. */
export interface Offer {
  readonly attachments: readonly Attachment[];
  readonly preamble: string | null;
  readonly sections: readonly Section[];
  readonly facts: readonly Fact[];
}

/** A page that says less than this is no report, only the door to one. */
const longestStub = 300;
const mostNamed = 3;
const longestName = 60;
const longestAddress = 120;
const reportWords = /信息公开|政务公开|年报|年度报告|工作报告/u;

/** Sentences for readers about a report whose text or tables lie in an attachment or in images. */
export function describeAttachments(offer: Offer): readonly string[] {
  if (offer.facts.length > 0) return [];
  const files = listReportFiles(offer.attachments);
  const isStub = countWords(offer) < longestStub;
  const names = files.slice(0, mostNamed).map(({ name }) => `“${shorten(name, longestName)}”`);
  if (names.length > 0) return [`${isStub ? "正文" : "统计表可能"}在附件中：${names.join("、")}。`];
  const images = offer.attachments.filter(({ kind }) => kind === "image").length;
  return images > 0 ? [`${isStub ? "正文" : "统计表"}可能是图片，页面上有 ${images} 张。`] : [];
}

/**
 * The attachment that holds the report of a page which holds none itself, as `“name” (address)`; null where the page
 * does not call itself a report and neither does a file of it.
 */
export function nameReportFile({
  title,
  attachments,
}: {
  readonly title: string | null;
  readonly attachments: readonly Attachment[];
}): string | null {
  const files = listReportFiles(attachments);
  const file = title === null ? files.find(({ name }) => isTitled(name)) : files[0];
  if (!file) return null;
  const name = shorten(file.name.replace(/\s+/gu, " "), longestName);
  return `“${name}” (${shorten(file.address.replace(/\s/gu, "%20"), longestAddress)})`;
}

/** The files that may be the report: documents, those first whose name says so. */
function listReportFiles(attachments: readonly Attachment[]): readonly Attachment[] {
  const documents = attachments.filter(
    ({ kind, mediaType }) => kind !== "image" && mediaType?.startsWith("image/") !== true,
  );
  const named = documents.filter(({ name }) => reportWords.test(name));
  return named.length > 0 ? named : documents;
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
