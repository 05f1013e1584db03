import type { DemoBlock, DemoPage } from "../../build-page.ts";
import { escapeMarkup, writeTable } from "../../layouts/write-markup.ts";

/** Where a system puts the text of an article, and what stands round it. */
export interface ArticleStyle {
  /** Attributes of the element that holds the text (`id="zoom"`). */
  readonly container: string;
  /** Markup in the head of the page. */
  readonly head?: string;
  /** Markup above the title, below the text. */
  readonly above?: string;
  readonly below?: string;
}

/** A report's page in the markup of a system whose articles differ from others by their container alone. */
export function writeArticle({ agency, report, blocks }: DemoPage, style: ArticleStyle): string {
  const title = escapeMarkup(report.title);
  return `<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<title>${title}_${agency.siteName}</title>
<meta name="SiteName" content="${agency.siteName}"><meta name="ArticleTitle" content="${title}"><meta name="PubDate" content="${report.published ?? ""} 10:05"><meta name="ContentSource" content="${agency.issuer}">
${style.head ?? ""}
</head>
<body>
<div class="header"><a href="/">${agency.siteName}</a></div>
${style.above ?? ""}
<table class="xxgk-head"><tr><td>索引号：</td><td>${report.indexNumber ?? ""}</td><td>发布机构：</td><td>${agency.issuer}</td></tr>
<tr><td>名称：</td><td>${title}</td><td>发布日期：</td><td>${report.published ?? ""}</td></tr></table>
<h1>${title}</h1>
<div ${style.container}>
${blocks.map(writeBlock).join("\n")}
</div>
${style.below ?? ""}
<div class="footer">版权所有：${agency.siteName}</div>
</body>
</html>
`;
}

/** A paragraph, heading or table of a report. */
export function writeBlock(block: DemoBlock): string {
  if (block.is === "table")
    return writeTable(block.grid, 'border="1" cellspacing="0"', (text) =>
      text === "" ? "&nbsp;" : escapeMarkup(text),
    );
  const text = escapeMarkup(block.text);
  if (block.is === "heading") return `<p><strong>${text}</strong></p>`;
  return block.is === "signature" ? `<p align="right">${text}</p>` : `<p>　　${text}</p>`;
}
