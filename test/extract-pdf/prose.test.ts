import { describe, expect, it } from "vitest";
import type { Grid, Line } from "../../indexer/extract/page/page.ts";
import { readPdf } from "../../indexer/extract/pdf/read-pdf.ts";
import { showBlocks } from "./show-blocks.ts";
import { drawTable, drawText, type TextPlace, writePdf, type WrittenPage } from "./write-pdf.ts";

const filler = "为实现政府信息公开各项要求而写的一段虚构文字用来填满整整一行不多不少";

/** Lines of 40 characters from the left margin on; the first is indented by two. */
function drawParagraph(
  text: string,
  top: number,
): { readonly content: string; readonly bottom: number } {
  const lines: string[] = [text.slice(0, 38)];
  for (let at = 38; at < text.length; at += 40) lines.push(text.slice(at, at + 40));
  const content = lines
    .map((line, at) => drawText(line, { x: at === 0 ? 90 : 70, y: top - 18 * at }))
    .join("");
  return { content, bottom: top - 18 * lines.length };
}

async function readPages(...pages: readonly WrittenPage[]): Promise<readonly unknown[]> {
  return showBlocks((await readPdf(writePdf({ pages }))).blocks);
}

describe("prose", () => {
  const long = `${filler.repeat(3)}。`;
  const other = `另起一段。${filler.repeat(2)}。`;

  it("is joined into paragraphs; headings and short lines stay by themselves", async () => {
    const first = drawParagraph(long, 700);
    const second = drawParagraph(other, first.bottom);
    const content =
      drawText("云岫县人民政府", { x: 230, y: 760, size: 18 }) +
      drawText("2024年政府信息公开工作年度报告", { x: 150, y: 735, size: 18 }) +
      first.content +
      second.content +
      drawText("一、总体情况", { x: 90, y: second.bottom }) +
      drawParagraph(long, second.bottom - 18).content;
    expect(await readPages({ content })).toEqual([
      "云岫县人民政府",
      "2024年政府信息公开工作年度报告",
      long,
      other,
      "一、总体情况",
      long,
    ]);
  });

  it("goes on over a page, without page numbers and running heads", async () => {
    const lines = Array.from({ length: 30 }, (_, at) => (at + filler.repeat(2)).slice(0, 40));
    const draw = (own: readonly string[], page: number): string =>
      drawText("云岫县年报汇编", { x: 240, y: 815, size: 8 }) +
      own.map((line, at) => drawText(line, { x: 70, y: 760 - 20 * at })).join("") +
      drawText(`第${page}页 共2页`, { x: 260, y: 25, size: 8 });
    const pages = [draw(lines.slice(0, 15), 1), draw(lines.slice(15), 2)];
    expect(await readPages(...pages.map((content) => ({ content })))).toEqual([lines.join("")]);
  });

  it("keeps spaces between words and numbers, and none beside Chinese characters", async () => {
    const content =
      drawText("全年 3 件，", { x: 70, y: 700 }) +
      drawText("OFFICE WORD 2024", { x: 130, y: 700 }) +
      drawText("电话", { x: 70, y: 670 }) +
      drawText("0517-123", { x: 93, y: 670 });
    expect(await readPages({ content })).toEqual(["全年3件，OFFICE WORD 2024", "电话0517-123"]);
  });

  it("puts the first of two columns before the second", async () => {
    const column = (name: string): readonly string[] =>
      Array.from({ length: 12 }, (_, at) => `${name}${at}${filler}`.slice(0, 22));
    const [left, right] = [column("左"), column("右")];
    const content = [
      drawText("两栏年度报告", { x: 220, y: 780, size: 16 }),
      ...left.map((line, at) => drawText(line, { x: 60, y: 740 - 18 * at })),
      ...right.map((line, at) => drawText(line, { x: 310, y: 737 - 18 * at })),
      drawText("二、其他", { x: 60, y: 460 }),
    ].join("");
    expect(await readPages({ content })).toEqual([
      "两栏年度报告",
      left.join("") + right.join(""),
      "二、其他",
    ]);
  });

  it("leaves out text that nobody sees and what lies askew over the page", async () => {
    const content =
      drawText("看得见的正文", { x: 70, y: 700 }) +
      `3 Tr ${drawText("看不见", { x: 70, y: 650 })}0 Tr ` +
      drawText("页外", { x: 900, y: 650 }) +
      drawText("内部资料", { x: 200, y: 400, size: 40, matrix: "0.7 0.7 -0.7 0.7" });
    expect(await readPages({ content })).toEqual(["看得见的正文"]);
  });
});

describe("a turned page", () => {
  const texts = [
    ["规章", "0", "3"],
    ["行政规范性文件", "12", "4567"],
  ];
  const place: TextPlace = { x: 60, y: 540, size: 14 };
  const upright =
    drawText("横排的年度报告", place) +
    drawTable({ xs: [60, 200, 300, 400], ys: [500, 480, 460], texts });

  it.each([
    [90, "0 1 -1 0 595 0"],
    [180, "-1 0 0 -1 842 595"],
    [270, "0 -1 1 0 0 842"],
  ])("by %i degrees reads as any other", async (rotate, matrix) => {
    const [width, height] = rotate === 180 ? [842, 595] : [595, 842];
    const page = { content: `q ${matrix} cm\n${upright}Q\n`, rotate, width, height };
    expect(await readPages(page)).toEqual(["横排的年度报告", texts]);
  });

  it("gives places in its own user space", async () => {
    const content = `q 0 1 -1 0 595 0 cm\n${upright}Q\n`;
    const { blocks } = await readPdf(writePdf({ pages: [{ content, rotate: 90 }] }));
    const [title, grid] = blocks;
    // The baseline stands at x = 595 - 540, and the words run upwards from y = 60.
    expect((title as Line).origin).toEqual({ in: "pdf", page: 1, box: [43.1, 60, 57.1, 158] });
    expect((grid as Grid).rows[1]?.[2]?.origin).toEqual({
      in: "pdf",
      page: 1,
      box: [115, 300, 135, 400],
    });
  });
});
