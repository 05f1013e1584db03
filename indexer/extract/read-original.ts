import { detectMediaType } from "../../corpus/media-type.ts";
import { assertFileSize } from "./assert-file-size.ts";
import { isWordXml, readDoc } from "./office/read-doc.ts";
import { readDocx } from "./office/read-docx.ts";
import { isSpreadsheetXml, readWorkbook } from "./office/read-workbook.ts";
import { readOfd } from "./ofd/read-ofd.ts";
import type { DocumentPage } from "./page/page.ts";
import { readHtmlBytes, readTextBytes } from "./page/read-markup.ts";
import { readPdf } from "./pdf/read-pdf.ts";
import { UnreadableFile } from "./unreadable-file.ts";

const mostBlocks = 200_000;
const office = "application/vnd.openxmlformats-officedocument";

type Reader = (bytes: Uint8Array) => DocumentPage | Promise<DocumentPage>;

/** The types of file that are read, by their media type. A container of no known kind may be protected by a password. */
const readers: Readonly<Record<string, Reader>> = {
  "text/html": readHtmlBytes,
  "text/plain": readTextBytes,
  "application/xml": readHtmlBytes,
  "application/pdf": readPdf,
  [`${office}.wordprocessingml.document`]: readDocx,
  "application/msword": readDoc,
  "application/x-ole-storage": readDoc,
  [`${office}.spreadsheetml.sheet`]: readWorkbook,
  "application/vnd.ms-excel": readWorkbook,
  "application/ofd": readOfd,
};

/** What a person can do with a file of a type that is not read. */
const advice: Readonly<Record<string, string>> = {
  "application/rtf": "save it as .docx",
  "multipart/related": "save the page as HTML",
  "application/zip": "unpack it and give the report alone",
  "application/gzip": "unpack it and give the report alone",
  "application/vnd.rar": "unpack it and give the report alone",
  "application/x-7z-compressed": "unpack it and give the report alone",
};

/** Reads a file as its bytes say it is, whatever its name. Throws UnreadableFile. */
export async function readOriginal(bytes: Uint8Array): Promise<DocumentPage> {
  if (bytes.length === 0) throw new UnreadableFile("The file is empty; fetch or save it again.");
  assertFileSize(bytes.length);
  const page = await chooseReader(bytes)(bytes);
  if (page.blocks.length > mostBlocks)
    throw new UnreadableFile("The file has more than 200,000 lines, so it is no report.");
  return page;
}

/** Documents in one XML file look like pages, so they are asked for first. */
function chooseReader(bytes: Uint8Array): Reader {
  if (isSpreadsheetXml(bytes)) return readWorkbook;
  if (isWordXml(bytes)) return readDoc;
  const mediaType = detectMediaType(bytes);
  const read = readers[mediaType];
  if (read) return read;
  const mend = advice[mediaType] ?? "give the report as HTML, text, PDF, Word, Excel or OFD";
  throw new UnreadableFile(`Files of type ${mediaType} are not read; ${mend}.`);
}
