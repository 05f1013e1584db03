import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { DocumentPage } from "../../indexer/extract/page/page.ts";
import { readDoc } from "../../indexer/extract/office/read-doc.ts";
import { readDocx } from "../../indexer/extract/office/read-docx.ts";
import { readWorkbook } from "../../indexer/extract/office/read-workbook.ts";
import { readOfd } from "../../indexer/extract/ofd/read-ofd.ts";
import { UnreadableFile } from "../../indexer/extract/unreadable-file.ts";
import { buildOfd, writeReportPages } from "../extract-ofd/write-ofd.ts";
import { damageBytes, damagePart, damages } from "./mutate-file.ts";
import { buildOddBody } from "./odd-document.ts";
import { buildSampleReport } from "./sample-report.ts";
import { buildDocx } from "./write-docx.ts";
import { buildReportSheet, buildWorkbook, writeWorkbook } from "./write-workbook.ts";

/** Cases for each kind of file; the nightly run asks for more. */
const cases = Number(process.env.FUZZ_CASES ?? "60");
const report = buildSampleReport("2021", 1);
const { body, parts } = buildOddBody();
const book = buildWorkbook({ 表: buildReportSheet(report) });
const doc = readFileSync(join(import.meta.dirname, "..", "fixtures", "office", "odd.doc"));

type Reader = (bytes: Uint8Array) => Promise<DocumentPage>;

/** What comes of a damaged file: it is read as far as it goes, or refused with a sentence. Nothing else is thrown. */
async function describeReading(read: Reader, bytes: Uint8Array): Promise<string> {
  try {
    const page = await read(bytes);
    return `${page.blocks.length} blocks`;
  } catch (error) {
    if (error instanceof UnreadableFile) return error.message;
    throw error;
  }
}

const answer = /^\d+ blocks$|^[A-Z].{20,}[a-z]\.?$/u;

describe("damaged files", () => {
  it.each<readonly [string, Reader, Uint8Array]>([
    ["DOC", readDoc, doc],
    ["XLS", readWorkbook, writeWorkbook(book, "biff8")],
  ])("%s", { timeout: 600_000 }, async (_, read, bytes) => {
    await fc.assert(
      fc.asyncProperty(damages, async (list) => {
        expect(await describeReading(read, damageBytes(bytes, list))).toMatch(answer);
      }),
      { numRuns: cases },
    );
  });

  it.each<readonly [string, Reader, Uint8Array]>([
    ["DOCX", readDocx, buildDocx(body, parts)],
    ["XLSX", readWorkbook, writeWorkbook(book, "xlsx")],
    ["OFD", readOfd, buildOfd(writeReportPages(report))],
  ])("%s", { timeout: 600_000 }, async (_, read, bytes) => {
    const which = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true });
    await fc.assert(
      fc.asyncProperty(damages, which, fc.nat(5), async (list, part, kind) => {
        const damaged = kind === 0 ? damageBytes(bytes, list) : damagePart(bytes, list, part);
        expect(await describeReading(read, damaged)).toMatch(answer);
      }),
      { numRuns: cases },
    );
  });
});
