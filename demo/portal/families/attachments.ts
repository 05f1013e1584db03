import type { DemoPage } from "../../build-page.ts";
import { writeWord } from "../../layouts/write-word.ts";
import { writeBook } from "../files/write-book.ts";
import { packFile, writeDocx } from "../files/write-docx.ts";
import { writeOfd } from "../files/write-ofd.ts";
import { writePdf } from "../files/write-pdf.ts";
import { type ArticleStyle, writeArticle } from "../site/write-article.ts";
import type { Column, Family, Row } from "../site/site.ts";
import { writeRows } from "../site/write-list.ts";

const column = "/zwgk/xxgknb/";
const style: ArticleStyle = { container: 'class="article-content"' };

/** A way in which a page leads to a file. `isWhole` tells whether the page has the tables, too. */
interface Way {
  readonly ending: string;
  readonly type: string;
  readonly isWhole: boolean;
  readonly make: (page: DemoPage) => Uint8Array | string;
  /** The markup below the text; `path` is the file's, `title` the report's. */
  readonly link: (path: string, title: string) => string;
}

const anchor = (path: string, title: string): string =>
  `<p>附件：<a href="${path}">${title}${/\.\w+$/u.exec(path)?.[0] ?? ""}</a></p>`;

const ways: readonly Way[] = [
  {
    ending: ".docx",
    type: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    isWhole: true,
    make: writeDocx,
    link: anchor,
  },
  {
    ending: ".pdf",
    type: "application/pdf",
    isWhole: false,
    make: writePdf,
    link: (path) =>
      `<iframe src="/pdfjs/web/viewer.html?file=${encodeURIComponent(path)}" width="100%" height="900"></iframe>`,
  },
  {
    ending: ".xlsx",
    type: "application/octet-stream",
    isWhole: true,
    make: (page) => writeBook(page, "xlsx"),
    link: (path, title) =>
      `<p><a href="javascript:void(0)" onclick="window.open('${path}')">${title}（下载）</a></p>`,
  },
  { ending: ".doc", type: "application/msword", isWhole: false, make: writeSaved, link: anchor },
  {
    ending: ".xls",
    type: "application/vnd.ms-excel",
    isWhole: false,
    make: (page) => writeBook(page, "biff8"),
    link: anchor,
  },
  {
    ending: ".zip",
    type: "application/zip",
    isWhole: true,
    make: (page) => packFile("report.docx", writeDocx(page)),
    link: anchor,
  },
  {
    ending: ".wps",
    type: "application/octet-stream",
    isWhole: true,
    make: writeSaved,
    link: anchor,
  },
  {
    ending: "",
    type: "application/octet-stream",
    isWhole: false,
    make: writePdf,
    link: (path, title) => `<p><a href="${path}">${title}.pdf</a></p>`,
  },
  { ending: ".ofd", type: "application/ofd", isWhole: false, make: writeOfd, link: anchor },
];

/** Reports with their files: of every kind, behind links, scripts and viewers, with and without an ending. */
export const attachments: Family = {
  name: "files",
  behaviours: [19],
  column,
  locate: ({ date, number }) => `${column}${date.slice(0, 4)}/content_${number}.html`,
  write: (page, row, site) => {
    const way = chooseWay(row, site);
    const blocks = way.isWhole ? page.blocks : page.blocks.filter(({ is }) => is !== "table");
    const below = way.link(buildPath(row, way), page.report.title);
    return writeArticle({ ...page, blocks }, { ...style, below });
  },
  attach: (row, site) => {
    const { report } = row;
    const way = chooseWay(row, site);
    if (report === null) return [];
    const make = () => ({
      status: 200,
      headers: [["Content-Type", way.type] as const],
      body: way.make(report.page),
    });
    return [{ path: buildPath(row, way), make }];
  },
  list: ({ rows, frame }) => ({
    pages: new Map([
      [column, frame("政府信息公开年报", writeRows(rows))],
      ["/pdfjs/web/viewer.html", `<html><body><div id="viewer"></div></body></html>`],
    ]),
  }),
};

/** What Word saves has no menu of a portal. */
function writeSaved(page: DemoPage): string {
  return writeWord(page).replace(/<div id=top>.*<\/div>\n/u, "");
}

function chooseWay(row: Row, { rows }: Column): Way {
  const at = rows.findIndex(({ path }) => path === row.path);
  const way = ways[Math.max(0, at) % ways.length];
  if (!way) throw new Error("There is no way to attach a file.");
  return way;
}

function buildPath({ path }: Row, { ending }: Way): string {
  const number = /(\d+)\.html$/u.exec(path)?.[1] ?? "0";
  return ending === "" ? `/download/file?id=${number}` : `/files/${number}${ending}`;
}
