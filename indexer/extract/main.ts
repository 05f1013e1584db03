// From bytes to a report, in this order:
//   page/, office/, ofd/, pdf/   bytes → blocks: lines of text and grids of cells
//   tables/    blocks → official tables → facts and form
//   metadata/  title, body, year, dates and numbers
//   attachments/  the files that a page leads to or shows
//   sections/  headings → sections
//   ../audit   facts → findings
import { resolveAgency, type ResolvedAgency } from "../../corpus/divisions/resolve-agency.ts";
import type { Gazetteer } from "../../corpus/divisions/gazetteer.ts";
import type { Extraction } from "../../corpus/extraction.ts";
import { auditReport } from "../audit/main.ts";
import { assertReport } from "./assert-report.ts";
import { describeAttachments, nameReportFile } from "./attachments/describe-attachments.ts";
import { listArticleFiles, listAttachments } from "./attachments/list-attachments.ts";
import { describeDoubts } from "./describe-doubts.ts";
import { findInstruction } from "./metadata/find-instruction.ts";
import { findAnnouncedAgency, findSignature } from "./metadata/find-printed-agency.ts";
import { findYear } from "./metadata/find-year.ts";
import { readDates } from "./metadata/read-dates.ts";
import { readHead, type Head } from "./metadata/read-head.ts";
import type { ScanOptions } from "./ocr/scan-options.ts";
import type { DocumentPage, Page } from "./page/page.ts";
import { readOriginal } from "./read-original.ts";
import type { SectionReading } from "./sections/build-sections.ts";
import { readSections } from "./sections/read-sections.ts";
import { describeColumnYears } from "./tables/describe-column-years.ts";
import { describeUnreadLines } from "./tables/describe-unread-lines.ts";
import { findTables } from "./tables/find-tables.ts";
import { readFacts } from "./tables/read-facts.ts";

/** A file to be read: its bytes, the name it goes by, and where it came from if that is known. */
export interface ReportFile {
  readonly bytes: Uint8Array;
  readonly file: string;
  readonly address: string | null;
}

/**
 * Reads one annual report, its pictures too where `scan` says how. Throws UnreadableFile for bytes that cannot be
 * read, NotAReport for a page that is none; both say in one sentence what to do.
 */
export async function extractReport(
  input: ReportFile,
  gazetteer: Gazetteer,
  scan: ScanOptions | null = null,
): Promise<Extraction> {
  return readReportPage(await readOriginal(input.bytes, scan), input.address, gazetteer);
}

/** Reads a report from the page that its file was read into. Throws NotAReport. */
export function readReportPage(
  page: DocumentPage,
  address: string | null,
  gazetteer: Gazetteer,
): Extraction {
  const tables = findTables(page.body);
  const head = readHead(page, tables);
  const { form, facts, warnings } = readFacts(tables);
  const text = readSections({ blocks: page.body, tables, ...head.marked });
  const title = head.title?.words ?? null;
  const year = findReportYear(head, text);
  const attachments = listAttachments(page, { address, facts });
  const articleFiles = listArticleFiles(page, { address, facts });
  const instruction = findInstruction(page);
  const file = nameReportFile({ title, attachments, articleFiles, year });
  assertReport({ title, instruction, year, ...text, form, facts, file });
  const resolved = resolveBody({ page, head, text, address }, gazetteer);
  const { published, indexNumber, documentNumber } = head.metadata;
  const dates = readDates({ metadata: head.metadata, ...text, address });
  return {
    title,
    ...resolved,
    year,
    form: form?.id ?? null,
    published,
    dates,
    indexNumber,
    documentNumber,
    preamble: text.preamble,
    sections: [...text.sections],
    facts: [...facts],
    findings: [...auditReport({ facts, form, ...text, ...resolved, year })],
    attachments: [...attachments],
    warnings: [
      ...page.warnings,
      ...describeDoubts({ title, ...resolved, ...text, facts, year, dates, body: page.body }),
      ...describeColumnYears(tables, year),
      ...describeUnreadLines(page.body, tables),
      ...describeAttachments({ attachments, articleFiles, year, ...text, facts }),
      ...warnings,
    ],
  };
}

function findReportYear(head: Head, { preamble, sections }: SectionReading): number | null {
  return findYear({
    title: head.title?.year ?? null,
    preamble: preamble ?? "",
    overview: sections[0]?.text ?? "",
    published: head.metadata.published,
  });
}

interface Reading {
  readonly page: Page;
  readonly head: Head;
  readonly text: SectionReading;
  readonly address: string | null;
}

function resolveBody({ page, head, text, address }: Reading, gazetteer: Gazetteer): ResolvedAgency {
  const { issuer, siteName, breadcrumb } = head.metadata;
  const { preamble, sections } = text;
  const lines = page.body.flatMap((block) => (block.kind === "line" ? [block.text] : []));
  const printed =
    head.title?.agency ?? findAnnouncedAgency(preamble ?? "") ?? findSignature(lines) ?? issuer;
  // A title that names no body says nothing about the place either.
  const title = head.title?.agency ? head.title.words : null;
  const body = [preamble ?? "", ...sections.map((section) => section.text)].join("\n");
  return resolveAgency({ printed, title, issuer, siteName, breadcrumb, body, address }, gazetteer);
}
