import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { GrayImage } from "../../indexer/extract/ocr/gray-image.ts";
import { rotateImage } from "../../indexer/extract/ocr/rotate-image.ts";
import { buildPaper, drawCharacter, drawGrid, type DrawnGrid } from "./draw-page.ts";
import { findCells } from "./find-cells.ts";

const xs = [60, 260, 380, 500, 620];
const ys = [80, 140, 200, 260, 320];

describe("the cells of a table in a picture", () => {
  it.each([1, 2, 3, 4, 6])("are found between lines of %i pixels", (thickness) => {
    expect(countCells(drawTable({ xs, ys, thickness }))).toBe(16);
  });

  it("are found between lines with breaks", () => {
    expect(countCells(drawTable({ xs, ys, breaks: 17 }))).toBe(16);
  });

  it("are found between double lines", () => {
    const page = drawTable({ xs, ys, thickness: 1 });
    drawGrid(page, { xs: xs.map((x) => x + 3), ys: ys.map((y) => y + 3), thickness: 1 });
    expect(countCells(page)).toBe(16);
  });

  it("span columns and rows where no line parts them", () => {
    const page = drawTable({
      xs,
      ys,
      openRight: ["0/0", "0/1"],
      openBelow: ["2/3"],
    });
    const { cells } = findCells(page);
    const widths = cells.map(({ box }) => Math.round((box.x1 - box.x0) / 10) * 10);
    const heights = cells.map(({ box }) => Math.round((box.y1 - box.y0) / 10) * 10);
    expect(cells).toHaveLength(13);
    expect(widths.filter((width) => width === 440)).toHaveLength(1);
    expect(heights.filter((height) => height === 120)).toHaveLength(1);
  });

  it.each([-3, -1.2, 0.4, 2.5])("are found where the page leans by %d degrees", (degrees) => {
    const page = rotateImage(drawTable({ xs, ys }), -degrees);
    const { cells, skew } = findCells(page);
    expect(skew).toBeCloseTo(degrees, 0);
    expect(cells).toHaveLength(16);
  });

  it("hold their own print, and blank cells none", () => {
    const { cells } = findCells(drawTable({ xs, ys }));
    const filled = cells.filter(({ lines }) => lines.length > 0);
    expect(filled).toHaveLength(8);
    for (const { lines } of filled) expect(lines).toHaveLength(1);
  });

  it("are found over any noise that leaves print legible", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1e6 }),
        fc.integer({ min: 0, max: 14 }),
        (seed, spread) => {
          const page = drawTable({ xs, ys });
          expect(countCells(addNoise(page, { seed, spread }))).toBe(16);
        },
      ),
      { numRuns: 20 },
    );
  });
});

describe("lines outside of tables", () => {
  it("come from the top down, and characters of large type lose no strokes", () => {
    const page = buildPaper(900, 500);
    for (let at = 0; at < 10; at++) drawCharacter(page, [150 + at * 60, 40], 50);
    for (let row = 0; row < 4; row++)
      for (let at = 0; at < 25; at++) drawCharacter(page, [60 + at * 30, 150 + row * 50], 26);
    const { lines, cells, em } = findCells(page);
    expect(cells).toEqual([]);
    expect(lines.map(({ y0 }) => y0)).toEqual([40, 150, 200, 250, 300]);
    expect(lines[0]).toMatchObject({ x0: 150, x1: 740, y1: 90 });
    expect(em).toBeGreaterThan(20);
    expect(em).toBeLessThan(60);
  });
});

/** A page with a table; each second cell holds two characters. */
function drawTable(grid: DrawnGrid): GrayImage {
  const page = buildPaper(700, 400);
  drawGrid(page, grid);
  grid.ys.slice(0, -1).forEach((y, row) =>
    grid.xs.slice(0, -1).forEach((x, column) => {
      if ((row + column) % 2 === 1) return;
      drawCharacter(page, [x + 20, y + 20], 22);
      drawCharacter(page, [x + 48, y + 20], 22);
    }),
  );
  return page;
}

function countCells(page: GrayImage): number {
  return findCells(page).cells.length;
}

function addNoise(
  { width, height, pixels }: GrayImage,
  { seed, spread }: { readonly seed: number; readonly spread: number },
): GrayImage {
  let state = seed;
  const roll = (): number => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
  const noisy = pixels.map((shade) =>
    Math.max(0, Math.min(255, shade - 10 + (roll() + roll() - 1) * 2 * spread)),
  );
  return { width, height, pixels: noisy };
}
