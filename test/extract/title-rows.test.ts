import { describe, expect, it } from "vitest";
import { Gazetteer } from "../../corpus/divisions/gazetteer.ts";
import { readReportPage } from "../../indexer/extract/main.ts";
import { readHtmlBytes } from "../../indexer/extract/page/read-markup.ts";

const nowhere = new Gazetteer([]);

interface PageWords {
  readonly title: string;
  readonly above?: string;
  readonly given?: string;
  readonly body?: string;
  readonly intro?: string;
}

/** A page of a portal with the lines of a title; it says nothing of body or year but there and in `intro`. */
function writePage({ title, above = "", given = "", intro = "", body = "" }: PageWords): string {
  const lines = title.split("\n").map((line) => `<p>${line}</p>`);
  const parts = [
    "一、总体情况",
    `本机关推进政务公开，信息更加完整。${body}`,
    "二、主动公开政府信息情况",
    "在门户网站公开信息，方便群众查阅。",
    "三、收到和处理政府信息公开申请情况",
    "没有收到公开申请。",
    "四、政府信息公开行政复议、行政诉讼情况",
    "没有行政复议和行政诉讼。",
    "五、存在的主要问题及改进情况",
    "公开内容还不够细，下一步加强培训。",
    "六、其他需要报告的事项",
    "无。",
  ];
  const text = parts.map((line) => `<p>${line}</p>`).join("");
  return `<html><head><title>${given}</title></head><body><div>${above}${lines.join("")}<p>${intro}</p>${text}</div></body></html>`;
}

function read(words: PageWords): {
  title: string | null;
  agency: string | null;
  year: number | null;
} {
  const page = readHtmlBytes(Buffer.from(writePage(words)));
  const { title, agency, year } = readReportPage(page, null, nowhere);
  return { title, agency: agency?.printed ?? null, year };
}

const phrase = "政府信息公开工作年度报告";
const period = "所列数据统计期限自2021年1月1日起至2021年12月31日止。";

/** One row for each of the title forms of report-forms.md §6, in its order: title, body as printed, year. */
const rows: readonly (readonly [number, PageWords, string | null, number | null])[] = [
  [1, { title: `云岭县人民政府2020年${phrase}` }, "云岭县人民政府", 2020],
  [2, { title: "高川区石溪镇2024年政府信息公开工作\n年度报告" }, "高川区石溪镇", 2024],
  [3, { title: `石溪镇2017年${phrase}` }, "石溪镇", 2017],
  [4, { title: `砚山乡 2024 年${phrase}` }, "砚山乡", 2024],
  [
    5,
    { title: "", intro: `根据有关规定，现将云岭县砚山乡2021年${phrase}公布如下。${period}` },
    "云岭县砚山乡",
    2021,
  ],
  [6, { title: `2019年云岭市人民政府办公厅${phrase}` }, "云岭市人民政府办公厅", 2019],
  [7, { title: `2012年度云岭县砚山镇${phrase}` }, "云岭县砚山镇", 2012],
  [8, { title: `石溪镇2025年度${phrase}` }, "石溪镇", 2025],
  [9, { title: "石溪镇2012年度政府信息公开工作报告" }, "石溪镇", 2012],
  [10, { title: "石溪镇人民政府2012年度政府信息公开年度报告" }, "石溪镇人民政府", 2012],
  [11, { title: "石溪镇2025年度政务信息公开工作报告" }, "石溪镇", 2025],
  [12, { title: "云岭市市场监督管理局2016年政务信息公开年度报告" }, "云岭市市场监督管理局", 2016],
  [13, { title: "云岭市人民政府办公室2025年政府信息公开工作报告" }, "云岭市人民政府办公室", 2025],
  [14, { title: "高川区教育局政府信息公开工作2025年度报告" }, "高川区教育局", 2025],
  [15, { title: "云岭经济开发区信息公开2018年度报告" }, "云岭经济开发区", 2018],
  [
    16,
    { title: "经济技术开发区经济发展局2021年\n政府信息公开工作年报" },
    "经济技术开发区经济发展局",
    2021,
  ],
  [17, { title: `市人民政府办公室2025年${phrase}` }, "市人民政府办公室", 2025],
  [18, { title: `县教育局2023年${phrase}` }, "县教育局", 2023],
  [19, { title: "政府政务公开年报", intro: period }, null, 2021],
  [20, { title: "云岭市国资委\n2019年度政府信息公开年度报告" }, "云岭市国资委", 2019],
  [21, { title: `2012年${phrase}\n云岭市石溪镇人民政府` }, "云岭市石溪镇人民政府", 2012],
  [22, { title: "2019年石溪镇信息公开报告" }, "石溪镇", 2019],
  [23, { title: "云岭县文广新局2013年度信息公开工作\n年度报告" }, "云岭县文广新局", 2013],
  [24, { title: `云岭市砚山乡\n2021年${phrase}` }, "云岭市砚山乡", 2021],
  [25, { title: `高川区青格苏木\n2025年${phrase}` }, "高川区青格苏木", 2025],
  [
    26,
    { title: "2025 年云岭市高川区人民政府石桥街道政府信息\n公开工作年度报告" },
    "云岭市高川区人民政府石桥街道",
    2025,
  ],
  [27, { title: `云岭市高川区石桥街道办事处2022年${phrase}` }, "云岭市高川区石桥街道办事处", 2022],
  [28, { title: `云岭文化署（云岭版权局）2019年${phrase}` }, "云岭文化署（云岭版权局）", 2019],
  [29, { title: `云岭市人民政府2019年${phrase}（图片版）` }, "云岭市人民政府", 2019],
  [30, { title: `云府高〔2019〕1号\n高川区人民政府2018年${phrase}` }, "高川区人民政府", 2018],
  [
    31,
    { title: `云岭市人民政府2016年\n${phrase}\n云岭市人民政府办公室\n2017年3月` },
    "云岭市人民政府",
    2016,
  ],
  [32, { title: `石溪镇2025${phrase}` }, "石溪镇", 2025],
  [
    33,
    {
      title: `高川区石溪镇人民政府2016年${phrase}`,
      given: "2016年石溪镇政府信息公开年度报告_高川区人民政府",
    },
    "高川区石溪镇人民政府",
    2016,
  ],
];

describe("the title forms of real reports", () => {
  it.each(rows)("row %i", (...[, words, agency, year]) => {
    expect(read(words)).toMatchObject({ agency, year });
  });

  it("are printed without white space, whatever lines they take", () => {
    const titles = rows.map(([, words]) => read(words).title);
    expect(titles.filter((title) => title === null)).toHaveLength(1);
    for (const title of titles) expect(title ?? "没有标题的报告").toMatch(/^\S{7,60}$/u);
  });

  it("keep the suffix that tells two prints of one report apart", () => {
    expect(read({ title: `云岭市人民政府2022年${phrase}（超链版）` }).title).toMatch(
      /（超链版）$/u,
    );
  });
});

describe("the body that reports", () => {
  const metadata = "<p>发布机构：云岭县人民政府　发布日期：2013-01-20</p>";

  it("is that of the title where a parent publishes", () => {
    expect(read({ title: `石溪镇2012年${phrase}`, above: metadata }).agency).toBe("石溪镇");
  });

  it("is that of the introduction where the title names none", () => {
    const intro = `现将石溪镇2012年${phrase}公布如下。`;
    expect(read({ title: `2012年${phrase}`, above: metadata, intro }).agency).toBe("石溪镇");
  });
});

describe("the year", () => {
  const untitled = { title: "石溪镇政府信息公开工作年度报告" };
  const published = "<p>发布日期：2013-01-20</p>";

  it.each([
    ["自202511日起至20251231日止", 2025],
    ["自二○一一年一月一日起至十二月三十一日止", 2011],
    ["自二〇二二年一月一日至二〇二二年十二月三十一日", 2022],
    ["自二零二零年一月一日起，至二零二零年十二月三十一日止", 2020],
    ["自2024年1月1日起至12月31日止", 2024],
  ])("is that of the period %s", (words, year) => {
    const intro = `本报告所列数据的统计期限${words}。`;
    expect(read({ ...untitled, intro, above: published }).year).toBe(year);
  });

  it("is that of the title before the period, the first section, the publication", () => {
    const body = "2009年，公开信息20条。2009年举办培训。2008年略。";
    expect(read({ title: `石溪镇2012年${phrase}`, intro: period, body }).year).toBe(2012);
    expect(read({ ...untitled, intro: period, body, above: published }).year).toBe(2021);
    expect(read({ ...untitled, body, above: published }).year).toBe(2009);
    expect(read({ ...untitled, above: published }).year).toBe(2012);
  });

  it.each(["二○一一", "二〇一一", "二零一一", "二O一一", "二０一一", "２０１１"])(
    "is read in the figures %s",
    (figures) => {
      expect(read({ title: `石溪镇${figures}年${phrase}` })).toMatchObject({
        agency: "石溪镇",
        year: 2011,
      });
      expect(read({ ...untitled, body: `${figures}年，公开信息20条。` }).year).toBe(2011);
    },
  );
});
