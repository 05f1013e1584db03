import { describe, expect, it } from "vitest";
import { form2014 } from "../../corpus/forms/form-2014.ts";
import { readText } from "./read-text.ts";
import { printEdition, reportLines, writeTablePage, type Rows } from "./write-table-page.ts";

/** The warnings about the table of a report of which some rows were left out. */
function warn(rows: Rows, ...lost: readonly string[]): readonly string[] {
  const left = rows.filter(([label = ""]) => !lost.some((words) => label.includes(words)));
  expect(left).toHaveLength(rows.length - lost.length);
  return readText(writeTablePage(left)).warnings.filter((warning) => /表|指标/u.test(warning));
}

const fujian = printEdition("2008 Fujian");
const shanghai = printEdition("2008 Shanghai, 35");
const national = printEdition("2014");

describe("rows that an indicator table has lost", () => {
  it.each([
    ["2008 Fujian", fujian],
    ["2008 Shanghai", shanghai],
    ["2014", national],
  ])("are none where it is whole: %s", (_, rows) => expect(warn(rows)).toEqual([]));

  it("show by a number that is left out", () => {
    expect(warn(fujian, "传真申请数")).toEqual([
      "指标表的编号在“电子邮件申请数”之前不连续，可能缺行，其中的数字未取。",
    ]);
    expect(warn(national, "（二）申请办结数").join()).toContain("编号在“申请答复数”之前不连续");
    expect(warn(national, "二、回应解读情况").join()).toContain("编号在“依申请公开情况”之前不连续");
  });

  it("show where the first of a list is gone, though the number before fits", () => {
    const told = warn(fujian, "受理政府信息公开申请总数", "当面申请数", "传真申请数").join();
    expect(told).toContain("编号在“电子邮件申请数”之前不连续");
    expect(told).toContain("没有找到“受理政府信息公开申请总数”一行");
  });

  it("show by a hole in the codes", () => {
    expect(warn(shanghai, "现场接待人数")).toEqual([
      "指标表的代码在“网上咨询数”之前不连续，可能缺行，其中的数字未取。",
    ]);
    expect(warn(shanghai, "主动公开信息数").join()).toContain("没有找到“主动公开信息数”一行");
  });

  it("show by a row of the form of 2014, which is printed whole", () => {
    expect(warn(national, "接受培训人员数").join()).toMatch(/表没有找到 1 行：“接受.*培训人员数”/u);
    const { rows = [] } = form2014.tables[0]?.blocks[0] ?? {};
    expect(rows.length).toBeGreaterThan(50);
  });

  it("are none where a table prints a choice of rows", () => {
    expect(warn(fujian, "其他形式申请数", "行政申诉数", "其他类型答复数")).toEqual([]);
    expect(warn(national.slice(0, 6))).toEqual([]);
  });

  it("may have left a label without a number", () => {
    const cells = fujian.flat().filter((text, at, all) => all.indexOf(text) === at);
    const { warnings } = readText([...reportLines, ...cells].join("\n"));
    expect(warnings.join()).toContain("没有两行文字相同，重复的行可能已被删去");
  });
});

describe("numbers that stand outside tables", () => {
  it("are told where a row without borders stands behind its table", () => {
    const page = writeTablePage(fujian.slice(0, -1));
    const row = fujian.at(-1)?.join("") ?? "";
    const { warnings } = readText(page.replace("</table>", `</table><p>${row}</p>`));
    expect(warnings).toContain("“行政申诉数”一行印在表外，其中的数字未取。");
  });

  it("are told where a whole table on a line cannot be read", () => {
    const rows = ["行政许可 3 4 5", "行政处罚 6 7 8", "行政强制 9 1 2", "行政事业性收费 5 6"];
    const line = `二部分公开，只计这一情形，不计其他情形 ${rows.join(" ")}`;
    const { warnings } = readText([...reportLines, line].join("\n"));
    expect(warnings.join()).toContain("有一段文字像是“主动公开政府信息情况”表");
    expect(readText(reportLines.join("\n")).warnings.join()).not.toContain("像是");
  });
});
