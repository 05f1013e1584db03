import type { Block, Origin } from "../page/page.ts";

/** Points (1/72 inch) in a millimetre. */
export const pointsPerMillimetre = 72 / 25.4;

/** Blocks that were built from points, y upwards, with their places as the OFD counts them: in millimetres, downwards. */
export function placeInOfd(blocks: readonly Block[]): readonly Block[] {
  return blocks.map((block): Block => {
    if (block.kind === "line") return { ...block, origin: convert(block.origin) };
    const rows = block.rows.map((row) =>
      row.map((cell) => ({ ...cell, origin: convert(cell.origin) })),
    );
    return { ...block, rows };
  });
}

function convert(built: Origin): Origin {
  if (built.in !== "pdf") return built;
  const [x0, y0, x1, y1] = built.box;
  return {
    in: "ofd",
    page: built.page,
    box: [toMillimetres(x0), toMillimetres(-y1), toMillimetres(x1), toMillimetres(-y0)],
  };
}

function toMillimetres(points: number): number {
  return Math.round((points / pointsPerMillimetre) * 100) / 100 + 0;
}
