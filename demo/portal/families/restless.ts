import { createHash } from "node:crypto";
import { type ArticleStyle, writeArticle } from "../site/write-article.ts";
import type { AskedPage } from "../portal.ts";
import type { Family } from "../site/site.ts";
import { writeRows } from "../site/write-list.ts";

const column = "/xxgk/xxgknb/";
const style: ArticleStyle = {
  container: 'class="article-content"',
  above: `<div class="top">今天是：{clock}</div><div class="info">浏览次数：{clicks}次</div>`,
  below: `<div class="ad" id="ad-{ad}"><!-- {ad} --></div>`,
};

/** A click counter, a clock and an advertisement whose id is another one with each fetch. */
export const restless: Family = {
  name: "restless",
  behaviours: [22],
  column,
  locate: ({ date, number }) => `${column}${date.slice(0, 4)}/content_${number}.html`,
  write: (page) => writeArticle(page, style),
  vary: (content, { url, at }: AskedPage) => {
    const time = new Date(at).toISOString().slice(0, 19).replace("T", " ");
    const hash = createHash("sha256").update(`${url.href} ${at}`).digest("hex");
    return content
      .replaceAll("{clock}", time)
      .replaceAll("{clicks}", String(Math.floor(at / 1000) % 100_000))
      .replaceAll("{ad}", hash.slice(0, 12));
  },
  list: ({ rows, frame }) => ({
    pages: new Map([[column, frame("政府信息公开年报", writeRows(rows))]]),
  }),
};
