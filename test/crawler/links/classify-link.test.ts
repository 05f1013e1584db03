import { describe, expect, it } from "vitest";
import { noHints } from "../../../corpus/address.ts";
import { classifyLink } from "../../../crawler/links/classify-link.ts";

const article = "http://www.qingshan.gov.test/zwgk/wj/202401/t20240119_12842.html";
const folder = "http://www.qingshan.gov.test/zwgk/wj/";
const yearFolder = "http://www.qingshan.gov.test/zwgk/zfxxgknb/2023/";

interface Place {
  readonly url?: string;
  readonly title?: string | null;
  readonly listed?: string | null;
  readonly context?: readonly string[];
  readonly isReportColumn?: boolean;
  readonly year?: number | null;
}

function classify(text: string, place: Place = {}) {
  const { url = article, title = null, listed = null, context = [] } = place;
  return classifyLink(
    { url, text, title, listed, context },
    {
      url: "http://www.qingshan.gov.test/zwgk/wj/index.html",
      hints: { ...noHints, year: place.year ?? null },
      isReportColumn: place.isReportColumn ?? false,
    },
  );
}

type Expected = readonly [text: string, year: number | null, agency: string | null];

const reports: readonly Expected[] = [
  ["青山县人民政府2023年政府信息公开工作年度报告", 2023, "青山县人民政府"],
  ["青山县2022年政府信息公开工作年度报告", 2022, "青山县"],
  ["2023年政府信息公开工作年度报告", 2023, null],
  ["2023年度政府信息公开工作年度报告", 2023, null],
  ["青山县教育局2023年政府信息公开工作年度报告", 2023, "青山县教育局"],
  ["2021年青山县财政局政府信息公开工作年度报告", 2021, "青山县财政局"],
  ["青石镇人民政府2020年度政府信息公开工作年度报告", 2020, "青石镇人民政府"],
  ["白水街道办事处2024年政府信息公开年度报告", 2024, "白水街道办事处"],
  ["青山县水利局信息公开2019年年报", 2019, "青山县水利局"],
  ["青山县审计局2018年度信息公开年报", 2018, "青山县审计局"],
  ["云岭乡2017年政府信息公开工作报告", 2017, "云岭乡"],
  ["青山县民政局2016年政府信息公开工作情况报告", 2016, "青山县民政局"],
  ["青山县林业局2015年政府信息公开工作总结", 2015, "青山县林业局"],
  ["青山县2008年政府信息公开工作年度报告", 2008, "青山县"],
  ["青山县二〇一二年政府信息公开工作年度报告", 2012, "青山县"],
  ["二○○九年青山县公安局政府信息公开年报", 2009, "青山县公安局"],
  ["青山县司法局２０２３年政府信息公开工作年度报告", 2023, "青山县司法局"],
  ["青山县商务局 2023 年政府信息公开工作年度报告", 2023, "青山县商务局"],
  ["青山县住房和城乡建设局2023年政府信息公开工作年度报\n告", 2023, "青山县住房和城乡建设局"],
  ["·青山县统计局2022年政府信息公开工作年度报告[2023-01-17]", 2022, "青山县统计局"],
  ["青山县医保局2022年政府信息公开工作年度报告 2023-01-17", 2022, "青山县医保局"],
  ["《青山县卫生健康局2023年政府信息公开工作年度报告》", 2023, "青山县卫生健康局"],
  ["关于青山县交通运输局2023年政府信息公开工作年度报告", 2023, "青山县交通运输局"],
  ["青山县应急管理局关于2023年政府信息公开工作年度报告的公示", 2023, "青山县应急管理局"],
  ["关于公布2023年度政府信息公开工作年度报告的公告", 2023, null],
  ["青山县人民政府办公室2023年政府信息公开工作年度报告", 2023, "青山县人民政府办公室"],
  ["青山县2023年政府信息公开工作年度报告（县水利局）", 2023, "县水利局"],
  ["2023年政府信息公开工作年度报告-县文旅局", 2023, "县文旅局"],
  ["2023年政府信息公开工作年度报告（青山县自然资源局）", 2023, "青山县自然资源局"],
  ["青山经济开发区管委会2023年政府信息公开工作年度报告", 2023, "青山经济开发区管委会"],
  ["青山县融媒体中心2023年政府信息公开工作年度报告", 2023, "青山县融媒体中心"],
  ["青山县第一中学2022年信息公开年度报告", 2022, "青山县第一中学"],
  ["青山县气象局2021年政府信息公开工作年度报告", 2021, "青山县气象局"],
  ["青山县预算编制中心2020年信息公开年报", 2020, "青山县预算编制中心"],
  ["县考核办公室2020年政府信息公开工作年度报告", 2020, "县考核办公室"],
  ["青山县政务公开工作年度报告（2019年）", 2019, "青山县"],
  ["青山县2014年政务公开工作报告", 2014, "青山县"],
  ["青山县国家税务局2013年政府信息公开年度报告", 2013, "青山县国家税务局"],
  ["青山县2011年度政府信息公开年报", 2011, "青山县"],
  ["2010年度政府信息公开年报（青石镇）", 2010, "青石镇"],
  ["附件1：青山县粮食局2018年政府信息公开工作年度报告", 2018, "青山县粮食局"],
  ["青山县2023年政府信息公开工作年度报告及解读", 2023, "青山县"],
  ["政府信息公开工作年度报告", null, null],
  ["青山县教育局政府信息公开工作年度报告", null, "青山县教育局"],
  ["官庄镇2023年年报", 2023, "官庄镇"],
  ["青山县2023年政府信息主动公开工作年度报告", 2023, "青山县"],
  ["青山县市场监管局2023年政府信息公开工作年度报告（PDF版）", 2023, "青山县市场监管局"],
  ["NEW 2024年青山县残联政府信息公开年报", 2024, "青山县残联"],
  ["青山县2023年政府信息公开年度工作报告", 2023, "青山县"],
  ["青山县人民医院2023年信息公开工作年度报告", 2023, "青山县人民医院"],
];

const companions: readonly string[] = [
  "《青山县2023年政府信息公开工作年度报告》解读",
  "图解：青山县2023年政府信息公开工作年度报告",
  "一图读懂青山县教育局2023年政府信息公开年报",
  "【一图读懂】2023年政府信息公开工作年度报告",
  "一张图看懂青山县2022年政府信息公开工作年度报告",
  "图说2023年政府信息公开年报",
  "数说年报：2023年政府信息公开工作年度报告速览",
  "【动漫】带您看懂政府信息公开年报",
  "青山县2023年政府信息公开工作年度报告（长图）",
  "青山县各单位2023年政府信息公开工作年度报告公布情况",
  "2023年度政府信息公开年报发布情况一览表",
  "青山县2023年法治政府建设年度报告",
  "青山县教育局法治政府建设情况报告",
  "2022年依法行政工作报告",
  "青山县2024年部门预算公开",
  "青山县教育局2023年部门决算公开报告",
  "2023年度部门决算信息公开情况说明及报告",
  "政府网站工作年度报表（2023年度）",
  "青山县人民政府网站年度工作报表",
  "青山县2023年政府网站与政务新媒体检查情况报告",
  "2024年青山县政府工作报告",
  "关于做好2023年政府信息公开工作年度报告编制工作的通知",
  "关于开展2023年度政府信息公开工作年度报告编制发布工作的通知",
  "青山县人民政府办公室关于做好政府信息公开工作年度报告的通知",
  "关于报送2023年政府信息公开年报的通知",
  "政府信息公开工作年度报告格式模板",
  "2023年政府信息公开第三方评估报告",
  "青山县召开2023年政府信息公开工作年度报告编制培训会议",
  "青山县开展政府信息公开年报编制培训",
  "政府信息公开申请表",
  "2023年政府信息公开年报答记者问",
];

const others: readonly string[] = [
  "政府信息公开指南",
  "政府信息公开制度",
  "中华人民共和国政府信息公开条例",
  "青山县2023年国民经济和社会发展统计公报",
  "青山县2023年环境质量状况公报",
  "2023年企业年报公示公告",
  "事业单位法人年度报告公示",
  "2022年食品安全年度报告",
  "青山县上市公司2023年年报披露",
  "青山县教育局",
  "青石镇",
  "首页",
  "下一页",
  "12",
  "更多>>",
  "打印本页",
  "领导之窗",
  "机构职能",
  "2023年",
  "招标公告",
  "关于青山县2023年义务教育招生工作的公告",
  "青山县召开全县教育工作会议",
  "2023年青山县人大常委会工作报告",
  "气象年报",
  "政府采购",
  "青山年鉴2023",
  "",
];

describe("classifyLink", () => {
  it.each(reports)("takes %j for a report", (text, year, agency) => {
    expect(classify(text)).toEqual({ kind: "report", year, agency });
  });

  it.each(companions)("takes %j for a companion or nothing of ours", (text) => {
    expect(["companion", "other"]).toContain(classify(text).kind);
  });

  it.each(others)("does not follow %j", (text) => {
    expect(["companion", "other"]).toContain(classify(text).kind);
  });

  it.each([
    ["解读", "companion"],
    ["图解年报", "companion"],
    ["公布情况", "companion"],
  ] as const)("keeps %j out of a column of reports too", (text, kind) => {
    expect(classify(text, { isReportColumn: true }).kind).toBe(kind);
  });

  it.each([
    "政府信息公开年报",
    "政府信息公开工作年度报告",
    "信息公开年报",
    "政府信息公开年度报告",
    "政府信息公开工作年报",
    "县政府信息公开年报",
    "部门信息公开年报",
    "乡镇政府信息公开年报",
    "政务公开年报",
    "政府信息公开年报专栏",
    "政府信息公开年报 >",
  ])("takes %j with the address of a list for a column", (text) => {
    expect(classify(text, { url: folder }).kind).toBe("column");
  });

  it("takes the whole title where the text is cut off", () => {
    const title = "青山县教育局2023年政府信息公开工作年度报告";
    expect(classify("青山县教育局2023年政府…", { title })).toEqual({
      kind: "report",
      year: 2023,
      agency: "青山县教育局",
    });
    expect(classify("青山县教育局2023年政府...", { title: `解读：${title}` }).kind).toBe(
      "companion",
    );
    expect(classify("查看", { title }).kind).toBe("report");
  });

  it.each<readonly [string, Place, ReturnType<typeof classify>]>([
    ["年度报告", { url: yearFolder }, { kind: "column", year: 2023, agency: null }],
    [
      "2022年",
      { url: "http://www.qingshan.gov.test/zwgk/zfxxgknb/2022/" },
      { kind: "column", year: 2022, agency: null },
    ],
    [
      "2022",
      { url: "http://www.qingshan.gov.test/zwgk/wj/c2022/", isReportColumn: true },
      { kind: "column", year: 2022, agency: null },
    ],
    [
      "县教育局",
      { isReportColumn: true, year: 2021 },
      { kind: "report", year: 2021, agency: "县教育局" },
    ],
    [
      "青石镇",
      { isReportColumn: true, context: ["2020年"] },
      { kind: "report", year: 2020, agency: "青石镇" },
    ],
    [
      "青石镇",
      { context: ["2020年政府信息公开年报"] },
      { kind: "report", year: 2020, agency: "青石镇" },
    ],
    [
      "查看",
      { isReportColumn: true, context: ["2019年", "县水利局"] },
      { kind: "report", year: 2019, agency: "县水利局" },
    ],
    [
      "2023年度报告",
      { isReportColumn: true, context: ["县水利局"] },
      { kind: "report", year: 2023, agency: "县水利局" },
    ],
    [
      "年报",
      { url: `${yearFolder}xz/art/2024/art_ce9f62ac1a88.html` },
      { kind: "report", year: 2023, agency: null },
    ],
    [
      "详细内容",
      {
        url: "http://www.qingshan.gov.test/xxgk/nb2025xz/202601/939dedabf4e7451889bdf57ef516d3c6.shtml",
      },
      { kind: "report", year: 2025, agency: null },
    ],
    [
      "县统计局",
      {
        url: "http://www.qingshan.gov.test/module/xxgk/xxgkAnnualReport.jsp?area=11370883004326403Q&fbtime=2018",
      },
      { kind: "report", year: 2018, agency: "县统计局" },
    ],
    [
      "青石镇2021年政府信息公开工作年度报告",
      { url: `${yearFolder}qsz/` },
      { kind: "report", year: 2021, agency: "青石镇" },
    ],
    [
      "2021年政府信息公开工作年度报告",
      { url: "http://www.qingshan.gov.test/zt/nb/2021n/" },
      { kind: "column", year: 2021, agency: null },
    ],
    [
      "县教育局",
      { url: "http://www.qingshan.gov.test/jgsz/jyj/", isReportColumn: false },
      { kind: "other", year: null, agency: null },
    ],
    [
      "青山县举办春季招聘会",
      {
        isReportColumn: true,
        url: "http://www.qingshan.gov.test/news/zpxx/202402/t20240203_99.html",
        listed: "2024-02-03",
      },
      { kind: "other", year: null, agency: null },
    ],
    [
      "机关党建",
      { url: "http://www.qingshan.gov.test/fzzf/fzzfndbg/202401/t20240109_1.html" },
      { kind: "other", year: null, agency: null },
    ],
  ])("reads %j where it stands", (text, place, expected) => {
    expect(classify(text, place)).toEqual(expected);
  });

  it("takes no year from the day of publication", () => {
    expect(
      classify("青山县教育局政府信息公开工作年度报告 2024-01-15", {
        url: "http://www.qingshan.gov.test/art/2024/1/15/art_1_2.html",
      }).year,
    ).toBeNull();
    expect(
      classify("政府信息公开年报", { url: `${folder}202401/t20240119_1.html` }).year,
    ).toBeNull();
  });
});
