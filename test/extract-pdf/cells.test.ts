import { describe, expect, it } from "vitest";
import type { Grid } from "../../indexer/extract/page/page.ts";
import { readBlocks, readTable } from "./read-contents.ts";
import { drawLine, drawTable, drawText, drawTexts } from "./write-pdf.ts";

const xs = [60, 200, 300, 400];
const ys = [700, 680, 660, 640];
const texts = [
  ["信息内容", "本年制发件数", "现行有效件数"],
  ["规章", "0", "3"],
  ["行政规范性文件", "12", "4567"],
];

interface Spread {
  readonly x: number;
  readonly y: number;
  /** Points from the beginning of one character to the next. */
  readonly step: number;
}

/** Each character by itself. */
function drawSpread(text: string, { x, y, step }: Spread): string {
  return Array.from(text, (char, at) => drawText(char, { x: x + at * step, y })).join("");
}

describe("cells", () => {
  it("span columns and rows where borders are missing", async () => {
    const content =
      [60, 200, 300, 400].map((x) => drawLine([x, x === 300 ? 680 : 700], [x, 640])).join("") +
      drawLine([60, 700], [400, 700]) +
      drawLine([200, 680], [400, 680]) +
      drawLine([200, 660], [400, 660]) +
      drawLine([60, 640], [400, 640]) +
      drawTexts({
        xs,
        ys,
        texts: [
          ["三、本年度", "申请人情况"],
          ["", "1", "2"],
          ["", "3", "4"],
        ],
      });
    const [grid] = (await readBlocks(content)) as readonly Grid[];
    expect(
      grid?.rows.map((row) =>
        row.map(({ text, column, gridColumn }) => [text, column, gridColumn]),
      ),
    ).toEqual([
      [
        ["三、本年度", 0, 0],
        ["申请人情况", 1, 1],
      ],
      [
        ["1", 0, 1],
        ["2", 1, 2],
      ],
      [
        ["3", 0, 1],
        ["4", 1, 2],
      ],
    ]);
  });

  it("join wrapped labels, one character a line, and digits printed apart; two numbers stay two", async () => {
    const content =
      drawTable({
        xs,
        ys: [700, 600, 560],
        texts: [["三、\n本\n年\n度\n办\n理\n结", "（二）部分公开（区\n分处理的）"]],
      }) +
      drawSpread("4472", { x: 304, y: 650, step: 8 }) +
      drawSpread("商业企", { x: 64, y: 580, step: 16 }) +
      drawText("12", { x: 204, y: 580 }) +
      drawText("34", { x: 240, y: 580 });
    expect(await readTable(content)).toEqual([
      ["三、本年度办理结", "（二）部分公开（区分处理的）", "4472"],
      ["商业企", "12 34", ""],
    ]);
  });

  it("keep a number whole that wraps in a narrow cell", async () => {
    const narrow = [60, 120, 150];
    expect(
      await readTable(
        drawTable({
          xs: narrow,
          ys: [700, 660, 640],
          texts: [
            ["行政许可", "44722\n8"],
            ["行政强制", "7"],
          ],
        }),
      ),
    ).toEqual([
      ["行政许可", "447228"],
      ["行政强制", "7"],
    ]);
  });

  it("hold a number or sign that overflows its cell as a whole", async () => {
    const content =
      drawTable({ xs: [60, 75, 130, 160, 200], ys: [700, 680], texts: [] }) +
      drawText("三、", { x: 62, y: 686 }) +
      drawText("（一）", { x: 84, y: 686 }) +
      drawText("4472281", { x: 134, y: 686 });
    expect(await readTable(content)).toEqual([["三、", "（一）", "4472281", ""]]);
    const wide = drawText("123", { x: 64, y: 666 }) + drawText("98765432", { x: 121, y: 666 });
    expect(
      await readTable(
        `${drawTable({ xs: [60, 120, 150, 210], ys: [680, 660], texts: [] })}${wide}`,
      ),
    ).toEqual([["123", "98765432", ""]]);
  });

  it("show digits as unreadable that may belong to either of two", async () => {
    const table = drawTable({ xs: [60, 100, 130, 160], ys: [700, 680], texts: [["规章"]] });
    const farOver = drawText("98765432", { x: 115, y: 686 });
    expect(await readTable(table + farOver)).toEqual([
      ["规章", "\ufffd\ufffd\ufffd", "\ufffd".repeat(5)],
    ]);
    // A browser leaves out digits beyond the edge of the paper.
    const cutOff = drawText("123456", { x: 134, y: 686 });
    expect(await readTable(table + cutOff)).toEqual([["规章", "", "\ufffd".repeat(5)]]);
    // One operator for each digit: 12 and 34, or 1234?
    expect(await readTable(table + drawSpread("1234", { x: 120, y: 686, step: 5 }))).toEqual([
      ["规章", "\ufffd\ufffd", "\ufffd\ufffd"],
    ]);
    const apart = drawText("12", { x: 120, y: 686 }) + drawText("34", { x: 130, y: 686 });
    expect(await readTable(table + apart)).toEqual([["规章", "12", "34"]]);
  });

  it("hold a number that fits its cell exactly, unless it runs to the end of the page or its clip", async () => {
    const draw = (left: number): string =>
      drawTable({
        xs: [left - 100, left, left + 22.5],
        ys: [700, 680],
        texts: [["规章"]],
      }) + drawText("1045", { x: left + 1, y: 686 });
    expect(await readTable(draw(300))).toEqual([["规章", "1045"]]);
    // The page is 595 points wide: a digit more would stand outside.
    expect(await readTable(draw(573))).toEqual([["规章", "\ufffd".repeat(4)]]);
    const clip = "0 0 321.2 842 re W n ";
    expect(await readTable(clip + draw(300))).toEqual([["规章", "\ufffd".repeat(4)]]);
    expect(await readTable(clip + draw(290))).toEqual([["规章", "1045"]]);
  });

  it("hold once what is printed twice to look bold", async () => {
    const bold = drawTexts({ xs: xs.map((x) => x + 0.4), ys, texts });
    expect(await readTable(drawTable({ xs, ys, texts }) + bold)).toEqual(texts);
  });

  it("hold a digit that another number covers, and once a bold number of single digits", async () => {
    const table = drawTable({ xs: [60, 100, 130, 160], ys: [700, 680], texts: [["规章"]] });
    // The last 1 of the number lies where the 1 of the next cell does.
    const covered = drawText("999991", { x: 107, y: 686 }) + drawText("1", { x: 132, y: 686 });
    expect(await readTable(table + covered)).toEqual([["规章", "999991", "1"]]);
    const bold =
      drawText("472", { x: 102, y: 686 }) + drawSpread("472", { x: 102.4, y: 686, step: 5 });
    expect(await readTable(table + bold)).toEqual([["规章", "472", ""]]);
  });
});
