import { readScan } from "./ocr/read-scan.ts";
import type { ScanOptions } from "./ocr/scan-options.ts";
import type { Block, DocumentPage } from "./page/page.ts";
import type { TableKey } from "../../corpus/fact.ts";
import { findTables } from "./tables/find-tables.ts";
import { recognizeTables } from "./tables/recognize-table.ts";
import { UnreadableFile } from "./unreadable-file.ts";

/** A page with this many characters of its own shows only its tables as pictures. */
const ownWords = 500;

/** The tables of a report since 2019. */
const tablesSince2019: readonly TableKey[] = ["disclosure", "requests", "disputes"];

/**
 * The page with what its pictures say behind it, where it lacks official tables of its own: the tables that it lacks,
 * or all where it says little. Pictures that cannot or (`scan` null) shall not be read leave a warning.
 */
export async function addScans(
  page: DocumentPage,
  listImages: () => readonly Uint8Array[],
  scan: ScanOptions | null,
): Promise<DocumentPage> {
  if (isComplete(page)) return page;
  return readOrWarn(page, async () => {
    const images = listImages();
    if (images.length === 0) return page;
    if (scan === null)
      return warn(page, `文中有 ${images.length} 张图片没有识别，其中可能有缺少的统计表。`);
    return addScanned(page, await readScan(images, scan));
  });
}

/**
 * The page with what pictures on it say behind it, as `addScans` does, where `read` reads them; null where there are
 * none.
 */
export async function addPictures(
  page: DocumentPage,
  read: () => Promise<DocumentPage | null>,
): Promise<DocumentPage> {
  if (isComplete(page)) return page;
  return readOrWarn(page, async () => {
    const scanned = await read();
    return scanned ? addScanned(page, scanned) : page;
  });
}

function isComplete(page: DocumentPage): boolean {
  const own = listKeys(page.body);
  return own.has("indicators") || tablesSince2019.every((key) => own.has(key));
}

async function readOrWarn(
  page: DocumentPage,
  read: () => Promise<DocumentPage>,
): Promise<DocumentPage> {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    return warn(page, "文中的图片未能识别，其中的表格没有读取。");
  }
}

function addScanned(page: DocumentPage, scanned: DocumentPage): DocumentPage {
  const own = listKeys(page.body);
  const isWhole = own.size === 0 && !isWorded(page);
  const added = isWhole ? scanned.blocks : listMissing(scanned.blocks, own);
  return {
    ...page,
    blocks: [...page.blocks, ...added],
    body: [...page.body, ...added],
    warnings: [...page.warnings, ...scanned.warnings],
  };
}

function warn(page: DocumentPage, sentence: string): DocumentPage {
  return { ...page, warnings: [...page.warnings, sentence] };
}

/** The official tables that a page prints. */
function listKeys(blocks: readonly Block[]): ReadonlySet<TableKey> {
  return new Set(findTables(blocks).flatMap(({ rows }) => [...recognizeTables(rows.flat())]));
}

/** The tables, of ruled cells or of lines, that the page lacks; where it has none, all with cells. */
function listMissing(blocks: readonly Block[], own: ReadonlySet<TableKey>): readonly Block[] {
  const added = findTables(blocks).filter(({ rows }) => {
    const keys = [...recognizeTables(rows.flat())];
    return own.size === 0 || (keys.length > 0 && keys.every((key) => !own.has(key)));
  });
  return blocks.filter(
    (block, at) =>
      added.some(({ from, to }) => at >= from && at <= to) ||
      (own.size === 0 && block.kind === "grid"),
  );
}

function isWorded({ body }: DocumentPage): boolean {
  const count = (block: Block): number => (block.kind === "line" ? block.text.length : 0);
  return body.reduce((sum, block) => sum + count(block), 0) >= ownWords;
}
