import type { Block, Grid } from "../../indexer/extract/page/page.ts";

/** Blocks as a test compares them: a string for a line, rows of texts for a grid. */
export function showBlocks(blocks: readonly Block[]): readonly (string | readonly string[][])[] {
  return blocks.map((block) => (block.kind === "line" ? block.text : showGrid(block)));
}

export function showGrid({ rows }: Grid): string[][] {
  return rows.map((row) => row.map(({ text }) => text));
}
