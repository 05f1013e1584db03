import type { DemoBlock, DemoPage } from "../build-page.ts";
import { escapeMarkup, writeTable } from "./write-markup.ts";

/** A page as static TRS sites publish it: meta tags, breadcrumb, a table of metadata, `.TRS_Editor`. */
export function writeTrs({ agency, report, blocks }: DemoPage): string {
  const title = escapeMarkup(report.title);
  return `<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="${report.charset === "utf-8" ? "utf-8" : "gb2312"}">
<title>${title}_${agency.siteName}</title>
<meta name="SiteName" content="${agency.siteName}">
<meta name="SiteDomain" content="${agency.host}">
<meta name="ColumnName" content="政府信息公开年报">
<meta name="ArticleTitle" content="${title}">
<meta name="PubDate" content="${report.published ?? ""} 09:30">
<meta name="ContentSource" content="${agency.issuer}">
<script>var isMobile = /Mobile/.test(navigator.userAgent); document.write("<p>一、二、三</p>");</script>
</head>
<body>
<div class="header"><a href="/">${agency.siteName}</a><ul><li><a href="/zwgk/">政务公开</a></li><li><a href="/hdjl/">互动交流</a></li></ul></div>
<div class="crumbs">当前位置：<a href="/">首页</a> &gt; <a href="../../">政务公开</a> &gt; <a href="../">政府信息公开年报</a> &gt; 正文</div>
<table class="xxgk-head" border="0">
<tr><td>索&nbsp;&nbsp;引&nbsp;&nbsp;号</td><td>${report.indexNumber ?? ""}</td><td>主题分类</td><td>政务公开</td></tr>
<tr><td>发布机构</td><td>${agency.issuer}</td><td>发布日期</td><td>${report.published ?? ""}</td></tr>
<tr><td>名&emsp;&emsp;称</td><td colspan="3">${title}</td></tr>
<tr><td>文&emsp;&emsp;号</td><td>${report.documentNumber ?? ""}</td><td>有&nbsp;效&nbsp;性</td><td></td></tr>
</table>
<h1 class="title">${title}</h1>
<div class="view TRS_UEDITOR trs_paper_default"><div class="TRS_Editor">
${blocks.map(writeBlock).join("\n")}
</div></div>
<div class="share">扫一扫在手机上查看当前页面</div>
<div class="related"><h3>相关信息</h3><ul><li><a href="./t0_1.html">图解：政府信息公开年报</a></li></ul></div>
<div class="footer">主办：${agency.siteName.replace(/(?:门户)?网站?$/u, "")} 网站标识码：9900000000</div>
</body>
</html>
`;
}

function writeBlock(block: DemoBlock): string {
  if (block.is === "table")
    return writeTable(
      block.grid,
      'border="1" cellspacing="0" style="border-collapse:collapse"',
      writeCell,
    );
  const text = escapeMarkup(block.text);
  if (block.is === "heading")
    return `<p style="text-indent: 2em;"><strong><span style="font-family: 黑体;">${text}</span></strong></p>`;
  return block.is === "signature"
    ? `<p style="text-align: right;">${text}</p>`
    : `<p style="text-indent: 2em; line-height: 1.75em;">${text}</p>`;
}

function writeCell(text: string): string {
  return text === "" ? "<p>&nbsp;</p>" : `<p>${escapeMarkup(text)}</p>`;
}
