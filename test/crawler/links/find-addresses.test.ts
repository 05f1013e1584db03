import { describe, expect, it } from "vitest";
import { noTrail } from "../../../corpus/address.ts";
import { findAddresses } from "../../../crawler/links/find-addresses.ts";
import type { PortalPage } from "../../../crawler/portals/portal.ts";
import { buildPage } from "../portals/walk-portal.ts";

const host = "http://www.qingshan.gov.test";
const find = (path: string, text: string, change: Partial<PortalPage> = {}) =>
  findAddresses(buildPage(`${host}${path}`, text, change)).map(({ request, role, hints }) => [
    request.url.replace(host, ""),
    role,
    hints.year,
    hints.agency,
  ]);
const rows = (count: number): string =>
  `<ul>${Array.from({ length: count }, (_, at) => `<li><a href="/a/202401/t20240119_${at}.html">青石镇${2008 + at}年政府信息公开工作年度报告</a>2024-01-19</li>`).join("")}</ul>`;

describe("findAddresses", () => {
  it("gives the reports of a column with year and agency, and its next page", () => {
    expect(
      find("/zwgk/nb/", `${rows(2)}<script>createPageHTML(2, 0, "index", "html");</script>`),
    ).toEqual([
      ["/a/202401/t20240119_0.html", "report", 2008, "青石镇"],
      ["/a/202401/t20240119_1.html", "report", 2009, "青石镇"],
      ["/zwgk/nb/index_1.html", "list", null, null],
    ]);
  });

  it("gives year and agency of the column to what names none", () => {
    const hints = { text: "2022年", year: 2022, agency: "青山县", listed: null };
    expect(
      find(
        "/zwgk/x/",
        `<li><a href="c/202301/t20230119_1.html">县教育局</a></li><li><a href="c/202301/t20230119_2.html">政府信息公开工作年度报告</a></li>`,
        { hints },
      ),
    ).toEqual([
      ["/zwgk/x/c/202301/t20230119_1.html", "report", 2022, "县教育局"],
      ["/zwgk/x/c/202301/t20230119_2.html", "report", 2022, "青山县"],
    ]);
  });

  it("does not walk the news of a home page", () => {
    const news = `<ul>${"<li><a href='/news/202402/t20240203_1.html'>新闻</a></li>".repeat(12)}</ul><script>createPageHTML(90, 0, "index", "html");</script><a href="/zwgk/zfxxgk/">政府信息公开</a>`;
    expect(find("/", news, { role: "entry" })).toEqual([["/zwgk/zfxxgk/", "entry", null, null]]);
  });

  it("follows frames of its own registered name, two deep", () => {
    const text = `<frameset><frame src="list.htm"><frame src="top.htm"></frameset><iframe src="http://xxgk.qingshan.gov.test/n.html"></iframe><iframe src="http://other.gov.test/"></iframe><iframe src="/count.jsp"></iframe>`;
    expect(find("/nb/", text).map(([url, role]) => [url, role])).toEqual([
      ["/nb/list.htm", "frame"],
      ["http://xxgk.qingshan.gov.test/n.html", "frame"],
    ]);
    expect(find("/nb/", text, { role: "frame", trail: { ...noTrail, frames: 2 } })).toEqual([]);
  });

  it("takes a column that is itself a report for both", () => {
    const text = `<title>青石镇2023年政府信息公开工作年度报告</title><a href="2023.pdf">附件</a><ul class="tab"><li><a href="../2022n/">2022年</a></li></ul>`;
    expect(find("/qsz/zfxxgknb/2023n/", text)).toEqual([
      ["/qsz/zfxxgknb/2023n/2023.pdf", "attachment", null, null],
      ["/qsz/zfxxgknb/2022n/", "column", 2022, null],
    ]);
  });

  it("finds attachments of a report and other years that it links, no pages of a list", () => {
    const text = `<div id="zoom"><a href="/f/1.docx">年报.docx</a></div><a href="t20220119_1.html">青石镇2021年政府信息公开工作年度报告</a><a href="index_1.html">下一页</a>`;
    expect(
      find("/nb/t20240119_1.html", text, { role: "report" }).map(([url, role]) => [url, role]),
    ).toEqual([
      ["/nb/t20220119_1.html", "report"],
      ["/f/1.docx", "attachment"],
    ]);
  });

  it("gives each page once though several links and schemes lead to it, and neither itself nor traps", () => {
    const text = `<a href="https://qingshan.gov.test/a/t20240119_1.html">2023年年报</a><a href="/a/t20240119_1_wap.html">青石镇2023年政府信息公开工作年度报告</a>
      <a href="/nb/index.html">政府信息公开年报</a><a href="/nb/nb/nb/nb/">政府信息公开年报</a>`;
    expect(find("/nb/", text)).toHaveLength(1);
    expect(find("/nb/", text)[0]).toEqual(["/a/t20240119_1_wap.html", "report", 2023, "青石镇"]);
  });

  it("leaves companions alone", () => {
    const text = `<li><a href="t20240119_1.html">图解：青石镇2023年政府信息公开工作年度报告</a></li><li><a href="t20240119_2.html">各单位年度报告公布情况</a></li><li><a href="t20240119_3.html">法治政府建设年度报告</a></li>`;
    expect(find("/zfxxgknb/", text)).toEqual([]);
  });
});
