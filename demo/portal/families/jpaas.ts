import { type ArticleStyle, writeArticle } from "../site/write-article.ts";
import { type Family, serveData } from "../site/site.ts";
import { pickPage, writeRows } from "../site/write-list.ts";

const column = "/zfxxgk/zfxxgknb/index.html";
const unit = "/api-gateway/jpaas-publish-server/front/page/build/unit";
const ids = { webId: "6d2f70c4", pageId: "31ab5e90", tplSetId: "9c1d", tagId: "信息列表" };
const style: ArticleStyle = { container: 'class="wzzw-article" id="zoom"' };

/** Hanweb JPaaS: the list is a unit that a script asks for with the page's `queryData`; only `paramJson` turns pages. */
export const jpaas: Family = {
  name: "jpaas",
  behaviours: [5],
  column,
  locate: ({ date, hash, year }) =>
    `/zfxxgk/zfxxgknb/${year}/art/${date.slice(0, 4)}/art_${hash.slice(0, 32)}.html`,
  write: (page) => writeArticle(page, style),
  list: ({ rows, frame }) => ({
    pages: new Map([
      [
        column,
        frame(
          "政府信息公开年报",
          `<h2>政府信息公开年报</h2><script type="text/javascript" src="/script/unitbuild.js" url="${unit}" queryData="{'webId':'${ids.webId}','pageId':'${ids.pageId}','parseType':'bulidstatic','pageType':'column','tagId':'${ids.tagId}','tplSetId':'${ids.tplSetId}'}"></script>`,
        ),
      ],
    ]),
    answer: ({ url }) => {
      if (url.pathname !== unit) return null;
      const query = url.searchParams;
      if (Object.entries(ids).some(([key, value]) => query.get(key) !== value))
        return serveData('{"success":false,"code":"500","data":null}');
      const { number, size } = readParameters(query.get("paramJson"));
      const count = Math.ceil(rows.length / size);
      const html = `${writeRows(pickPage(rows, number, size))}<div class="pagination" rows="${size}" count="${count}" pageno="${number}"></div>`;
      return serveData(JSON.stringify({ success: true, code: "200", data: { html } }));
    },
  }),
};

function readParameters(json: string | null): { readonly number: number; readonly size: number } {
  const number = /"pageNo"\s*:\s*"?(\d{1,4})/u.exec(json ?? "")?.[1];
  const size = /"pageSize"\s*:\s*"?(\d{1,3})/u.exec(json ?? "")?.[1];
  return { number: Number(number ?? 1), size: Math.min(15, Number(size ?? 15) || 15) };
}
