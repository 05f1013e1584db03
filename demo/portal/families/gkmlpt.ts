import { type ArticleStyle, writeArticle } from "../site/write-article.ts";
import { type Family, type Row, serveData } from "../site/site.ts";
import { pickPage } from "../site/write-list.ts";

const root = "/xzfb/gkmlpt";
const column = `${root}/index`;
const category = 8766;
const site = "755001";
/** The platform gives 100; this one has been set to less. */
const size = 10;
const style: ArticleStyle = { container: 'class="article-content"' };

/** Guangdong's platform: the page holds its configuration, lists are JSON of `/gkmlpt/api/all/`; page 0 is page 1. */
export const gkmlpt: Family = {
  name: "gkmlpt",
  behaviours: [9],
  column,
  locate: ({ number }) => `${root}/content/2/2590/post_25${number}.html`,
  write: (page) => writeArticle(page, style),
  list: ({ plan, rows, frame }) => ({
    pages: new Map([
      [
        column,
        frame(
          "政府信息公开目录",
          `<div id="app"></div><script>window._CONFIG = {
  SID: '${site}', SITE_NAME: '${plan.siteName}', PATH: '${root}',
  TREE: [{id: 1, name: '机构职能', children: []}, {id: 2, name: '法定主动公开内容', children: [{id: 8765, name: '规划计划', children: []}, {id: ${category}, name: '政府信息公开年报', children: []}]}],
};</script>`,
        ),
      ],
    ]),
    answer: ({ url }) => {
      if (url.pathname !== `${root}/api/all/${category}`) return null;
      const query = url.searchParams;
      const page = Math.max(1, Number(query.get("page") ?? 1) || 1);
      const held = query.get("sid") === site ? rows : [];
      const articles = pickPage(held, page, size).map((row) => describe(row, plan.host));
      return serveData(
        JSON.stringify({ articles, classify: { id: category, post_count: held.length } }),
      );
    },
  }),
};

function describe({ path, title, agency, date }: Row, host: string) {
  const url = `http://${host}${path}`;
  const id = Number(/(\d+)\.html$/u.exec(path)?.[1] ?? 0);
  const time = `${date} 09:00:00`;
  return { id, title, publisher: agency, created_at: time, url, post_url: url, attachment: [] };
}
