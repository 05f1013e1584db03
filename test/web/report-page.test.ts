import { describe, expect, test } from "vitest";
import type { Finding } from "../../corpus/finding.ts";
import { countyReport, olderReport, scriptText } from "../server/fixture-report.ts";
import { reports } from "../server/fixture-reports.ts";
import { loadReportPage } from "./read-grid.ts";

describe("the report page", () => {
  test("lists the files of the original page, and links only where a browser may go", async () => {
    const offer = { name: "附表", kind: "file", mediaType: null } as const;
    const $ = await loadReportPage({
      ...countyReport,
      dates: { ...countyReport.dates, written: "2025-01-20", signed: countyReport.published },
      attachments: [
        { ...offer, address: "https://www.qinghe.example/a.pdf" },
        { ...offer, name: "坏链接", address: "javascript:alert(1)" },
      ],
    });
    expect($(".report-attachments li").length).toBe(2);
    expect($(".report-attachments a").length).toBe(1);
    expect($(".report-attachments").text()).toContain("坏链接");
    const labels = $(".report-fact dt")
      .toArray()
      .map((item) => $(item).text());
    expect(labels).toContain("成文日期");
    expect(labels).not.toContain("落款日期");
  });

  test("says what is known and where it comes from", async () => {
    const $ = await loadReportPage(countyReport);
    expect($("h1").text()).toBe(countyReport.title);
    const facts = new Map(
      $(".report-fact")
        .toArray()
        .map((item) => [$(item).find("dt").text(), $(item).find("dd").text()]),
    );
    expect(facts.get("机构")).toContain("青禾县人民政府");
    expect(facts.get("发布日期")).toBe("2025年1月24日");
    expect(facts.get("采集时间")).toBe("2025年3月2日 10:15");
    expect(facts.get("索引号")).toBe("QH0010-2025-00012");
    expect(facts.get("SHA-256")).toBe("a".repeat(64));
    const links = $(".report-fact a[href*='/original?']")
      .toArray()
      .map((link) => $(link).attr("href"));
    const { id, capture } = countyReport;
    expect(links).toEqual([
      `/reports/${id}/original?digest=${capture.digest}`,
      `/api/reports/${id}/original?digest=${capture.digest}&download=1`,
    ]);
  });

  test("leaves out what is unknown", async () => {
    const unknown = { indexNumber: null, documentNumber: null, published: null, form: null };
    const $ = await loadReportPage({ ...countyReport, ...unknown });
    const labels = $(".report-fact dt")
      .toArray()
      .map((label) => $(label).text());
    expect(labels).not.toContain("索引号");
    expect(labels).not.toContain("格式");
  });

  test("has a section and an entry of the outline for each part, at #s0 and on", async () => {
    const $ = await loadReportPage(countyReport);
    countyReport.sections.forEach((section, i) => {
      expect($(`#s${i} h2`).text()).toContain(section.heading);
      expect($(`.outline a[href="#s${i}"]`).length).toBe(1);
    });
  });

  test("shows report text as text", async () => {
    const $ = await loadReportPage(countyReport);
    expect($("#s5 script, #s5 img").length).toBe(0);
    expect($("#s5").text()).toContain(scriptText);
  });

  test("marks the words of the query that led to it", async () => {
    const $ = await loadReportPage(countyReport, "?q=行政处罚");
    const marked = $(".report-body mark")
      .toArray()
      .map((mark) => $(mark).text());
    expect(marked).toEqual(["行政处罚", "行政处罚", "行政处罚", "行政处罚"]);
    expect($(".official-disclosure th mark").length).toBe(1);
    const plain = await loadReportPage(countyReport);
    expect(plain("mark").length).toBe(0);
  });

  test("marks a number that was searched for in its cell", async () => {
    const $ = await loadReportPage(countyReport, "?q=1940");
    expect($("[id='f-disclosure-permits-decisions'] mark").text()).toBe("1940");
  });

  test("does not print a drawn table twice, and keeps its lines for checking", async () => {
    const $ = await loadReportPage(countyReport);
    expect($("#s2 > .report-paragraph").length).toBe(0);
    expect($("#s2 .official-disclosure").length).toBe(1);
    const source = $("#s2 details").text();
    for (const word of ["第二十条第（一）项", "行政规范性文件", "37"])
      expect(source).toContain(word);
  });

  test("puts findings with their table, failing ones in full", async () => {
    const $ = await loadReportPage(countyReport);
    const panel = $("#s3 .findings");
    expect(panel.find(".findings-fails").text()).toContain("不符");
    expect(panel.find(".findings-fails").text()).toContain("应为 12，实为 11，相差 -1");
    expect(panel.find(".findings-fails a").first().text()).toBe(
      "本年新收政府信息公开申请数量·自然人 11",
    );
    expect(panel.find("summary").first().text()).toContain("3 项勾稽关系相符");
    expect($("#s4 .findings").text()).toContain("T4-a");
    expect($(".audit-counts").text()).toMatch(/相符 4 项.*不符 1 项.*无法判断 1 项/);
  });

  test("sends nobody to an address that is no web page", async () => {
    const address = "javascript:alert(1)";
    const capture = { ...countyReport.capture, address, page: address };
    const versions = [{ capture, extractedAt: capture.capturedAt, current: true }];
    const $ = await loadReportPage({ ...countyReport, capture, versions });
    expect($("a[href^='javascript']").length).toBe(0);
    expect($(".source-link").length).toBe(0);
  });

  test("cites the report by GB/T 7714, with or without an address", async () => {
    const $ = await loadReportPage(countyReport);
    expect($(".citation").text()).toBe(
      "澜川省临湖市青禾县人民政府. 青禾县2024年政府信息公开工作年度报告[R/OL]. (2025-01-24)[2025-03-02]. https://www.qinghe.example/zwgk/ndbg/2024.html.",
    );
    const town = reports[1] ?? countyReport;
    const other = await loadReportPage(town);
    expect(other(".citation").text()).toBe(
      "澜川省临湖市青禾县白石镇人民政府. 白石镇2020年政府信息公开工作年度报告[R]. 2021.",
    );
  });

  test("links every version's own copy", async () => {
    const $ = await loadReportPage(countyReport);
    const links = $(".versions a[href^='/api/reports/']")
      .toArray()
      .map((link) => /digest=([0-9a-f]{64})/u.exec($(link).attr("href") ?? "")?.[1]);
    expect(links).toEqual(["a".repeat(64), "b".repeat(64)]);
  });

  test("leads from every number to its cell in the original", async () => {
    const $ = await loadReportPage(countyReport);
    const link = $("[id='f-disclosure-permits-decisions'] a").attr("href");
    expect(link).toBe(`/reports/${countyReport.id}/original?fact=disclosure.permits.decisions`);
    const links = $(".official td[id] a.cell-source").length;
    expect(links).toBe(countyReport.facts.length);
    const older = await loadReportPage(olderReport, `?digest=${olderReport.capture.digest}`);
    expect(older("[id='f-disclosure-permits-decisions'] a").attr("href")).toBe(
      `${link}&digest=${olderReport.capture.digest}`,
    );
  });

  test("shows the passage that a finding quotes, and links facts of another year's report", async () => {
    const { text = "" } = countyReport.sections[1] ?? {};
    const start = text.indexOf("全年收到依申请公开13件");
    const quoted = { section: 1, start, end: start + 12, text: text.slice(start, start + 12) };
    const finding: Finding = {
      rule: "X-1",
      verdict: "fails",
      message: "上年结转与上一年报告不符。",
      expected: 2,
      actual: 1,
      facts: ["requests.carriedOver.total", "requests.carriedForward.total@2023"],
      quote: quoted,
    };
    const $ = await loadReportPage({ ...countyReport, findings: [finding] });
    const quote = $(".finding-quote");
    expect(quote.find("mark").text()).toBe(quoted.text);
    expect(quote.text()).toContain("行政处罚类5件");
    expect(quote.text()).not.toContain("公开规范性文件4件");
    expect(quote.find("a").attr("href")).toBe("#s1");
    const links = $(".finding-facts a")
      .toArray()
      .map((link) => [$(link).attr("href"), $(link).text()]);
    expect(links).toEqual([
      ["#f-requests-carriedOver-total", "上年结转政府信息公开申请数量·总计 1"],
      [
        `/reports/${countyReport.agencyId}-2023#f-requests-carriedForward-total`,
        "2023 年报告：结转下年度继续办理·总计",
      ],
    ]);
  });

  test("shows a quote that is no longer in its passage as it was quoted", async () => {
    const quote = { section: 99, start: 0, end: 4, text: "不在文中" };
    const [finding] = countyReport.findings;
    const findings = finding ? [{ ...finding, quote }] : [];
    const $ = await loadReportPage({ ...countyReport, findings });
    expect($(".finding-quote").text()).toBe("不在文中");
  });
});
