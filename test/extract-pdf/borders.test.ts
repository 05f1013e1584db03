import { describe, expect, it } from "vitest";
import type { Grid } from "../../indexer/extract/page/page.ts";
import { readPdf } from "../../indexer/extract/pdf/read-pdf.ts";
import { readBlocks, readTable } from "./read-contents.ts";
import { showBlocks } from "./show-blocks.ts";
import {
  buildStream,
  type DrawLine,
  drawLine,
  drawTable,
  drawText,
  drawTexts,
  type Point,
  writePdf,
} from "./write-pdf.ts";

const xs = [60, 200, 300, 400];
const ys = [700, 680, 660, 640];
const texts = [
  ["信息内容", "本年制发件数", "现行有效件数"],
  ["规章", "0", "3"],
  ["行政规范性文件", "12", "4567"],
];

/** Dashes of a border; none longer than three points. */
function drawDashes([x0, y0]: Point, [x1, y1]: Point): string {
  const count = Math.floor(Math.hypot(x1 - x0, y1 - y0) / 5);
  const [dx, dy] = [(x1 - x0) / count, (y1 - y0) / count];
  return Array.from({ length: count }, (_, at) =>
    drawLine([x0 + at * dx, y0 + at * dy], [x0 + (at + 0.6) * dx, y0 + (at + 0.6) * dy]),
  ).join("");
}

describe("borders", () => {
  const styles: Readonly<Record<string, DrawLine>> = {
    strokes: drawLine,
    "thin bars": ([x0, y0], [x1, y1]) =>
      `${x0} ${Math.min(y0, y1)} ${Math.max(0.5, x1 - x0)} ${Math.max(0.5, Math.abs(y0 - y1))} re f\n`,
    "thin frames": ([x0, y0], [x1, y1]) =>
      `${x0} ${Math.min(y0, y1)} ${x1 - x0 || 0.8} ${Math.abs(y1 - y0) || 0.8} re S\n`,
    "double lines": ([x0, y0], [x1, y1]) =>
      drawLine([x0, y0], [x1, y1]) + drawLine([x0 + 1.5, y0 + 1.5], [x1 + 1.5, y1 + 1.5]),
    "lines struck twice": (from, to) => drawLine(from, to).repeat(2),
    dashes: drawDashes,
  };

  it.each(Object.entries(styles))("are read from %s", async (_, drawBorder) => {
    expect(await readTable(drawTable({ xs, ys, texts, drawBorder }))).toEqual(texts);
  });

  it("are read from a frame around each cell", async () => {
    const frames = ys
      .slice(1)
      .flatMap((y) =>
        xs
          .slice(1)
          .map(
            (x, column) =>
              `${(xs[column] ?? 0) + 1} ${y + 1} ${x - (xs[column] ?? 0) - 2} 18 re S\n`,
          ),
      );
    expect(await readTable(frames.join("") + drawTexts({ xs, ys, texts }))).toEqual(texts);
  });

  it("are read in any order and under any matrix", async () => {
    const shrunk = `q 0.5 0 0 0.5 30 100 cm\n${drawTexts({ xs, ys, texts })}${[...xs]
      .reverse()
      .map((x) => drawLine([x, 700], [x, 640]))
      .join("")}${ys.map((y) => drawLine([60, y], [400, y])).join("")}Q\n`;
    expect(await readTable(shrunk)).toEqual(texts);
  });

  it("are read from a form within the page", async () => {
    const form = buildStream(
      drawTable({ xs, ys, texts }),
      "/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Matrix [1 0 0 1 20 -50] /Resources << /Font << /F1 3 0 R >> >>",
    );
    const bytes = writePdf({
      pages: [{ content: "q /X1 Do Q\n" }],
      objects: new Map([[20, form]]),
      resources: "/XObject << /X1 20 0 R >>",
    });
    const { blocks } = await readPdf(bytes);
    expect(showBlocks(blocks)).toEqual([texts]);
    const [cell] = (blocks[0] as Grid).rows[0] ?? [];
    expect(cell?.origin).toEqual({ in: "pdf", page: 1, box: [80, 630, 220, 650] });
  });

  it("may be missing at the sides of the table", async () => {
    const inner =
      ys.map((y) => drawLine([60, y], [400, y])).join("") +
      xs
        .slice(1, -1)
        .map((x) => drawLine([x, 700], [x, 640]))
        .join("");
    expect(await readTable(inner + drawTexts({ xs, ys, texts }))).toEqual(texts);
  });

  it("may be missing between two rows", async () => {
    const lines =
      [700, 680, 640].map((y) => drawLine([60, y], [400, y])).join("") +
      xs.map((x) => drawLine([x, 700], [x, 640])).join("");
    expect(await readTable(lines + drawTexts({ xs, ys, texts }))).toEqual(texts);
  });

  it.each([
    ["all", ""],
    ["those of columns", ys.map((y) => drawLine([60, y], [400, y])).join("")],
    [
      "those of rows",
      xs.map((x) => drawLine([x, 700], [x, 640])).join("") +
        drawLine([60, 700], [400, 700]) +
        drawLine([60, 640], [400, 640]),
    ],
  ])("may be missing: %s", async (_, lines) => {
    expect(await readTable(lines + drawTexts({ xs, ys, texts }))).toEqual(texts);
  });

  it("of a frame around prose make no table", async () => {
    const prose = Array.from({ length: 4 }, (_, at) =>
      drawText("这是框里的一段普通文字，不是表格。", { x: 70, y: 680 - 18 * at }),
    );
    const frame = drawTable({ xs: [60, 500], ys: [700, 600], texts: [] });
    const blocks = await readBlocks(frame + prose.join(""));
    expect(blocks.every(({ kind }) => kind === "line")).toBe(true);
  });
});
