import { Buffer } from "node:buffer";
import { decodeText } from "../../corpus/charset.ts";
import { detectMediaType } from "../../corpus/media-type.ts";
import { addPictures, addScans } from "./add-scans.ts";
import { assertFileSize } from "./assert-file-size.ts";
import { listTiffPages } from "./ocr/decode/list-tiff-pages.ts";
import { listDocxImages } from "./ocr/list-docx-images.ts";
import { listHtmlImages } from "./ocr/list-html-images.ts";
import { readScan } from "./ocr/read-scan.ts";
import { scanPdfPages } from "./ocr/scan-pdf-pages.ts";
import { scanPdfPictures } from "./ocr/scan-pdf-pictures.ts";
import type { ScanOptions } from "./ocr/scan-options.ts";
import { isWordXml, readDoc } from "./office/read-doc.ts";
import { readDocx } from "./office/read-docx.ts";
import { isSpreadsheetXml, readWorkbook } from "./office/read-workbook.ts";
import { readOfd } from "./ofd/read-ofd.ts";
import type { DocumentPage } from "./page/page.ts";
import { readHtmlBytes, readTextBytes } from "./page/read-markup.ts";
import { readPdf } from "./pdf/read-pdf.ts";
import { UnreadableFile } from "./unreadable-file.ts";

const mostLines = 200_000;
const office = "application/vnd.openxmlformats-officedocument";

/** Reads bytes; `scan` is null where pictures are not to be read. */
type Reader = (bytes: Uint8Array, scan: ScanOptions | null) => DocumentPage | Promise<DocumentPage>;

/** The types of file that are read, by their media type. A container of no known kind may be protected by a password. */
const readers: Readonly<Record<string, Reader>> = {
  "text/html": readHtmlWithImages,
  "text/plain": readTextBytes,
  "application/xml": readHtmlBytes,
  "application/pdf": readPdfWithScans,
  [`${office}.wordprocessingml.document`]: readDocxWithImages,
  "application/msword": readDoc,
  "application/x-ole-storage": readDoc,
  [`${office}.spreadsheetml.sheet`]: readWorkbook,
  "application/vnd.ms-excel": readWorkbook,
  "application/ofd": readOfd,
};

/** What a person can do with a file of a type that is not read. */
const advice: Readonly<Record<string, string>> = {
  "application/rtf": "save it as .docx",
  "application/vnd.oasis.opendocument.text": "save it as .docx",
  "application/vnd.oasis.opendocument.spreadsheet": "save it as .xlsx",
  "multipart/related": "save the page as HTML",
  "application/zip": "unpack it and give the report alone",
  "application/gzip": "unpack it and give the report alone",
  "application/vnd.rar": "unpack it and give the report alone",
  "application/x-7z-compressed": "unpack it and give the report alone",
};

/** Reads a file as its bytes say it is, whatever its name; its pictures where `scan` says how. Throws UnreadableFile. */
export async function readOriginal(
  bytes: Uint8Array,
  scan: ScanOptions | null = null,
): Promise<DocumentPage> {
  if (bytes.length === 0) throw new UnreadableFile("The file is empty; fetch or save it again.");
  assertFileSize(bytes.length);
  const page = await chooseReader(bytes)(bytes, scan);
  if (countLines(page) > mostLines)
    throw new UnreadableFile("The file has more than 200,000 lines, so it is no report.");
  return page;
}

/** A row of a table is a line, too. */
function countLines({ blocks }: DocumentPage): number {
  return blocks.reduce((sum, block) => sum + (block.kind === "grid" ? block.rows.length : 1), 0);
}

/** Documents in one XML file look like pages, so they are asked for first. */
function chooseReader(bytes: Uint8Array): Reader {
  if (isSpreadsheetXml(bytes)) return readWorkbook;
  if (isWordXml(bytes)) return readDoc;
  const mediaType = detectMediaType(bytes);
  const read = readers[mediaType];
  if (read) return read;
  if (mediaType.startsWith("image/")) return readPicture;
  const mend = advice[mediaType] ?? "give the report as HTML, text, PDF, Word, Excel or OFD";
  throw new UnreadableFile(`Files of type ${mediaType} are not read; ${mend}.`);
}

async function readPdfWithScans(
  bytes: Uint8Array,
  scan: ScanOptions | null,
): Promise<DocumentPage> {
  if (scan === null) return readPdf(bytes);
  const page = await readPdf(bytes, (pdf, numbers) => scanPdfPages(pdf, numbers, scan));
  return addPictures(page, () => scanPdfPictures(bytes, scan));
}

async function readHtmlWithImages(
  bytes: Uint8Array,
  scan: ScanOptions | null,
): Promise<DocumentPage> {
  const page = readHtmlBytes(bytes);
  if (scan === null && !includes(bytes, "data:image/")) return page;
  return addScans(page, () => listHtmlImages(decodeText(bytes).text), scan);
}

async function readDocxWithImages(
  bytes: Uint8Array,
  scan: ScanOptions | null,
): Promise<DocumentPage> {
  const page = await readDocx(bytes);
  if (scan === null && !includes(bytes, "word/media/")) return page;
  return addScans(page, () => listDocxImages(bytes), scan);
}

function includes(bytes: Uint8Array, words: string): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(words);
}

async function readPicture(bytes: Uint8Array, scan: ScanOptions | null): Promise<DocumentPage> {
  if (scan === null)
    throw new UnreadableFile(
      "Pictures are read only by text recognition (GONGKAI_OCR=on); switch it on, or give the original document.",
    );
  const isTiff = detectMediaType(bytes) === "image/tiff";
  return readScan(isTiff ? listTiffPages(bytes) : [bytes], scan);
}
