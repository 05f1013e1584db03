import { expect } from "vitest";
import type { Block, Grid } from "../../indexer/extract/page/page.ts";
import { readPdf } from "../../indexer/extract/pdf/read-pdf.ts";
import { showGrid } from "./show-blocks.ts";
import { writePdf } from "./write-pdf.ts";

/** The blocks of a PDF with a page for each content. */
export async function readBlocks(...contents: readonly string[]): Promise<readonly Block[]> {
  const page = await readPdf(writePdf({ pages: contents.map((content) => ({ content })) }));
  return page.blocks;
}

/** The texts of the only table of a PDF. */
export async function readTable(...contents: readonly string[]): Promise<string[][]> {
  const grids = (await readBlocks(...contents)).filter((block) => block.kind === "grid");
  expect(grids).toHaveLength(1);
  return showGrid(grids[0] as Grid);
}
