import { demoNotice } from "../../build-page.ts";
import type { County } from "./build-county.ts";

/** A line of a list; `date` is what the list prints beside it. */
export interface ListRow {
  readonly href: string;
  readonly text: string;
  readonly date: string;
}

/** Rows to its reports, newest first, by addresses within the column. */
export function listRows({ reports }: County): readonly ListRow[] {
  return reports
    .map(({ path, title, published }) => ({ href: `./${path}`, text: title, date: published }))
    .toReversed();
}

/** A row to a report that is not there. */
export function listDeadRow({ publisher }: County, href = "./202001/t20200120_1000.html"): ListRow {
  return { href, text: `${publisher.place}2019年政府信息公开工作年度报告`, date: "2020-01-20" };
}

interface ListPage {
  readonly rows?: readonly ListRow[];
  /** Markup for the head and below the list. */
  readonly head?: string;
  readonly foot?: string;
}

/** The column of annual reports. */
export function writeListPage(
  county: County,
  { rows = listRows(county), head = "", foot = "" }: ListPage = {},
): string {
  const items = rows.map(
    ({ href, text, date }) =>
      `<li><a href="${href}" title="${text}">${text}</a><span class="date">${date}</span></li>`,
  );
  return writeFrame(county, {
    title: "政府信息公开年报",
    head,
    body: `<ul class="list">\n${items.join("\n")}\n</ul>\n${foot}`,
  });
}

/** The home page, with a link to the column. */
export function writeHomePage(county: County, foot = ""): string {
  const body = `<p>欢迎访问${county.publisher.siteName}。</p>\n${foot}`;
  return writeFrame(county, { title: "首页", head: "", body });
}

/** A page in the frame of the portal: menu, place, body, footer. */
export function writeFrame(
  { publisher }: County,
  { title, head, body }: { readonly title: string; readonly head: string; readonly body: string },
): string {
  return `<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<title>${title}_${publisher.siteName}</title>
<meta name="SiteName" content="${publisher.siteName}">
<meta name="ColumnName" content="${title}">
${head}
</head>
<body>
<div class="nav"><a href="/">首页</a> <a href="/zwgk/nb/">政府信息公开年报</a></div>
<h1>${title}</h1>
${body}
<div class="footer">主办：${publisher.agency} ${demoNotice}</div>
</body>
</html>
`;
}
