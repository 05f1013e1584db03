import { describe, expect, it } from "vitest";
import { readBlocks, readTable } from "./read-contents.ts";
import { showBlocks } from "./show-blocks.ts";
import { drawTable, drawText } from "./write-pdf.ts";

const xs = [60, 200, 300, 400];

describe("a table over pages", () => {
  const header = ["项目", "自然人", "总计"];
  const drawPart = (rows: readonly (readonly string[])[], top = 780): string =>
    drawTable({
      xs,
      ys: Array.from({ length: rows.length + 1 }, (_, at) => top - 20 * at),
      texts: rows,
    });

  it("is one, with its header once", async () => {
    const pages = [
      drawPart([header, ["一、新收", "1", "2"], ["二、结转", "3", "4"]], 120) +
        drawText("- 1 -", { x: 280, y: 30 }),
      drawPart([header, ["（一）公开", "5", "6"]]) + drawText("- 2 -", { x: 280, y: 30 }),
      drawPart([header, ["（二）部分", "7", "8"]]) + drawText("- 3 -", { x: 280, y: 30 }),
    ];
    expect(await readTable(...pages)).toEqual([
      header,
      ["一、新收", "1", "2"],
      ["二、结转", "3", "4"],
      ["（一）公开", "5", "6"],
      ["（二）部分", "7", "8"],
    ]);
  });

  it("is two where another heading or another width comes between", async () => {
    const first = drawPart([header, ["一、新收", "1", "2"]], 120);
    const blocks = await readBlocks(
      first,
      drawText("四、行政复议情况", { x: 60, y: 800, size: 14 }) +
        drawPart([header, ["二、结转", "5", "6"]]),
    );
    expect(showBlocks(blocks)).toEqual([
      [header, ["一、新收", "1", "2"]],
      "四、行政复议情况",
      [header, ["二、结转", "5", "6"]],
    ]);
    const wider = drawTable({ xs: [60, 300, 500], ys: [780, 760], texts: [["甲", "1"]] });
    expect(await readBlocks(first, wider)).toHaveLength(2);
  });

  it("joins a cell that the page break cuts, and a row of which each page has a part", async () => {
    const narrow = [60, 110, 200, 300];
    const start = drawTable({
      xs: narrow,
      ys: [120, 100, 80],
      texts: [
        ["一、", "本年新收的", "1"],
        ["（四）无法", "甲事项的申请数量", ""],
      ],
    });
    const rest = drawTable({
      xs: narrow,
      ys: [800, 780, 760],
      texts: [
        ["提供", "（含上年）", "25"],
        ["（五）不予", "乙事项", "26"],
      ],
    });
    expect(await readTable(start, rest)).toEqual([
      ["一、", "本年新收的", "1"],
      ["（四）无法提供", "甲事项的申请数量（含上年）", "25"],
      ["（五）不予", "乙事项", "26"],
    ]);
  });

  it("keeps rows apart where each is whole", async () => {
    const start = drawPart([header, ["规章", "", ""]], 120);
    const rest = drawPart([
      ["行政规范性文件", "8", "26"],
      ["其他", "1", "2"],
    ]);
    expect(await readTable(start, rest)).toEqual([
      header,
      ["规章", "", ""],
      ["行政规范性文件", "8", "26"],
      ["其他", "1", "2"],
    ]);
  });
});
