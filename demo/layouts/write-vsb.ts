import type { DemoBlock, DemoPage } from "../build-page.ts";
import { escapeMarkup, writeTable } from "./write-markup.ts";

/** A page as VSB sites publish it: one line of metadata, `.v_news_content`, divisions for paragraphs. */
export function writeVsb({ agency, report, blocks }: DemoPage): string {
  const title = escapeMarkup(report.title);
  return `<!DOCTYPE html>
<html>
<head>
<meta charset="UTF-8">
<title>${title}-${agency.siteName}</title>
<meta name="pageType" content="3"><meta name="pageTitle" content="${title}">
<script language="javascript" src="/system/resource/js/dynclicks.js"></script>
</head>
<body>
<div class="nav"><a href="../../index.htm">${agency.siteName}</a></div>
<div class="weizhi">当前位置： <a href="../../index.htm">首页</a>&gt;&gt;<a href="../../zfxxgk.htm">政府信息公开</a>&gt;&gt;<a href="../../zfxxgk/nb.htm">年度报告</a>&gt;&gt;正文</div>
<form name="_newscontent_fromname">
<div class="bt"><h2>${title}</h2></div>
<div class="sj">发布机构：${agency.issuer}　索引号：${report.indexNumber ?? ""}　发布时间：${report.published ?? ""}　点击数：[<script>_showDynClicks("wbnews", 99, 1)</script>]</div>
<div id="vsb_content_500"><div class="v_news_content">
${blocks.map(writeBlock).join("\n")}
</div></div>
<div id="div_vote_id"></div>
<p>上一条：<a href="1001.htm">${report.year - 1}年政府信息公开工作年度报告</a></p>
</form>
</body>
</html>
`;
}

function writeBlock(block: DemoBlock): string {
  if (block.is === "table")
    return writeTable(block.grid, 'class="vsb_table" border="1"', writeCell);
  const text = escapeMarkup(block.text);
  if (block.is === "heading") return `<h3>${text}</h3>`;
  return block.is === "signature" ? `<div align="right">${text}</div>` : `<div>${text}</div>`;
}

/** Headers of long words break over lines, blanks are a space. */
function writeCell(text: string): string {
  if (text === "") return "&nbsp;";
  return escapeMarkup(text).replace(
    /^(商业|科研|结果|其他|尚未)(企业|机构|维持|纠正|结果|审结)$/u,
    "$1<br>$2",
  );
}
