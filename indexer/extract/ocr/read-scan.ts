import type { Block, DocumentPage } from "../page/page.ts";
import { buildBlocks } from "../pdf/build-blocks.ts";
import { buildLeaf } from "../pdf/build-leaf.ts";
import { dropFurniture } from "../pdf/drop-furniture.ts";
import { UnreadableFile } from "../unreadable-file.ts";
import { decodeImage } from "./decode/decode-image.ts";
import type { GrayImage } from "./gray-image.ts";
import { placeInScans } from "./place-in-scans.ts";
import { mostScans, type ScanOptions } from "./scan-options.ts";
import { readSheet } from "./read-sheet.ts";
import type { ScannedImage } from "./scanned-image.ts";
import type { ScannedSheet } from "./scanned-sheet.ts";
import { unpackImage } from "./unpack-image.ts";

/**
 * Reads the pictures of a report, one a page and in order, by text recognition: tables by their ruling lines, cell
 * by cell, and lines of text. Numbers that are not certain are U+FFFD. Throws UnreadableFile where a picture is
 * damaged, too large or shows no print, and the reason of the signal where it ends the work.
 */
export async function readScan(
  images: readonly Uint8Array[],
  options: ScanOptions,
): Promise<DocumentPage> {
  if (images.length === 0 || images.length > mostScans)
    throw new UnreadableFile(
      `A report has between 1 and ${mostScans} pictures; give its pages alone.`,
    );
  const sheets: ScannedSheet[] = [];
  let first: PageWidth | null = null;
  for (const [at, bytes] of images.entries()) {
    options.signal?.throwIfAborted();
    const { image, scale } = decodeImage(await unpackImage(bytes, options));
    const page = {
      image,
      number: at + 1,
      unit: findUnit(image, first),
      place: buildPlace(at + 1, scale),
    };
    const scanned = await readSheet(page, options);
    const { frame, glyphs } = scanned.sheet;
    // The page may have been turned.
    const unit = Math.sqrt((frame.x1 * frame.y1) / (image.width * image.height));
    if (glyphs.length > 0) first ??= { pixels: image.width, points: image.width * unit };
    sheets.push(scanned);
    options.onProgress?.(at + 1, images.length);
  }
  return buildScannedPage(sheets);
}

/** The page of pictures that were read, in order. Throws UnreadableFile where none of them shows print. */
export function buildScannedPage(sheets: readonly ScannedSheet[]): DocumentPage {
  const blocks = placeInScans(
    buildBlocks(dropFurniture(sheets.map(({ sheet }) => buildLeaf(sheet)))),
    sheets,
  );
  if (!listTexts(blocks).some((text) => /[^\ufffd]/u.test(text)))
    throw new UnreadableFile(
      "The picture shows no print that can be read; give the original document.",
    );
  return {
    blocks,
    body: blocks,
    meta: new Map(),
    title: null,
    warnings: warnOfRecognition(sheets, blocks),
  };
}

/** How wide a page is in its pixels and in points. */
interface PageWidth {
  readonly pixels: number;
  readonly points: number;
}

/** Pages that are as wide as the first one, but for a hundredth, are of the same paper; null for others. */
function findUnit({ width }: GrayImage, first: PageWidth | null): number | null {
  const isSame = first !== null && Math.abs(width / first.pixels - 1) < 0.01;
  return isSame ? first.points / width : null;
}

/** Places of a picture in pixels of its file. */
function buildPlace(page: number, scale: number): ScannedImage["place"] {
  return ({ x0, y0, x1, y1, confidence }) => {
    const [a, b, c, d] = [x0, y0, x1, y1].map((value) => Math.round(value * scale));
    return { in: "image", page, box: [a ?? 0, b ?? 0, c ?? 0, d ?? 0], confidence };
  };
}

function warnOfRecognition(
  sheets: readonly ScannedSheet[],
  blocks: readonly Block[],
): readonly string[] {
  const lost = countLost(blocks);
  return [
    `${sheets.length} 张图片的文字由图片识别得到，请核对其中的数字。`,
    ...(lost > 0 ? [`有 ${lost} 处文字或数字无法辨认，以 \ufffd 代替。`] : []),
  ];
}

function countLost(blocks: readonly Block[]): number {
  return listTexts(blocks).filter((text) => text.includes("\ufffd")).length;
}

function listTexts(blocks: readonly Block[]): readonly string[] {
  return blocks.flatMap((block) =>
    block.kind === "line" ? [block.text] : block.rows.flat().map(({ text }) => text),
  );
}
