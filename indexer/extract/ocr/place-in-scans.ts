import type { Block, Origin } from "../page/page.ts";
import { contains, findCenter, type Box } from "../pdf/box.ts";
import type { ScannedSheet } from "./scanned-sheet.ts";

/** Tells for each block and cell of a page that was read from a picture where it stands there, and how sure it is. */
export function placeInScans(
  blocks: readonly Block[],
  sheets: readonly ScannedSheet[],
): readonly Block[] {
  const byNumber = new Map(sheets.map((sheet) => [sheet.sheet.number, sheet]));
  const place = (origin: Origin): Origin => {
    const scanned = origin.in === "pdf" ? byNumber.get(origin.page) : undefined;
    return origin.in === "pdf" && scanned ? placeBox(origin.box, scanned) : origin;
  };
  return blocks.map((block) =>
    block.kind === "line"
      ? { ...block, origin: place(block.origin) }
      : {
          ...block,
          rows: block.rows.map((row) =>
            row.map((cell) => ({ ...cell, origin: place(cell.origin) })),
          ),
        },
  );
}

/** The least sure reading within a box counts; paper without ink is certain. */
function placeBox(
  [x0, y0, x1, y1]: readonly [number, number, number, number],
  { readings, place }: ScannedSheet,
): Origin {
  // Boxes of blocks are rounded, so that what stands at their edge may lie just outside.
  const box: Box = { x0: x0 - 0.1, y0: y0 - 0.1, x1: x1 + 0.1, y1: y1 + 0.1 };
  const own = readings.filter((reading) => contains(box, findCenter(reading)));
  const confidence = own.reduce((least, reading) => Math.min(least, reading.confidence), 1);
  return place({ x0, y0, x1, y1, confidence: Math.round(confidence * 1000) / 1000 });
}
