import { readScan } from "./ocr/read-scan.ts";
import type { ScanOptions } from "./ocr/scan-options.ts";
import type { Block, DocumentPage } from "./page/page.ts";
import { findTables } from "./tables/find-tables.ts";
import { UnreadableFile } from "./unreadable-file.ts";

/** A page with this many characters of its own shows only its tables as pictures. */
const ownWords = 500;

/**
 * The page with what its pictures say behind it, where it has no official table of its own: their tables, or all
 * where the page itself says little. Pictures that cannot be read leave a warning.
 */
export async function addScans(
  page: DocumentPage,
  images: readonly Uint8Array[],
  scan: ScanOptions,
): Promise<DocumentPage> {
  if (images.length === 0 || findTables(page.body).length > 0) return page;
  try {
    const scanned = await readScan(images, scan);
    const added = isWorded(page)
      ? scanned.blocks.filter((block) => block.kind === "grid")
      : scanned.blocks;
    return {
      ...page,
      blocks: [...page.blocks, ...added],
      body: [...page.body, ...added],
      warnings: [...page.warnings, ...scanned.warnings],
    };
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    return { ...page, warnings: [...page.warnings, "文中的图片未能识别，其中的表格没有读取。"] };
  }
}

function isWorded({ body }: DocumentPage): boolean {
  const count = (block: Block): number => (block.kind === "line" ? block.text.length : 0);
  return body.reduce((sum, block) => sum + count(block), 0) >= ownWords;
}
