import { compact, isReportTitle } from "../metadata/report-title.ts";
import type { Block } from "../page/page.ts";
import type { Heading } from "./heading.ts";
import { isEndMark, isPageChrome } from "./page-chrome.ts";

const fileName =
  /\.(?:docx?|xlsx?|wps|et|pdf|ofd|ceb|txt|rtf|html?|zip|rar|7z|jpe?g|png|gif|bmp|tiff?)(?:\s{0,4}[（([【].{0,30}[）)\]】])?$/iu;
const sentence = /[。；]/u;
const shortestProse = 25;
/** Below a heading the decision falls within so many lines. */
const mostLines = 12;

/** Whether a line offers a file: a file name, a link, or the title of the report that can be loaded. */
export function isDownload(line: { readonly text: string; readonly role?: string }): boolean {
  const text = line.text.trim();
  return line.role === "link" || fileName.test(text) || isReportTitle(compact(text));
}

/**
 * Whether 附件 heads a list of downloads and no section of the report. Below a section stand a table or prose; a
 * numbered heading with nothing below is one whose tables are images.
 */
export function isDownloadHeading(
  { kind, number, rest, from, to }: Heading,
  blocks: readonly Block[],
  tables: ReadonlySet<number>,
): boolean {
  if (kind !== "appendix") return false;
  if (blocks.slice(from, to + 1).some((block) => block.kind === "line" && isDownload(block)))
    return true;
  if (rest !== "") return isDownload({ text: rest });
  for (let at = to + 1; at <= to + mostLines; at++) {
    const block = blocks[at];
    if (!block || (block.kind === "line" && isEndMark(block.text))) break;
    if (block.kind === "grid" || tables.has(at)) return false;
    if (isDownload(block)) return true;
    const isProse = block.text.length >= shortestProse || sentence.test(block.text);
    if (isProse && !isPageChrome(block.text)) return false;
  }
  return number === null;
}
