import type { BookType } from "@e965/xlsx";
import type { SampleReport, SampleSection } from "../../../test/extract-office/sample-report.ts";
import { buildDocx, writeReportBody } from "../../../test/extract-office/write-docx.ts";
import {
  buildReportSheet,
  buildWorkbook,
  writeWorkbook,
} from "../../../test/extract-office/write-workbook.ts";
import { buildOfd, writeReportPages } from "../../../test/extract-ofd/write-ofd.ts";
import type { PrintedReport } from "../printed-report.ts";
import { measureWidth } from "../printed-table.ts";

/** A report as a Word document whose section numbers are automatic. */
export function writeDocx(report: PrintedReport): Uint8Array {
  return buildDocx(writeReportBody(buildSample(report)));
}

/** A report on one sheet of a workbook, new (`xlsx`) or of Excel 97 (`biff8`). */
export function writeBook(report: PrintedReport, type: BookType): Uint8Array {
  return writeWorkbook(buildWorkbook({ 年报: buildReportSheet(buildSample(report)) }), type);
}

/** A report as an OFD whose tables are ruled lines. */
export function writeOfd(report: PrintedReport): Uint8Array {
  return buildOfd(writeReportPages(buildSample(report)));
}

/** The report as the writers of files take it: headings without their number. */
function buildSample({ words, blocks }: PrintedReport): SampleReport {
  const paragraphs: string[] = [];
  const sections: (SampleSection & {
    paragraphs: string[];
    tables: SampleSection["tables"][0][];
  })[] = [];
  for (const block of blocks) {
    const last = sections.at(-1);
    if (block.is === "heading")
      sections.push({ heading: block.text.replace(/^[^、]*、/u, ""), paragraphs: [], tables: [] });
    else if (block.is === "table")
      last?.tables.push({
        width: measureWidth(block.table),
        rows: block.table.map((row) =>
          row.map(({ text, colspan = 1, rowspan = 1 }) => ({
            text,
            columns: colspan,
            rows: rowspan,
          })),
        ),
      });
    else (last?.paragraphs ?? paragraphs).push(block.text);
  }
  return { title: words.title, preamble: paragraphs.join(""), sections, facts: [] };
}
