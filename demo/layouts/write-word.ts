import type { DemoBlock, DemoPage } from "../build-page.ts";
import { escapeMarkup, writeTable } from "./write-markup.ts";

/** A page that was saved from Word and laid into a portal as it was: every number in a span of its own. */
export function writeWord({ agency, report, blocks }: DemoPage): string {
  const charset = report.charset === "utf-8" ? "utf-8" : "gb2312";
  return `<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office">
<head>
<meta http-equiv=Content-Type content="text/html; charset=${charset}">
<meta name=Generator content="Microsoft Word 12 (filtered)">
<title>${escapeMarkup(report.title)}</title>
<style>
<!-- p.MsoNormal, li.MsoNormal {margin:0cm; font-size:16.0pt; font-family:"仿宋_GB2312";} -->
</style>
</head>
<body lang=ZH-CN style='text-justify-trim:punctuation'>
<div id=top><a href="/">${agency.siteName}</a> &gt; <a href="/xxgk/">信息公开</a> &gt; <a href="/xxgk/nb/">年度报告</a></div>
<div class=Section1 style='layout-grid:15.6pt'>
<p class=MsoNormal align=center style='text-align:center'><b>${splitNumbers(report.title)}</b></p>
<p class=MsoNormal align=center>${report.published ? `发布日期：${report.published}　来源：${agency.issuer}` : ""}</p>
${blocks.map(writeBlock).join("\n")}
</div>
</body>
</html>
`;
}

function writeBlock(block: DemoBlock): string {
  if (block.is === "table")
    return writeTable(
      block.grid,
      "class=MsoTableGrid border=1 cellspacing=0 cellpadding=0",
      (text) =>
        `<p class=MsoNormal align=center>${text === "" ? "&nbsp;" : splitNumbers(text)}</p>`,
    );
  if (block.is === "heading")
    return `<p class=MsoNormal style='text-indent:32.0pt'><span style='font-family:黑体'>${splitNumbers(block.text)}</span></p>`;
  const align = block.is === "signature" ? " align=right" : "";
  return `<p class=MsoNormal${align} style='text-indent:32.0pt'>${splitNumbers(block.text)}</p>`;
}

/** Word gives each number a span for its language. */
function splitNumbers(text: string): string {
  return escapeMarkup(text).replaceAll(/\d[\d.+-]*/gu, "<span lang=EN-US>$&</span>");
}
