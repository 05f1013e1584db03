import { escapeMarkup } from "../../layouts/write-markup.ts";
import { drawReport, scanReport } from "../files/draw-report.ts";
import { type ArticleStyle, writeArticle } from "../site/write-article.ts";
import type { Column, Family, Row, SiteFile } from "../site/site.ts";
import type { SiteReport } from "../site/site-report.ts";
import { listPlain, plain } from "./plain.ts";

const style: ArticleStyle = { container: 'class="article-content"' };
/** Tables as one picture, the whole report as one, or a scanned PDF. */
const ways = ["tables", "report", "scan"] as const;

/** Reports whose numbers are pictures. */
export const pictures: Family = {
  ...plain,
  name: "pictures",
  behaviours: [20],
  write: (page, row, site) => {
    const way = chooseWay(row, site);
    const { blocks } = page;
    const kept = way === "report" ? [] : blocks.filter(({ is }) => is !== "table");
    const title = escapeMarkup(page.report.title);
    const below =
      way === "scan" ? `<p>附件：<a href="${buildPath(row, way)}">${title}.pdf</a></p>` : "";
    const html = writeArticle({ ...page, blocks: kept }, { ...style, below });
    const picture = `<p><img src="${buildPath(row, way)}" alt="" width="900"></p>`;
    return way === "scan" ? html : html.replace(/(<div class="article-content">)/u, `$1${picture}`);
  },
  attach: (row, site) => (row.report ? [buildFile(row, row.report, site)] : []),
  list: (site) => ({ pages: listPlain(site) }),
};

function buildFile(row: Row, { page }: SiteReport, site: Column): SiteFile {
  const way = chooseWay(row, site);
  const blocks = way === "report" ? page.blocks : page.blocks.filter(({ is }) => is === "table");
  return {
    path: buildPath(row, way),
    make: () => ({
      status: 200,
      headers: [["Content-Type", way === "scan" ? "application/pdf" : "image/png"]],
      body: way === "scan" ? scanReport(page.blocks) : drawReport(blocks).toBuffer("image/png"),
    }),
  };
}

function chooseWay(row: Row, { rows }: Column): (typeof ways)[number] {
  return ways[rows.findIndex(({ path }) => path === row.path) % ways.length] ?? "tables";
}

function buildPath({ path }: Row, way: (typeof ways)[number]): string {
  const number = /(\d+)\.html$/u.exec(path)?.[1] ?? "0";
  return `/files/${number}.${way === "scan" ? "pdf" : "png"}`;
}
