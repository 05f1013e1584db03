import { buildBlocks } from "../pdf/build-blocks.ts";
import { buildLeaf } from "../pdf/build-leaf.ts";
import { buildSheet } from "../pdf/build-sheet.ts";
import type { DrawnSheet } from "../pdf/drawing.ts";
import { dropFurniture } from "../pdf/drop-furniture.ts";
import { findUnreadableFonts } from "../pdf/find-unreadable-fonts.ts";
import type { DocumentPage } from "../page/page.ts";
import { UnreadableFile } from "../unreadable-file.ts";
import { ZipFile } from "../zip/zip-file.ts";
import { drawPage } from "./draw-page.ts";
import { placeInOfd, pointsPerMillimetre } from "./place-in-ofd.ts";
import { OfdPackage } from "./ofd-package.ts";

const mostGlyphs = 500_000;

/**
 * Reads an OFD (GB/T 33190-2016): its characters and ruling lines are put together as those of a PDF are. Throws
 * UnreadableFile where it is damaged, protected, or holds only pictures.
 */
export async function readOfd(bytes: Uint8Array): Promise<DocumentPage> {
  const ofd = new OfdPackage(new ZipFile(bytes));
  const { drawn, pictures } = drawSheets(ofd);
  const unreadable = findUnreadableFonts(drawn);
  const leaves = drawn.map((sheet) => buildLeaf(buildSheet(sheet, unreadable)));
  const blocks = placeInOfd(buildBlocks(dropFurniture(leaves)));
  if (blocks.length === 0)
    throw new UnreadableFile(
      "The file holds no text, only pictures; give the original document instead.",
    );
  const warnings = pictures > 0 ? [`文档中有 ${pictures} 张图片，图中的文字未读取。`] : [];
  return { blocks, body: blocks, meta: ofd.readMeta(), title: null, warnings };
}

function drawSheets(ofd: OfdPackage): { drawn: readonly DrawnSheet[]; pictures: number } {
  const drawn: DrawnSheet[] = [];
  let pictures = 0;
  let glyphs = 0;
  for (const page of ofd.listPages()) {
    const drawing = drawPage(page);
    pictures += drawing.pictures;
    glyphs += drawing.glyphs.length;
    if (glyphs > mostGlyphs)
      throw new UnreadableFile("The file has over 500,000 characters, more than any report.");
    const [x = 0, y = 0, width = 0, height = 0] = page.box;
    const view = [x, -y - height, x + width, -y].map((value) => value * pointsPerMillimetre);
    drawn.push({ number: drawn.length + 1, view, drawing });
  }
  return { drawn, pictures };
}
