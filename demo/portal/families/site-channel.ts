import { type ArticleStyle, writeArticle } from "../site/write-article.ts";
import type { Family } from "../site/site.ts";
import { pickPage } from "../site/write-list.ts";

const column = "/gongkai/site_xcjzrmzf/channel_c_5f9f6c84b9dfe9bfb0a8c881_n_1605684550.5624/";
const size = 12;
const style: ArticleStyle = { container: 'id="zoom" class="article-con"' };

/** The platform of Shandong's counties: `site_/channel_/doc_<id>`; the page holds its list as data. */
export const siteChannel: Family = {
  name: "channel",
  behaviours: [],
  column,
  // The first eight digits are the second in which the page was made.
  locate: ({ date, hash }) =>
    `${column}doc_${(Date.parse(date) / 1000 + 36_000).toString(16)}${hash.slice(0, 16)}.html`,
  write: (page) => writeArticle(page, style),
  list: ({ rows, frame }) => {
    const count = Math.ceil(rows.length / size);
    const pages = Array.from({ length: count }, (_, at) => {
      const data = pickPage(rows, at + 1, size).map(({ path, title, date }) => ({
        title,
        url: path,
        pubDate: date,
      }));
      const next = at + 1 < count ? `<a href="index_${at + 1}.html">下一页</a>` : "";
      const body = `<div id="list"></div><script>var list = ${JSON.stringify(data)}; show(list);</script><div class="page">${next}</div>`;
      return [
        at === 0 ? column : `${column}index_${at}.html`,
        frame("政府信息公开年报", body),
      ] as const;
    });
    return { pages: new Map(pages) };
  },
};
