import { describe, expect, it } from "vitest";
import { findYear } from "../../indexer/extract/metadata/find-year.ts";
import {
  findAnnouncedAgency,
  findSignature,
} from "../../indexer/extract/metadata/find-printed-agency.ts";
import { findTitle } from "../../indexer/extract/metadata/find-title.ts";
import { readDate } from "../../indexer/extract/metadata/read-date.ts";
import { readMetadata } from "../../indexer/extract/metadata/read-metadata.ts";
import { readMetadataFields } from "../../indexer/extract/metadata/read-metadata-fields.ts";
import { readHtml } from "../../indexer/extract/page/read-html.ts";
import { readPlainText } from "../../indexer/extract/page/read-plain-text.ts";

function titleOf(text: string): ReturnType<typeof findTitle>["title"] {
  return findTitle(readPlainText(text).blocks, new Set()).title;
}

function metadataOf(text: string, read = readPlainText): ReturnType<typeof readMetadata> {
  const page = read(text);
  return readMetadata(page, readMetadataFields(page.blocks, 60));
}

describe("the title", () => {
  it.each([
    ["云岭县人民政府2020年政府信息公开工作年度报告", "云岭县人民政府", 2020],
    ["石溪镇 2024 年政府信息公开工作年度报告", "石溪镇", 2024],
    ["云岭县石溪镇2024年政府信息公开工作\n年度报告", "云岭县石溪镇", 2024],
    ["云岭市石溪乡\n2021年政府信息公开工作年度报告", "云岭市石溪乡", 2021],
    ["2012年政府信息公开工作年度报告\n云岭市石溪镇人民政府", "云岭市石溪镇人民政府", 2012],
    ["2019年云岭市人民政府办公厅政府信息公开工作年度报告", "云岭市人民政府办公厅", 2019],
    ["2012年度云岭县石溪镇政府信息公开工作年度报告", "云岭县石溪镇", 2012],
    ["石溪镇2025年度政府信息公开工作年度报告", "石溪镇", 2025],
    ["石溪镇2012年度政府信息公开工作报告", "石溪镇", 2012],
    ["石溪镇人民政府2012年度政府信息公开年度报告", "石溪镇人民政府", 2012],
    ["石溪镇2025年度政务信息公开工作报告", "石溪镇", 2025],
    ["云岭区教育局政府信息公开工作2025年度报告", "云岭区教育局", 2025],
    ["云岭经济开发区信息公开2018年度报告", "云岭经济开发区", 2018],
    ["云岭经济开发区发展局2021年\n政府信息公开工作年报", "云岭经济开发区发展局", 2021],
    ["县教育局2023年政府信息公开工作年度报告", "县教育局", 2023],
    ["石溪镇2025政府信息公开工作年度报告", "石溪镇", 2025],
    ["云岭县文广局2013年度信息公开工作\n年度报告", "云岭县文广局", 2013],
    [
      "2025 年云岭市高川区人民政府石溪街道政府信息\n公开工作年度报告",
      "云岭市高川区人民政府石溪街道",
      2025,
    ],
    ["云岭市人民政府2019年政府信息公开工作年度报告（图片版）", "云岭市人民政府", 2019],
    ["石溪镇二○一一年政府信息公开工作年度报告", "石溪镇", 2011],
    ["石溪镇二〇二一年政府信息公开工作年度报告", "石溪镇", 2021],
    ["2019年度政府信息公开年度报告", null, 2019],
    ["云岭县人民政府信息公开工作年度报告", "云岭县人民政府", null],
    ["关于石溪镇2022年政府信息公开工作的报告", "石溪镇", 2022],
  ])("%s", (text, agency, year) => {
    const title = titleOf(text);
    expect([title?.agency, title?.year]).toEqual([agency, year]);
    expect(title?.words).not.toMatch(/\s/u);
  });

  it.each([
    "石溪镇2024年政府信息公开工作年度报告解读",
    "一图读懂云岭县2024年政府信息公开工作年度报告",
    "关于做好2024年政府信息公开工作年度报告编制工作的通知",
    "关于做好2024年政府信息公开工作年度报告\n编制工作的通知",
    "石溪镇2024年法治政府建设年度报告",
    "首页 > 政务公开 > 政府信息公开年报",
    "根据要求，现公布2024年政府信息公开工作年度报告",
  ])("is not %s", (text) => {
    expect(titleOf(text)).toBeNull();
  });

  it("is the fullest of several", () => {
    expect(
      titleOf("政府信息公开\n政府信息公开年度报告\n云岭县石溪镇2024年政府信息公开工作年度报告")
        ?.words,
    ).toBe("云岭县石溪镇2024年政府信息公开工作年度报告");
  });
});

describe("the metadata block", () => {
  it("is read from one line with several labels, letters spread", () => {
    const text =
      "索  引  号 YLX001-2021-000086 主题分类\n发布机构 云岭县人民政府 发布日期 2021-01-23 19:13\n文        号 〔〕号 有  效  性\n来        源 云岭县人民政府";
    expect(metadataOf(text)).toMatchObject({
      indexNumber: "YLX001-2021-000086",
      issuer: "云岭县人民政府",
      published: "2021-01-23",
      documentNumber: null,
    });
  });

  it("is read from a table", () => {
    const text =
      "<body><table><tr><td>索引号：</td><td>ylx/2026-00001</td><td>文 号</td><td>云政发〔2026〕3号</td></tr><tr><td>成文日期</td><td>2025年12月31日</td><td>发布时间</td><td>2026年1月9日</td></tr></table><p>x</p></body>";
    expect(metadataOf(text, readHtml)).toMatchObject({
      indexNumber: "ylx/2026-00001",
      documentNumber: "云政发〔2026〕3号",
      published: "2026-01-09",
    });
  });

  it("is read from brackets, and from labels with the value on the next line", () => {
    expect(metadataOf("[ 索 引  号 ] YL-2018-1\n[ 公开日期 ] 2019-01-08").published).toBe(
      "2019-01-08",
    );
    expect(metadataOf("发布日期：\n2023-01-20\n来源：石溪镇")).toMatchObject({
      published: "2023-01-20",
      issuer: "石溪镇",
    });
  });

  it("gives no date for a signature, a date of writing or prose", () => {
    expect(metadataOf("石溪镇人民政府\n2023年1月20日").published).toBeNull();
    expect(metadataOf("成文日期：2023-01-20").published).toBeNull();
    expect(
      metadataOf("本机关发布时间安排合理，2023年1月20日完成，来源广泛。").published,
    ).toBeNull();
  });

  it("falls back on what the head of the page says", () => {
    const text =
      '<head><meta name="PubDate" content="2024-01-19 11:04"><meta name="SiteName" content="云岭县人民政府"></head><body><p>正文</p></body>';
    expect(metadataOf(text, readHtml)).toMatchObject({
      published: "2024-01-19",
      siteName: "云岭县人民政府",
    });
  });

  it("finds a document number on a line of its own", () => {
    expect(
      metadataOf("云府湖〔2019〕1号\n云岭县2018年政府信息公开工作年度报告").documentNumber,
    ).toBe("云府湖〔2019〕1号");
  });
});

describe("a date", () => {
  it.each([
    ["2024-1-9", "2024-01-09"],
    ["2024年01月20日", "2024-01-20"],
    ["2024/02/29 08:08", "2024-02-29"],
    ["2023-02-29", null],
    ["2024-13-01", null],
    ["", null],
  ])("%s", (text, date) => {
    expect(readDate(text)).toBe(date);
  });
});

describe("the year", () => {
  const none = { title: null, preamble: "", overview: "", published: null };

  it("comes from the title, the period, the first section, the date, in this order", () => {
    const period = "数据统计期限自2022年1月1日起至2022年12月31日止。";
    const overview = "2021年，公开信息。2021年，培训。2020年略。";
    expect(findYear({ title: 2023, preamble: period, overview, published: "2025-01-01" })).toBe(
      2023,
    );
    expect(findYear({ ...none, preamble: period, overview, published: "2025-01-01" })).toBe(2022);
    expect(findYear({ ...none, overview, published: "2025-01-01" })).toBe(2021);
    expect(findYear({ ...none, published: "2025-01-01" })).toBe(2024);
    expect(findYear(none)).toBeNull();
  });

  it("survives lost characters in the period", () => {
    expect(findYear({ ...none, preamble: "统计期限自202511日起至20251231日止" })).toBe(2025);
  });
});

describe("the body named in the text", () => {
  it.each([
    ["现将云岭县石溪乡2022年政府信息公开工作年度报告如下：", "云岭县石溪乡"],
    ["特向社会公布2017年石溪镇政府信息公开工作年度报告。", "石溪镇"],
    ["现将我局2022年政府信息公开工作年度报告公布如下", null],
    ["根据条例，编制本报告。", null],
  ])("%s", (text, agency) => {
    expect(findAnnouncedAgency(text)).toBe(agency);
  });

  it("is the one that signs, where a date follows", () => {
    expect(findSignature(["正文。", "石溪镇人民政府", "2017年12月31日"])).toBe("石溪镇人民政府");
    expect(findSignature(["正文。", "石溪镇人民政府"])).toBeNull();
  });
});
