import { describe, expect, it } from "vitest";
import type { Grid } from "../../indexer/extract/page/page.ts";
import { readBlocks } from "./read-contents.ts";
import { showGrid } from "./show-blocks.ts";
import { drawLine, drawTable, drawText, drawTexts } from "./write-pdf.ts";

async function readGrids(content: string): Promise<readonly string[][][]> {
  const blocks = await readBlocks(content);
  return blocks.filter((block): block is Grid => block.kind === "grid").map(showGrid);
}

describe("a table without lines", () => {
  const xs = [60, 260, 310, 380];

  function drawLoose(rows: readonly (readonly string[])[]): string {
    const ys = rows.map((_, at) => 700 - at * 16);
    return drawTexts({ xs, ys: [...ys, 0], texts: rows });
  }

  it("with a column of units has a row for each label, numbered or not", async () => {
    const rows = [
      ["指标名称", "计量单位", "2009年度", "历年累计"],
      ["主动公开信息数", "条", "5", "8"],
      ["其中：1.政府网站公开", "条", "3", "6"],
      ["2.政府公报公开", "条", "2", "2"],
      ["受理政府信息公开申请总数", "条", "61", "63"],
      ["其中：1.当面申请数", "条", "41", "43"],
      ["行政复议数", "件", "7", "9"],
    ];
    expect(await readGrids(drawLoose(rows))).toEqual([rows]);
  });

  it("keeps numbers in full width and headings between its rows apart", async () => {
    const rows = [
      ["信息内容", "上一年", "增减", "决定"],
      ["行政许可", "５", "7", "２２"],
      ["其他对外管理服务事项", "０", "３", "1,204"],
      ["第二十条第（六）项"],
      ["信息内容", "上一年", "增减", "决定"],
      ["行政处罚", "4", "０", "0"],
      ["行政强制", "１", "2", "６"],
    ];
    expect(await readGrids(drawLoose(rows))).toEqual([rows]);
  });
});

describe("a table without lines whose columns stand close", () => {
  // Prose tells how wide the page's text is.
  const prose = [800, 785, 770]
    .map((y) =>
      drawText("云岫县认真落实条例，公开的内容更加全面，渠道更加便利，".repeat(2), { x: 54, y }),
    )
    .join("");
  const row = (y: number, label: string, numbers: readonly string[]): string =>
    drawText(label, { x: 92, y, size: 9 }) +
    numbers.map((text, at) => drawText(text, { x: 240 + at * 40, y, size: 9 })).join("");

  it("parts the label of a group from that of a row, and heads from each other", async () => {
    const content =
      prose +
      drawText("本年制发件数", { x: 236, y: 740, size: 6.5 }) +
      drawText("本年废止件数", { x: 277, y: 740, size: 6.5 }) +
      row(720, "（一）予以公开", ["12", "4"]) +
      drawText("三、本年", { x: 54, y: 700, size: 9 }) +
      row(700, "（二）部分公开", ["3", "56"]) +
      row(680, "（三）不予公开", ["7", "8"]);
    expect((await readGrids(content))[0]?.slice(-3)).toEqual([
      ["三、本年", "（一）予以公开", "12", "4"],
      ["（二）部分公开", "3", "56"],
      ["（三）不予公开", "7", "8"],
    ]);
  });

  it("joins a number that wraps around the middle of its row", async () => {
    const content =
      prose +
      row(720, "（一）予以公开", ["12", "4", "6"]) +
      drawText("９９９", { x: 240, y: 702, size: 9 }) +
      row(696, "（二）部分公开", []) +
      drawText("56", { x: 280, y: 696, size: 9 }) +
      drawText("78", { x: 320, y: 696, size: 9 }) +
      drawText("１２", { x: 240, y: 690, size: 9 }) +
      row(672, "（三）不予公开", ["7", "8", "9"]);
    expect(await readGrids(content)).toEqual([
      [
        ["（一）予以公开", "12", "4", "6"],
        ["（二）部分公开", "９９９１２", "56", "78"],
        ["（三）不予公开", "7", "8", "9"],
      ],
    ]);
  });

  it("is not read by rows whose lines part no cells", async () => {
    const lines = [735, 714, 690, 665]
      .map((y) => drawLine([50, y], [400, y]))
      .concat([50, 400].map((x) => drawLine([x, 735], [x, 665])));
    const content =
      prose +
      lines.join("") +
      row(720, "（一）予以公开", ["12", "4"]) +
      row(698, "（二）部分公开", ["3", "56"]) +
      row(674, "（三）不予公开", ["7", "8"]);
    expect(await readGrids(content)).toEqual([
      [
        ["（一）予以公开", "12", "4"],
        ["（二）部分公开", "3", "56"],
        ["（三）不予公开", "7", "8"],
      ],
    ]);
  });
});

describe("a ruled cell", () => {
  it("too narrow for its number holds one number, not one for each line of the labels", async () => {
    const content = drawTable({
      xs: [60, 120, 260, 300, 340],
      ys: [700, 680, 630, 600],
      texts: [
        ["", "", "商业", "科研"],
        ["（六）其他\n处理", "1.申请人无正当理由逾\n期不补正", "0", "9862963\n7"],
        ["", "2.重复申请", "3", "4"],
      ],
    });
    const [grid] = await readGrids(content);
    expect(grid?.[1]?.slice(-2)).toEqual(["0", "98629637"]);
    expect(grid?.[2]?.slice(-2)).toEqual(["3", "4"]);
  });

  it("prints a dash of two em as two dashes", async () => {
    const content = drawTable({
      xs: [60, 200, 300],
      ys: [700, 680, 660],
      texts: [
        ["统计指标", "统计数"],
        ["一、主动公开情况", "⸺"],
      ],
    });
    expect((await readGrids(content))[0]?.[1]).toEqual(["一、主动公开情况", "——"]);
  });
});
