import type { DemoBlock, DemoPage } from "../build-page.ts";
import { escapeMarkup, writeTable } from "./write-markup.ts";

/** A page as UCAP sites publish it: meta tags, a line of metadata, `#UCAP-CONTENT`. */
export function writeUcap({ agency, report, blocks }: DemoPage): string {
  const title = escapeMarkup(report.title);
  return `<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<html xmlns="http://www.w3.org/1999/xhtml">
<head>
<meta http-equiv="Content-Type" content="text/html; charset=${report.charset}" />
<meta name="SiteName" content="${agency.siteName}" />
<meta name="ArticleTitle" content="${title}" />
<meta name="firstpublishedtime" content="${report.published ?? ""}-10:12:00" />
<meta name="PubDate" content="${report.published ?? ""} 10:12" />
<title>${title}_政府信息公开年报_${agency.siteName}</title>
<link rel="stylesheet" href="/static/css/article.css" />
</head>
<body>
<div class="top"><a href="/">${agency.siteName}</a><span>今天是：</span></div>
<div class="position">您的位置：<a href="/">首页</a>&gt;<a href="/c100131/list.shtml">政府信息公开年报</a></div>
<div class="article">
<h1>${title}</h1>
<div class="pages-date">发布日期：${report.published ?? ""}　来源：${agency.issuer}　浏览次数：<span id="views"></span>　字体：[<a>大</a> <a>中</a> <a>小</a>]</div>
${report.indexNumber ? `<div class="pages-index">索引号：${report.indexNumber}　文号：${report.documentNumber ?? "无"}</div>` : ""}
<div class="pages_content mhide" id="UCAP-CONTENT">
${blocks.map(writeBlock).join("\n")}
</div>
<div class="pages_print"><a>打印本页</a> <a>关闭窗口</a></div>
</div>
<div class="foot">版权所有：${agency.siteName}</div>
</body>
</html>
`;
}

function writeBlock(block: DemoBlock): string {
  if (block.is === "table")
    return `<div class="table-box">${writeTable(block.grid, 'border="1" cellpadding="0" width="100%" class="ucap-table"', escapeMarkup)}</div>`;
  const text = escapeMarkup(block.text);
  if (block.is === "heading") return `<p><span style="font-weight: bold;">　　${text}</span></p>`;
  return block.is === "signature"
    ? `<p style="text-align: right"><span>${text}</span></p>`
    : `<p><span style="font-size: 16pt;">　　${text}</span></p>`;
}
