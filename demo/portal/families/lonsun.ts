import { type ArticleStyle, writeArticle } from "../site/write-article.ts";
import { type Family, serveData } from "../site/site.ts";
import { pickPage, writeRows } from "../site/write-list.ts";

const column = "/public/column/12731?type=4&catId=6716621&action=list";
const label = "/site/label/8888";
const style: ArticleStyle = {
  container: 'class="j-fontContent newscontnet minh300"',
  below: `<div class="share">分享到</div>`,
};

/** 龙讯 LonSun: the list of an organisation's papers is a piece of HTML from `/site/label/8888`. */
export const lonsun: Family = {
  name: "lonsun",
  behaviours: [8],
  column,
  locate: ({ number }) => `/public/content/68${number}`,
  write: (page) => writeArticle(page, style),
  list: ({ rows, frame }) => ({
    pages: new Map([
      [
        column,
        frame(
          "政府信息公开年报",
          `<div class="xxgk_navli" id="list"></div><script>
var params = { IsAjax: 1, dataType: "html", labelName: "publicInfoList", siteId: 6795621, organId: 12731, catId: 6716621, type: 4, pageSize: 15, file: "/xxgk/publicInfoList_newest2020" };
function load(index) { params.pageIndex = index; $.get("${label}", params, show); }</script>`,
        ),
      ],
    ]),
    answer: ({ url }) => {
      if (url.pathname !== label) return null;
      const query = url.searchParams;
      const isOwn = query.get("organId") === "12731" && query.get("labelName") === "publicInfoList";
      const size = Number(query.get("pageSize") ?? 15) || 15;
      const page = Number(query.get("pageIndex") ?? 1) || 1;
      const held = isOwn ? rows : [];
      return serveData(
        `${writeRows(pickPage(held, page, size))}<script>Ls.pagination({ pageIndex: ${page}, pageCount: ${Math.ceil(held.length / size)}, total: ${held.length} });</script>`,
        "text/html;charset=UTF-8",
      );
    },
  }),
};
