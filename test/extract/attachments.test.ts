import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Attachment } from "../../corpus/attachment.ts";
import { Gazetteer } from "../../corpus/divisions/gazetteer.ts";
import { form2021 } from "../../corpus/forms/form-2021.ts";
import { listAttachments } from "../../indexer/extract/attachments/list-attachments.ts";
import { readReportPage } from "../../indexer/extract/main.ts";
import { NotAReport } from "../../indexer/extract/not-a-report.ts";
import { readHtml } from "../../indexer/extract/page/read-html.ts";
import { readHtmlBytes } from "../../indexer/extract/page/read-markup.ts";
import { layouts } from "./layouts.ts";
import { writeReport } from "./write-report.ts";
import { numberAll } from "../../demo/generator/written-numbers.ts";

const address = "http://www.yunling.example/zwgk/nb/202401/t20240119_1.html";
const host = "http://www.yunling.example";
const word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

function list(html: string, from: string | null = address): readonly Attachment[] {
  const page = readHtml(
    `<body><div class="nav"><a href="/help.pdf">帮助</a></div><div id="zoom">${"公开信息。".repeat(50)}${html}</div></body>`,
  );
  return listAttachments(page, { address: from, facts: [] });
}

/** Markup, then what is listed of it: kind, address, name and media type. */
const forms: readonly (readonly [string, readonly (string | null)[]])[] = [
  [
    '<a href="./P020240119.pdf">石溪镇2023年年报.pdf</a>',
    ["file", `${host}/zwgk/nb/202401/P020240119.pdf`, "石溪镇2023年年报.pdf", "application/pdf"],
  ],
  [
    '<a href="/a/%E5%B9%B4%E6%8A%A5.docx"> </a>',
    ["file", `${host}/a/%E5%B9%B4%E6%8A%A5.docx`, "年报.docx", word],
  ],
  [
    '附件【<a href="/system/_content/download.jsp?urltype=news.DownloadAttachUrl&amp;owner=1&amp;wbfileid=2">年报.doc</a>】已下载<span>3</span>次',
    [
      "file",
      `${host}/system/_content/download.jsp?urltype=news.DownloadAttachUrl&owner=1&wbfileid=2`,
      "年报.doc",
      "application/msword",
    ],
  ],
  [
    '<a href="/system/_content/download.jsp?urltype=news.DownloadAttachUrl&owner=1&wbfileid=2">附件</a>',
    [
      "file",
      `${host}/system/_content/download.jsp?urltype=news.DownloadAttachUrl&owner=1&wbfileid=2`,
      "附件",
      null,
    ],
  ],
  [
    '<a href="/group6/M00/01/02/abc" title="年报.xls">下载</a>',
    ["file", `${host}/group6/M00/01/02/abc`, "下载", "application/vnd.ms-excel"],
  ],
  [
    '<a href="/virtual_attach_file.vsb?afc=x&oid=1&e=.docx">年报</a>',
    ["file", `${host}/virtual_attach_file.vsb?afc=x&oid=1&e=.docx`, "年报", word],
  ],
  [
    '<a href="http://files.yunling.example/x/y.OFD?t=1">年报</a>',
    ["file", "http://files.yunling.example/x/y.OFD?t=1", "年报", "application/ofd"],
  ],
  [
    '<a href="javascript:void(0)" onclick="window.open(\'/d/a.wps\')">下载</a>',
    ["file", `${host}/d/a.wps`, "下载", "application/vnd.ms-works"],
  ],
  [
    '<a href="/pdfjs/web/viewer.html?file=%2Fx%2Fa.pdf">查看</a>',
    ["file", `${host}/x/a.pdf`, "查看", "application/pdf"],
  ],
  [
    '<a href="table2.png">表二</a>',
    ["image", `${host}/zwgk/nb/202401/table2.png`, "表二", "image/png"],
  ],
  ['<a href="a.zip">全部</a>', ["file", `${host}/zwgk/nb/202401/a.zip`, "全部", "application/zip"]],
  [
    '<iframe src="/js/pdfjs/web/viewer.html?file=../../../x/a.pdf#page=1"></iframe>',
    ["viewer", `${host}/x/a.pdf`, "a.pdf", "application/pdf"],
  ],
  [
    '<iframe src="/preview/onlinePreview?url=aHR0cDovL3d3dy55dW5saW5nLmV4YW1wbGUveC9hLnBkZg%3D%3D"></iframe>',
    ["viewer", `${host}/x/a.pdf`, "a.pdf", "application/pdf"],
  ],
  [
    '<embed src="a.pdf" type="application/pdf">',
    ["viewer", `${host}/zwgk/nb/202401/a.pdf`, "a.pdf", "application/pdf"],
  ],
  ['<object data="/x/a.pdf"></object>', ["viewer", `${host}/x/a.pdf`, "a.pdf", "application/pdf"]],
  [
    '<object><param name="movie" value="/x/a.swf"></object>',
    ["viewer", `${host}/x/a.swf`, "a.swf", "application/x-shockwave-flash"],
  ],
  [
    '<embed src="/f/FlexPaperViewer" flashvars="Scale=1&SwfFile=%2Fx%2Fa.swf">',
    ["viewer", `${host}/x/a.swf`, "a.swf", "application/x-shockwave-flash"],
  ],
  [
    '<script>var images = []; showVsbpdfIframe("/__local/0/A/a.pdf","100%","600")</script>',
    ["viewer", `${host}/__local/0/A/a.pdf`, "a.pdf", "application/pdf"],
  ],
  [
    '<script>showVsbpdfIframe("/virtual_attach_file.vsb?afc=x&e=.pdf","100%")</script>',
    [
      "viewer",
      `${host}/virtual_attach_file.vsb?afc=x&e=.pdf`,
      "virtual_attach_file.vsb",
      "application/pdf",
    ],
  ],
  [
    '<script>PDFObject.embed("..\\/a.pdf", "#x")</script>',
    ["viewer", `${host}/zwgk/nb/a.pdf`, "a.pdf", "application/pdf"],
  ],
  ['<div data-pdf="/x/a.pdf"></div>', ["viewer", `${host}/x/a.pdf`, "a.pdf", "application/pdf"]],
  [
    '<span vurl="/_vsl/0A/B/a.pdf"></span>',
    ["viewer", `${host}/_vsl/0A/B/a.pdf`, "a.pdf", "application/pdf"],
  ],
  [
    '<iframe src="/pdfviewer/show?id=12" title="年报"></iframe>',
    ["viewer", `${host}/pdfviewer/show?id=12`, "年报", null],
  ],
  [
    '<img src="W020240119.jpg" alt="表二">',
    ["image", `${host}/zwgk/nb/202401/W020240119.jpg`, "表二", "image/jpeg"],
  ],
  [
    '<img src="/loading.gif" data-original="/x/t3.png" width="800">',
    ["image", `${host}/x/t3.png`, "t3.png", "image/png"],
  ],
];

describe("a file of a page", () => {
  it.each(forms)("%s", (html, expected) => {
    expect(
      list(html).map(({ kind, address, name, mediaType }) => [kind, address, name, mediaType]),
    ).toEqual([expected]);
  });

  it.each([
    '<a href="1.html">上一篇</a>',
    '<a href="#a.pdf">目录</a>',
    '<a href="file:///C:/a.pdf">年报</a>',
    '<a href="mailto:a@b.pdf">信箱</a>',
    '<a href="javascript:void(0)">打印</a>',
    '<img src="/images/icon_pdf.gif">',
    '<img src="/images/wx-qrcode.png">',
    '<img src="x.png" width="16" height="16">',
    '<img src="x.png" style="width: 30px">',
    '<img src="data:image/png;base64,AAAA">',
    '<iframe src="/count.html"></iframe>',
    "<script>var types = ['.pdf', '.doc']; if (x.indexOf('.pdf') > 0) show()</script>",
    "",
  ])("is not %s", (html) => {
    expect(list(html)).toEqual([]);
  });

  it("is listed once, with the words of its link", () => {
    const html =
      '<iframe src="/x/a.pdf"></iframe><a href="/x/a.pdf">年报全文</a><a href="/x/a.pdf">下载</a>';
    expect(list(html)).toEqual([
      { address: `${host}/x/a.pdf`, name: "年报全文", kind: "file", mediaType: "application/pdf" },
    ]);
  });

  it("has its address as printed where that of the page is not known", () => {
    expect(list('<a href="./a.pdf">年报</a>', null)[0]?.address).toBe("./a.pdf");
    expect(list('<a href="http://x.example/a.pdf">年报</a>', null)[0]?.address).toBe(
      "http://x.example/a.pdf",
    );
  });

  it("is relative to the base of the page", () => {
    const page = readHtml(
      '<head><base href="/files/"></head><body><a href="a.pdf">年报</a></body>',
    );
    expect(listAttachments(page, { address, facts: [] })[0]?.address).toBe(`${host}/files/a.pdf`);
  });

  it("may stand beside the article, an image not", () => {
    const page = readHtml(
      `<body><div id="zoom">${"公开信息。".repeat(50)}</div><ul><li><a href="a.doc">附件</a></li></ul><img src="b.jpg"><div class="footer"><a href="c.pdf">说明</a></div></body>`,
    );
    expect(listAttachments(page, { address, facts: [] }).map(({ name }) => name)).toEqual(["附件"]);
  });

  it("is found in any markup without fault", () => {
    const parts = fc.constantFrom(
      "<a href=",
      "x.pdf",
      '"',
      ">",
      "<iframe src=",
      "?file=",
      "%E0%A4%A",
      "<script>",
      "</script>",
      "'http://[",
      "<base href=",
      "javascript:",
      " onclick='open(\"a.doc\")'",
      "data-x=",
      "\u0000",
    );
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 40 }), fc.webUrl(), (words, from) => {
        for (const found of list(words.join(""), from)) expect(found.address).not.toBe("");
      }),
      { numRuns: 300 },
    );
  });
});

const nowhere = new Gazetteer([]);
const title = "云岭县石溪镇2023年政府信息公开工作年度报告";

function read(html: string): ReturnType<typeof readReportPage> {
  return readReportPage(readHtmlBytes(Buffer.from(html)), address, nowhere);
}

describe("a page that only leads to the report", () => {
  const stub = (link: string): string =>
    `<html><body><h1>${title}</h1><p>发布日期：2024-01-19</p>${link}</body></html>`;

  it.each([
    ['<a href="a.pdf">石溪镇年报.pdf</a>', "石溪镇年报.pdf"],
    ['<iframe src="/v/viewer.html?file=/x/b.pdf"></iframe>', `${host}/x/b.pdf`],
    ['<script>showVsbpdfIframe("/x/c.pdf")</script>', `${host}/x/c.pdf`],
  ])("is refused with the name of the file: %s", (link, words) => {
    expect(() => read(stub(link))).toThrow(NotAReport);
    expect(() => read(stub(link))).toThrow(words);
    expect(() => read(stub(link))).toThrow(/^This page holds no report itself.{20,280}\.$/u);
  });

  it("is refused as any other where nothing is called a report", () => {
    const page = `<html><body><h1>政府信息公开指南</h1><a href="a.pdf">指南全文</a></body></html>`;
    expect(() => read(page)).toThrow(/^This is no annual report/u);
  });
});

describe("a report whose tables lie elsewhere", () => {
  const layout = layouts.find(({ isHtml }) => isHtml);
  const whole = layout ? writeReport(form2021, layout, numberAll(form2021)) : "";
  const bare = (link: string): string => whole.replaceAll(/<table>.*?<\/table>/gsu, link);

  it("is told so with the name of the attachment", () => {
    const { attachments, warnings } = read(bare('<a href="a.xls">统计表.xls</a>'));
    expect(attachments).toEqual([
      {
        address: `${host}/zwgk/nb/202401/a.xls`,
        name: "统计表.xls",
        kind: "file",
        mediaType: "application/vnd.ms-excel",
      },
    ]);
    expect(warnings.join()).toMatch(/在附件中：“统计表\.xls”。/u);
  });

  it("is told so where the text is short, as of the whole", () => {
    const page = `<html><body><div id="zoom"><h1>${title}</h1><p>统计期限自2023年1月1日起至2023年12月31日止。</p><p>一、总体情况</p><p>二、主动公开政府信息情况</p><p>详见附件。</p><a href="a.pdf">年报全文</a></div></body></html>`;
    expect(read(page).warnings.join()).toContain("正文在附件中：“年报全文”。");
  });

  it("names files of the article first, and none of another year or beside it", () => {
    const beside = '<p><a href="/2022.pdf">2022年年报下载</a><a href="/a.xls">办事表.xls</a></p>';
    const offer = (link: string): string =>
      read(bare(link).replace("</body>", `${beside}</body>`)).warnings.join();
    expect(offer('<a href="b.xls">附件1</a>')).toMatch(/在附件中：“附件1”。/u);
    expect(offer('<a href="b.xls">2021年情况表</a>')).not.toContain("在附件中");
  });

  it("is told so where they are images", () => {
    const { attachments, warnings } = read(bare('<img src="t.png">'));
    expect(attachments.map(({ kind }) => kind)).toEqual(["image"]);
    expect(warnings.join()).toMatch(/可能是图片，页面上有 1 张/u);
  });

  it("has no attachments of images where it has its tables", () => {
    expect(read(whole.replace("<table>", '<img src="photo.jpg"><table>')).attachments).toEqual([]);
  });
});
