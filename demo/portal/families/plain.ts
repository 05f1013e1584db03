import { type ArticleStyle, writeArticle } from "../site/write-article.ts";
import type { Column, Family } from "../site/site.ts";
import { pickPage, writeRows } from "../site/write-list.ts";

const column = "/zwgk/xxgknb/";
const size = 15;
const style: ArticleStyle = { container: 'class="article-content"' };

/** Software that nobody knows: pages of markup, each linking the next. */
export const plain: Family = {
  name: "plain",
  behaviours: [],
  column,
  locate: ({ date, number }) => `${column}${date.slice(0, 4)}/content_${number}.html`,
  write: (page) => writeArticle(page, style),
  list: (site) => ({ pages: listPlain(site) }),
};

/** The pages of a list, each with a link to the next. */
export function listPlain({ rows, frame }: Column): ReadonlyMap<string, string> {
  const count = Math.max(1, Math.ceil(rows.length / size));
  const pages = Array.from({ length: count }, (_, at) => {
    const next = at + 1 < count ? `<a href="${column}list${at + 2}.html">下一页</a>` : "";
    const body = `<h2>政府信息公开年报</h2>${writeRows(pickPage(rows, at + 1, size))}<div class="pages">${next}</div>`;
    return [
      at === 0 ? column : `${column}list${at + 1}.html`,
      frame("政府信息公开年报", body),
    ] as const;
  });
  return new Map(pages);
}
