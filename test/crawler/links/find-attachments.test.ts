import { describe, expect, it } from "vitest";
import { findAttachments } from "../../../crawler/links/find-attachments.ts";
import { buildPage } from "../portals/walk-portal.ts";

const host = "http://www.qingshan.gov.test";
const find = (text: string) =>
  findAttachments(buildPage(`${host}/info/1/2.htm`, text, { role: "report" })).map(
    ({ request, hints }) => [request.url.replace(host, ""), hints.text],
  );
const numbers = Array.from({ length: 150 }, (_, at) => `<td>${at}</td>`).join("");

describe("findAttachments", () => {
  it.each([
    [`<a href="a.pdf">年报.pdf</a>`, "/info/1/a.pdf", "年报.pdf"],
    [`<a href="/f/b.DOCX?x=1">附件</a>`, "/f/b.DOCX?x=1", "附件"],
    [`<a href="c.wps"></a>`, "/info/1/c.wps", "c.wps"],
    [`<a href="d.ofd">公文</a>`, "/info/1/d.ofd", "公文"],
    [`<a href="e.zip">打包</a>`, "/info/1/e.zip", "打包"],
    [
      `<a href="/system/_content/download.jsp?urltype=news.DownloadAttachUrl&owner=1&wbfileid=2">附件【年报】</a>`,
      "/system/_content/download.jsp?urltype=news.DownloadAttachUrl&owner=1&wbfileid=2",
      "附件【年报】",
    ],
    [`<a href="/group6/M00/0A/0B/wKg.bin">附件</a>`, "/group6/M00/0A/0B/wKg.bin", "附件"],
    [`<a href="/attach/12345">2023年年报.xlsx</a>`, "/attach/12345", "2023年年报.xlsx"],
    [
      `<iframe src="/pdfjs/web/viewer.html?file=%2Ffiles%2Ff.pdf"></iframe>`,
      "/files/f.pdf",
      "f.pdf",
    ],
    [`<iframe src="/files/g.pdf#page=1"></iframe>`, "/files/g.pdf", "g.pdf"],
    [`<embed src="h.pdf">`, "/info/1/h.pdf", "h.pdf"],
    [`<object data="i.pdf"></object>`, "/info/1/i.pdf", "i.pdf"],
    [
      `<a href="javascript:;" onclick="downloadFile('/files/j.xls')">表格</a>`,
      "/files/j.xls",
      "表格",
    ],
    [`<span onclick="window.open('/files/k.doc')">看</span>`, "/files/k.doc", "k.doc"],
    [
      `<script>showVsbpdfIframe("/__local/1/2/l.pdf","100%");</script>`,
      "/__local/1/2/l.pdf",
      "l.pdf",
    ],
    [
      `<script>window._CONFIG={DETAIL:{"content":"<p><a href=\\"\\/files\\/m.pdf\\">x<\\/a>"}}</script>`,
      "/files/m.pdf",
      "m.pdf",
    ],
    [`<div data-pdf="/files/n.pdf"></div>`, "/files/n.pdf", "n.pdf"],
    [
      `<div id="zoom"><p>见下图</p><img src="/img/table1.png" width="800"></div>`,
      "/img/table1.png",
      "",
    ],
  ])("finds the file of %s", (text, address, name) =>
    expect(find(text)).toContainEqual([address, name]),
  );

  it.each([
    `<a href="/zwgk/index.html">政务公开</a>`,
    `<div class="footer"><a href="/help.pdf">帮助</a></div>`,
    `<a href="/f/sq.doc">政府信息公开申请表</a>`,
    `<a href="/f/tj.png">图解</a>`,
    `<div id="zoom"><img src="/images/icon_pdf.gif"><img src="x.png" width="40"></div>`,
    `<div id="zoom"><table><tr>${numbers}</tr></table><img src="/img/photo.jpg"></div>`,
    `<iframe src="/share.html"></iframe>`,
    `<a href="javascript:alert('a.pdf is gone')">x</a>`.replace("a.pdf is gone", "nothing"),
  ])("finds none in %s", (text) => expect(find(text)).toEqual([]));

  it("gives each file once, by the words of its link, with the report's hints", () => {
    const page = buildPage(
      `${host}/info/1/2.htm`,
      `<iframe src="a.pdf"></iframe><a href="a.pdf">2023年年报</a>`,
      {
        role: "report",
        hints: { text: "x", year: 2023, agency: "县水利局", listed: null },
      },
    );
    expect(findAttachments(page)).toMatchObject([
      { role: "attachment", hints: { text: "2023年年报", year: 2023, agency: "县水利局" } },
    ]);
  });
});
