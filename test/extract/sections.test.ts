import { describe, expect, it } from "vitest";
import { form2021 } from "../../corpus/forms/form-2021.ts";
import { readPlainText } from "../../indexer/extract/page/read-plain-text.ts";
import type { SectionReading } from "../../indexer/extract/sections/build-sections.ts";
import { readHanNumber } from "../../indexer/extract/sections/read-han-number.ts";
import { readSections } from "../../indexer/extract/sections/read-sections.ts";
import { classifyTitle } from "../../indexer/extract/sections/section-titles.ts";
import { findTables } from "../../indexer/extract/tables/find-tables.ts";
import { layouts } from "./layouts.ts";
import { writeReport } from "./write-report.ts";
import { numberAll } from "../../demo/generator/written-numbers.ts";

function read(text: string): SectionReading {
  const { blocks } = readPlainText(text);
  return readSections({ blocks, tables: findTables(blocks), titles: [], metadata: new Set() });
}

function outline(text: string): readonly (readonly [string, string])[] {
  return read(text).sections.map(({ kind, heading }) => [kind, heading]);
}

describe("a title", () => {
  it.each([
    [
      "overview",
      "总体情况 概述 工作概述 政府信息公开总体情况 工作基本情况 2025年度总体情况 信息公开工作基本概况 主要任务落实情况",
    ],
    [
      "disclosure",
      "主动公开政府信息情况 行政机关主动公开政府信息情况 主动公开政府信息的情况 主动公开政务信息情况 主动公开政府信息详情 公开的内容 主动公开、依申请公开工作情况 政府信息主动公开情况 主动公开政府信息及公开平台建设情况",
    ],
    [
      "requests",
      "收到和处理政府信息公开申请情况 行政机关收到和处理政府信息公开申请情况 收到和处理政府信息公开申请的情况 政府信息公开申请接收与办理情况 依申请公开情况 政府信息依申请公开办理情况 依申请公开和不予公开政府信息情况 政府信息公开申请的办理情况",
    ],
    [
      "fees",
      "政府信息公开的收费及减免情况 政府信息公开行政收费和减免情况 依申请信息公开收费情况 政府支出和收费 工作人员、收费及减免情况",
    ],
    [
      "disputes",
      "政府信息公开行政复议、行政诉讼情况 政府信息公开行政复议和行政诉讼情况 政府信息公开行政复议行政诉讼情况 因政府信息公开工作被申请行政复议、提起行政诉讼情况 行政复议和诉讼情况 复议、诉讼和申诉的情况 举报投诉处理情况",
    ],
    [
      "problems",
      "存在的主要问题及改进情况 存在主要问题和改进情况 存在的问题及整改措施 现存问题与改进举措 主要问题和改进措施 存在问题及工作打算 下步工作计划 政府信息公开工作存在的主要问题及改进措施",
    ],
    [
      "other",
      "其他需要报告的事项 其它需要报告事项 其他报告的事项 需要说明的事项与附表 其他需要说明的事项",
    ],
    ["appendix", "附件 附表 附件1 附：政府信息公开情况统计表 政府信息公开情况统计表"],
  ])("of %s", (kind, titles) => {
    for (const title of titles.split(" "))
      expect([title, classifyTitle(title)?.kind]).toEqual([title, kind]);
  });

  it.each(["政府信息管理情况", "监督保障情况", "机构建设", "", "石溪镇"])(
    "that no section has: %s",
    (title) => {
      expect(classifyTitle(title)).toBeNull();
    },
  );
});

const flat = layouts.filter(({ isHtml }) => !isHtml);

describe("sections", () => {
  it.each(flat)("are not made from rows of table 3 in $name", (layout) => {
    const text = writeReport(form2021, layout, numberAll(form2021));
    expect(outline(text).map(([kind]) => kind)).toEqual([
      "overview",
      "disclosure",
      "requests",
      "disputes",
      "problems",
      "other",
    ]);
    const requests = read(text).sections[2]?.text ?? "";
    expect(requests).toContain("一、本年新收政府信息公开申请数量  11  12  13  14  15  16  17");
    expect(requests).toContain("四、结转下年度继续办理");
  });

  it("are not made from headings nested in a section", () => {
    const text =
      "一、总体情况\n一、主动公开情况。\n公开若干。\n二、依申请公开情况\n没有。\n三、政府信息管理情况\n好。\n二、主动公开政府信息情况\n略。\n三、收到和处理政府信息公开申请情况\n略。\n四、政府信息公开行政复议、行政诉讼情况\n略。\n五、存在的主要问题及改进情况\n一、主要问题\n略。\n二、改进措施\n略。\n六、其他需要报告的事项\n无。";
    expect(outline(text).map(([, heading]) => heading)).toEqual([
      "一、总体情况",
      "二、主动公开政府信息情况",
      "三、收到和处理政府信息公开申请情况",
      "四、政府信息公开行政复议、行政诉讼情况",
      "五、存在的主要问题及改进情况",
      "六、其他需要报告的事项",
    ]);
    expect(read(text).sections[4]?.text).toBe("一、主要问题\n略。\n二、改进措施\n略。");
  });

  it("are not made from a list of headings in the introduction", () => {
    const text =
      "本报告包括：\n一、总体情况\n二、主动公开政府信息情况\n三、其他需要报告的事项\n一、总体情况\n公开若干信息。\n二、主动公开政府信息情况\n主动公开。\n三、其他需要报告的事项\n无。";
    expect(read(text).sections.map((section) => section.text)).toEqual([
      "公开若干信息。",
      "主动公开。",
      "无。",
    ]);
    const inline =
      "报告由一、总体情况，二、主动公开政府信息情况组成。\n一、总体情况，二、主动公开政府信息情况，三、其他需要报告的事项。\n一、总体情况\n好。";
    expect(outline(inline)).toEqual([["overview", "一、总体情况"]]);
  });

  it("have number and title on one line or on two, or text behind the title", () => {
    expect(outline("一、概述\n略。\n二、\n主动公开政府信息的情况\n略。")).toEqual([
      ["overview", "一、概述"],
      ["disclosure", "二、主动公开政府信息的情况"],
    ]);
    const running = read(
      "一、总体情况2023年，本镇公开若干。\n二、主动公开政府信息情况。主动公开三条。\n三、其他需要报告的事项：无。",
    );
    expect(running.sections).toEqual([
      { kind: "overview", heading: "一、总体情况", text: "2023年，本镇公开若干。" },
      { kind: "disclosure", heading: "二、主动公开政府信息情况", text: "主动公开三条。" },
      { kind: "other", heading: "三、其他需要报告的事项", text: "无。" },
    ]);
  });

  it("are numbered in other styles, or not at all", () => {
    expect(outline("第一部分：工作情况概述\n略。\n第二部分：主动公开政府信息情况\n略。")).toEqual([
      ["overview", "第一部分：工作情况概述"],
      ["disclosure", "第二部分：主动公开政府信息情况"],
    ]);
    expect(
      outline("总体情况\n略。\n二、主动公开政府信息情况\n略。\n其他需要报告的事项\n无。"),
    ).toEqual([
      ["overview", "总体情况"],
      ["disclosure", "二、主动公开政府信息情况"],
      ["other", "其他需要报告的事项"],
    ]);
    expect(outline("## 一、总体情况\n略。\n**二、主动公开政府信息情况**\n略。")[1]).toEqual([
      "disclosure",
      "二、主动公开政府信息情况",
    ]);
  });

  it("that nobody knows keep their heading; a repeated number does not lose a known one", () => {
    expect(
      outline(
        "一、概述\n略。\n二、主动公开情况\n略。\n三、机构建设和保障经费\n略。\n四、存在的主要问题及改进情况\n略。\n四、其他需要报告的事项\n无。",
      ),
    ).toEqual([
      ["overview", "一、概述"],
      ["disclosure", "二、主动公开情况"],
      ["unknown", "三、机构建设和保障经费"],
      ["problems", "四、存在的主要问题及改进情况"],
      ["other", "四、其他需要报告的事项"],
    ]);
  });

  it("end before the frame of the page, and leave share bars out", () => {
    const { sections, preamble } = read(
      "引言若干字。\n一、总体情况\n扫一扫在手机打开当前页\n好。\n浏览次数：12\n二、其他需要报告的事项\n无。\n上一篇：云岭县报告\n版权所有：云岭县",
    );
    expect(preamble).toBe("引言若干字。");
    expect(sections.map(({ text }) => text)).toEqual(["好。", "无。"]);
  });

  it("are none where there is no heading: all is preamble", () => {
    expect(read("石溪镇没有标题的报告。\n第二段。")).toEqual({
      sections: [],
      preamble: "石溪镇没有标题的报告。\n第二段。",
    });
  });
});

describe("an appendix", () => {
  const report = "一、总体情况\n好。\n二、其他需要报告的事项\n无。\n";

  it.each([
    "附件\n2023年年报.docx",
    "附件：\n1.石溪镇2023年报告（公开版）.pdf（1.2MB）",
    "附件：\n石溪镇2023年政府信息公开工作年度报告",
    "附件：2023年年报.docx",
    "附件",
  ])("is not made from a list of downloads: %j", (list) => {
    expect(outline(report + list).map(([kind]) => kind)).toEqual(["overview", "other"]);
  });

  it.each([
    "附件\n本表由各科室填报，数据截至年底。",
    "附表\n指标名称\t单位\t数量\n主动公开信息数\t条\t12\n政府网站公开数\t条\t3",
    "附件\n政府信息公开情况统计表\n指标名称\t单位\t数量\n主动公开信息数\t条\t12\n政府网站公开数\t条\t3",
    "三、附件",
  ])("is one where a table or prose stands below, or a number before it: %j", (text) => {
    expect(outline(report + text).map(([kind]) => kind)).toContain("appendix");
  });
});

describe("a Chinese number", () => {
  it.each([
    ["一", 1],
    ["九", 9],
    ["十", 10],
    ["十二", 12],
    ["二十", 20],
    ["三十一", 31],
  ])("%s", (text, value) => {
    expect(readHanNumber(text)).toBe(value);
  });
});
