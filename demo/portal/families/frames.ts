import { type ArticleStyle, writeArticle } from "../site/write-article.ts";
import type { Column, Family } from "../site/site.ts";
import { pickPage, writeRows } from "../site/write-list.ts";

const column = "/zwgk/nianbao/";
const size = 10;
const style: ArticleStyle = { container: 'class="content"' };

/** The column is a shell, its list lies in an iframe of the same host and goes on by 下一页. */
export const iframe: Family = {
  ...buildFrames("iframe"),
  list: (site) => ({
    pages: new Map([
      [
        column,
        site.frame(
          "政府信息公开年报",
          `<h2>政府信息公开年报</h2><iframe src="list/index.html" width="100%" frameborder="0"></iframe>`,
        ),
      ],
      ...writeFrames(site),
    ]),
  }),
};

/** The same on an old site: a frameset with a menu and the list. */
export const frameset: Family = {
  ...buildFrames("frameset"),
  list: (site) => ({
    pages: new Map([
      [
        column,
        `<html><head><meta charset="utf-8"><title>政府信息公开年报</title></head><frameset cols="200,*"><frame src="menu.html" name="menu"><frame src="list/index.html" name="list"></frameset></html>`,
      ],
      [`${column}menu.html`, `<html><body><a href="/zfxxgk/">政府信息公开</a></body></html>`],
      ...writeFrames(site),
    ]),
  }),
};

function buildFrames(name: string): Omit<Family, "list"> {
  return {
    name,
    behaviours: [11],
    column,
    locate: ({ date, number }) => `${column}${date.slice(0, 4)}/content_${number}.html`,
    write: (page) => writeArticle(page, style),
  };
}

function writeFrames({ rows }: Column): readonly (readonly [string, string])[] {
  const count = Math.ceil(rows.length / size);
  return Array.from({ length: count }, (_, at) => {
    const next = at + 1 < count ? `<a href="page${at + 2}.html">下一页</a>` : "下一页";
    const body = `<html><head><meta charset="utf-8"></head><body>${writeRows(pickPage(rows, at + 1, size))}<div class="pager">${next}</div></body></html>`;
    return [`${column}list/${at === 0 ? "index" : `page${at + 1}`}.html`, body] as const;
  });
}
