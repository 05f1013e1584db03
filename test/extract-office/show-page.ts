import type { Block, Page } from "../../indexer/extract/page/page.ts";

/** The texts of the lines of a page. */
export function listLines(page: Page): readonly string[] {
  return page.blocks.flatMap((block) => (block.kind === "line" ? [block.text] : []));
}

/** The cells of all grids, row by row, each with its column: `3:12`. */
export function showGrids(blocks: readonly Block[]): readonly (readonly string[])[] {
  return blocks.flatMap((block) =>
    block.kind === "grid"
      ? block.rows.map((row) => row.map(({ gridColumn, text }) => `${gridColumn}:${text}`))
      : [],
  );
}
