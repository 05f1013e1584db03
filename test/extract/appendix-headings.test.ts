import { describe, expect, it } from "vitest";
import { form2014 } from "../../corpus/forms/form-2014.ts";
import { layouts } from "./layouts.ts";
import { readText } from "./read-text.ts";
import { writeReport } from "./write-report.ts";
import { numberAll } from "../../demo/generator/written-numbers.ts";

const html = layouts.find(({ isHtml }) => isHtml);
const report = html ? writeReport(form2014, html, numberAll(form2014)) : "";

describe("a line that heads an appendix", () => {
  it.each([
    "附件：政府信息公开情况统计表（2017年度）",
    "附：统计表",
    "附表1：政府信息公开情况统计表",
    "（附表）",
    "附件",
  ])("begins a section before its table: %s", (heading) => {
    const { sections } = readText(report.replace("五、附件", heading));
    expect(sections.at(-1)).toMatchObject({ kind: "appendix", heading });
    expect(sections.at(-1)?.text).toContain("主动公开");
    expect(sections.at(-2)).toMatchObject({ kind: "fees", text: "没有收费。" });
  });

  it("is a file to load where no table follows", () => {
    const page = report.replace("五、附件", "五、其他情况");
    const { sections } = readText(page.replace("</body>", "<p>附件：统计表</p></body>"));
    expect(sections.map(({ heading }) => heading)).not.toContain("附件：统计表");
  });
});
