import { Buffer } from "node:buffer";
import type { Block, DocumentPage } from "../page/page.ts";
import { UnreadableFile } from "../unreadable-file.ts";
import { placeInScans } from "../ocr/place-in-scans.ts";
import type { ScannedSheet } from "../ocr/scanned-sheet.ts";
import { buildBlocks } from "./build-blocks.ts";
import { buildLeaf } from "./build-leaf.ts";
import { buildSheet } from "./build-sheet.ts";
import { dropFurniture } from "./drop-furniture.ts";
import type { DrawnSheet } from "./drawing.ts";
import { readFormTables } from "./form-tables/read-form-tables.ts";
import { findUnreadableFonts } from "./find-unreadable-fonts.ts";
import { readDocument } from "./read-document.ts";
import { readDrawing } from "./read-drawing.ts";
import type { Sheet } from "./sheet.ts";

const mostGlyphs = 1_000_000;

/** Reads pages that are pictures, by their numbers, by text recognition. */
export type ScanPages = (
  bytes: Uint8Array,
  numbers: readonly number[],
) => Promise<readonly ScannedSheet[]>;

/**
 * Reads a PDF that holds text: paragraphs, and tables with their cells, in reading order. Lines of a paragraph are
 * joined, tables that go on over pages are one, page numbers and running heads are left out. Throws UnreadableFile
 * where it is protected, damaged, holds only pictures, or its fonts do not say which characters they print; with
 * `scanPages`, pages of the last two kinds are read by text recognition.
 */
export async function readPdf(bytes: Uint8Array, scanPages?: ScanPages): Promise<DocumentPage> {
  const { title, sheets: printed } = await readSheets(bytes);
  const numbers = printed.filter(isPicture).map(({ number }) => number);
  const scans = scanPages && numbers.length > 0 ? await scanPages(bytes, numbers) : [];
  const byNumber = new Map(scans.map(({ sheet }) => [sheet.number, sheet]));
  const sheets = printed.map((sheet) => byNumber.get(sheet.number) ?? sheet);
  assertText(sheets);
  const whole = sheets.map(buildLeaf);
  const leaves = readFormTables(dropFurniture(whole), whole);
  const blocks = placeInScans(buildBlocks(leaves), scans);
  return {
    blocks,
    body: blocks,
    meta: new Map(),
    title: cleanTitle(title),
    warnings: [...listWarnings(sheets), ...warnOfLoss(blocks), ...warnOfEnd(bytes)],
  };
}

interface PrintedSheets {
  readonly title: string | null;
  readonly sheets: readonly Sheet[];
}

async function readSheets(bytes: Uint8Array): Promise<PrintedSheets> {
  return readDocument(bytes, async ({ title, pages }) => {
    const drawn: DrawnSheet[] = [];
    let glyphs = 0;
    for await (const page of pages) {
      const drawing = readDrawing(page);
      glyphs += drawing.glyphs.length;
      if (glyphs > mostGlyphs)
        throw new UnreadableFile(
          "The PDF has more than a million characters, more than a report; save the pages of the report alone.",
        );
      drawn.push({ number: page.number, view: page.view, drawing });
    }
    const unreadable = findUnreadableFonts(drawn);
    return { title, sheets: drawn.map((sheet) => buildSheet(sheet, unreadable)) };
  });
}

/** Whether a page holds no text, or text that its fonts do not tell. */
function isPicture({ glyphs }: Sheet): boolean {
  return glyphs.filter(isLost).length * 2 >= glyphs.length;
}

function assertText(sheets: readonly Sheet[]): void {
  const glyphs = sheets.reduce((sum, sheet) => sum + sheet.glyphs.length, 0);
  if (glyphs === 0)
    throw new UnreadableFile(
      "The PDF holds only pictures of text, no text; give the original document, or a PDF that text recognition (OCR) has gone over.",
    );
  const lost = sheets.reduce((sum, sheet) => sum + sheet.glyphs.filter(isLost).length, 0);
  if (lost * 2 > glyphs)
    throw new UnreadableFile(
      "The PDF has fonts that do not say which characters they print; give the original document, or print it to PDF anew with its fonts embedded.",
    );
}

function isLost({ text }: { readonly text: string }): boolean {
  return text === "\ufffd";
}

/** The title that a person gave; programs put names of files and of themselves there. */
function cleanTitle(title: string | null): string | null {
  const words = title?.replace(/\s+/gu, " ").trim() ?? "";
  const isName = /\.(?:docx?|wps|pdf|xlsx?|html?|ofd)$|^Microsoft |^https?:/iu.test(words);
  return /\p{Script=Han}/u.test(words) && !isName ? words : null;
}

function listWarnings(sheets: readonly Sheet[]): readonly string[] {
  const blank = sheets.filter(({ glyphs }) => glyphs.length === 0);
  const empty = listNumbers(blank.filter(({ isRecognized }) => !isRecognized));
  const recognized = listNumbers(
    sheets.filter((sheet) => sheet.isRecognized && !blank.includes(sheet)),
  );
  return [
    ...(empty ? [`第 ${empty} 页没有文字，其中的图片没有读取。`] : []),
    ...(recognized ? [`第 ${recognized} 页的文字由图片识别得到，请核对其中的数字。`] : []),
  ];
}

function warnOfLoss(blocks: readonly Block[]): readonly string[] {
  const texts = blocks.flatMap((block) =>
    block.kind === "line" ? [block.text] : block.rows.flat().map(({ text }) => text),
  );
  const lost = texts.filter((text) => text.includes("\ufffd")).length;
  return lost > 0 ? [`有 ${lost} 处文字或数字无法辨认，以 \ufffd 代替。`] : [];
}

/** A PDF ends with its end mark (ISO 32000-2, 7.5.5); one that was cut off may lack pages without a sign of it. */
function warnOfEnd(bytes: Uint8Array): readonly string[] {
  const end = Buffer.from(bytes.slice(-1_024)).toString("latin1");
  return end.includes("%%EOF") ? [] : ["文件没有结束标记，可能不完整，后面的内容可能缺失。"];
}

function listNumbers(sheets: readonly Sheet[]): string {
  return sheets.map(({ number }) => number).join("、");
}
