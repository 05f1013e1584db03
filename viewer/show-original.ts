import { decodeText } from "../corpus/charset.ts";
import { detectMediaType } from "../corpus/media-type.ts";
import { assertFileSize } from "../indexer/extract/assert-file-size.ts";
import { convertDoc } from "../indexer/extract/office/doc/convert-doc.ts";
import { convertDocx, convertWordXml } from "../indexer/extract/office/docx/convert-docx.ts";
import { isWordXml } from "../indexer/extract/office/read-doc.ts";
import { isSpreadsheetXml } from "../indexer/extract/office/read-workbook.ts";
import {
  loadOleWorkbook,
  loadXmlWorkbook,
  loadZippedWorkbook,
} from "../indexer/extract/office/workbook/load-workbook.ts";
import { buildDocument, type ShownPart } from "./build-document.ts";
import type { OriginalJob, Wish } from "./original-job.ts";
import { showMarkup } from "./show-markup.ts";
import { showOfd } from "./show-ofd.ts";
import { showPdf } from "./show-pdf.ts";
import { showText } from "./show-text.ts";
import { showWorkbook } from "./show-workbook.ts";

type Drawer = (bytes: Uint8Array, wish: Wish) => ShownPart | Promise<ShownPart>;

const office = "application/vnd.openxmlformats-officedocument";
const showPicture: Drawer = async (bytes, wish) => showPictures([bytes], wish);
/** A number that text recognition read stands in a picture that the page carries. */
const showHtml: Drawer = async (bytes, wish) =>
  wish.at?.in === "image"
    ? showPictures(await listHtmlPictures(decodeText(bytes).text), wish)
    : showMarkup(decodeText(bytes).text, wish.at);
const showDocx: Drawer = async (bytes, wish) =>
  wish.at?.in === "image"
    ? showPictures(await listDocxPictures(bytes), wish)
    : showMarkup(convertDocx(bytes).html, wish.at);

const showDoc: Drawer = (bytes, { at }) => showMarkup(convertDoc(bytes).html, at);

/** Who draws a file, by the media type of its bytes. */
const drawers: Readonly<Record<string, Drawer>> = {
  "text/html": showHtml,
  "application/xml": showHtml,
  "text/plain": (bytes, { at }) => showText(decodeText(bytes).text, at),
  "application/pdf": showPdf,
  "application/ofd": showOfd,
  "application/msword": showDoc,
  "application/x-ole-storage": showDoc,
  [`${office}.wordprocessingml.document`]: showDocx,
  "application/vnd.ms-excel": async (bytes, wish) =>
    showWorkbook(await loadOleWorkbook(bytes), wish),
  [`${office}.spreadsheetml.sheet`]: (bytes, wish) => showWorkbook(loadZippedWorkbook(bytes), wish),
  "image/png": showPicture,
  "image/jpeg": showPicture,
  "image/gif": showPicture,
  "image/bmp": showPicture,
};

/** Few originals are pictures: what reads them is loaded when one is asked for. */
async function showPictures(pictures: readonly Uint8Array[], wish: Wish): Promise<ShownPart> {
  const { showPictures: show } = await import("./show-pictures.ts");
  return show(pictures, wish);
}

async function listHtmlPictures(html: string): Promise<readonly Uint8Array[]> {
  const { listHtmlImages } = await import("../indexer/extract/ocr/list-html-images.ts");
  return listHtmlImages(html);
}

async function listDocxPictures(bytes: Uint8Array): Promise<readonly Uint8Array[]> {
  const { listDocxImages } = await import("../indexer/extract/ocr/list-docx-images.ts");
  return listDocxImages(bytes);
}

/** Draws an original as one HTML document. Throws where it cannot be drawn. */
export async function showOriginal({ bytes, address, ...wish }: OriginalJob): Promise<string> {
  assertFileSize(bytes.length);
  const part = await findDrawer(bytes)(bytes, wish);
  return buildDocument(part, { address, isWanted: wish.at !== null });
}

function findDrawer(bytes: Uint8Array): Drawer {
  if (isSpreadsheetXml(bytes)) return (bytes, wish) => showWorkbook(loadXmlWorkbook(bytes), wish);
  if (isWordXml(bytes)) return (bytes, { at }) => showMarkup(convertWordXml(bytes).html, at);
  const mediaType = detectMediaType(bytes);
  const draw = drawers[mediaType];
  if (!draw) throw new TypeError(`files of type ${mediaType} are not shown`);
  return draw;
}
