import type { Block, Origin } from "../page/page.ts";
import type { PdfOrigin } from "../pdf/pdf-origin.ts";

/**
 * Where words of an OFD stand: the page from 1 and the box [x0, y0, x1, y1] in millimetres, in the coordinates
 * of the page, which run to the right and down (GB/T 33190-2016, 7.1).
 */
export interface OfdOrigin {
  readonly in: "ofd";
  readonly page: number;
  readonly box: readonly [number, number, number, number];
}

/** Points (1/72 inch) in a millimetre. */
export const pointsPerMillimetre = 72 / 25.4;

/** Blocks that were built from points, y upwards, with their places as the OFD counts them. */
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
  // `Origin` names neither kind yet: this is the one place that reads the one and stands for the other.
  const { page, box } = built as unknown as PdfOrigin;
  const [x0, y0, x1, y1] = box;
  const origin: OfdOrigin = {
    in: "ofd",
    page,
    box: [toMillimetres(x0), toMillimetres(-y1), toMillimetres(x1), toMillimetres(-y0)],
  };
  return origin as unknown as Origin;
}

function toMillimetres(points: number): number {
  return Math.round((points / pointsPerMillimetre) * 100) / 100 + 0;
}
