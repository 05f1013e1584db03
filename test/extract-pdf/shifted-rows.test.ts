import { expect, it } from "vitest";
import { Gazetteer } from "../../corpus/divisions/gazetteer.ts";
import { extractReport } from "../../indexer/extract/main.ts";
import { drawText, writePdf } from "./write-pdf.ts";

const size = 9;
const columns = [264, 324, 352, 385, 423, 464, 486];
const heads = [
  ["自然人"],
  ["商业", "企业"],
  ["科研机", "构"],
  ["社会公", "益组织"],
  ["法律服", "务机构"],
  ["其", "他"],
  ["总计"],
];

function drawRow(y: number, label: readonly [number, string], numbers: readonly string[]): string {
  const [x, words] = label;
  const drawn = numbers.map((text, at) => drawText(text, { x: columns[at] ?? 0, y, size }));
  return [drawText(words, { x, y, size: 8 }), ...drawn].join("");
}

/** The top of table 3 of form 2019 without lines; the numbers of 予以公开 stand a column too far to the left. */
function drawShifted(): string {
  const [first, ...others] = ["7", "0", "3", "4", "0", "0", "14"];
  return [
    drawText("云岫县青禾镇人民政府2020年政府信息公开工作年度报告", { x: 120, y: 780, size: 14 }),
    drawText("三、收到和处理政府信息公开申请情况", { x: 62, y: 219, size: 12 }),
    drawText("申请人情况", { x: 264, y: 193, size }),
    drawText("（本列数据的勾稽关系为：第一项加第二项之", { x: 65, y: 176, size }),
    drawText("和，等于第三项加第四项之和）", { x: 65, y: 164, size }),
    drawText("法人或其他组织", { x: 324, y: 176, size }),
    ...heads.flatMap((lines, at) =>
      lines.map((words, line) =>
        drawText(words, { x: columns[at] ?? 0, y: 162 - line * 13, size }),
      ),
    ),
    drawRow(131, [65, "一、本年新收政府信息公开申请数量"], ["17", "75", "2", "9", "1", "0", "104"]),
    drawRow(115, [65, "二、上年结转政府信息公开申请数量"], ["0", "0", "0", "3", "0", "7", "10"]),
    drawText("三、本年度", { x: 65, y: 98, size }),
    drawText("办理结果", { x: 65, y: 86, size }),
    drawText("（一）予", { x: 117, y: 98, size }),
    drawText("以公开", { x: 117, y: 86, size }),
    drawText(first, { x: 168, y: 92, size }),
    ...others.map((text, at) => drawText(text, { x: columns[at] ?? 0, y: 92, size })),
  ].join("");
}

it("leaves a number out of the columns that stands under the labels, and those beside it", async () => {
  const bytes = writePdf({ pages: [{ content: drawShifted() }] });
  const input = { bytes, file: "report.pdf", address: null };
  const { facts, warnings } = await extractReport(input, new Gazetteer([]), null);
  const rows = facts.filter(({ table }) => table === "requests");
  const values = (key: string): readonly (number | null)[] =>
    rows.filter(({ row }) => row === key).map(({ value }) => value);
  expect(values("newReceived")).toEqual([17, 75, 2, 9, 1, 0, 104]);
  expect(values("granted").every((value) => value === null)).toBe(true);
  expect(warnings.join("\n")).toContain("予以公开");
});
