import { type ArticleStyle, writeArticle } from "../site/write-article.ts";
import { type Family, serveData } from "../site/site.ts";
import { pickPage } from "../site/write-list.ts";

const column = "/xxgk/nb/list.html";
const listAddress = "/EWB-FRONT/rest/lightfrontaction/getgovinfolist";
const ids = { deptcode: "014001", categorynum: "002005", siteGuid: "7eb5f7f1-9041-43ad-8e13" };
const style: ArticleStyle = { container: 'class="ewb-article infodetail"' };

/** 国泰新点 Epoint EWB: a list is JSON that answers a POST of JSON; pages count from 0. */
export const ewb: Family = {
  name: "ewb",
  behaviours: [10],
  column,
  locate: ({ date, hash }) =>
    `/xxgk/nb/${date.replaceAll("-", "")}/${hash.slice(0, 8)}-${hash.slice(8, 12)}-${hash.slice(12, 16)}-${hash.slice(16, 20)}-${hash.slice(20, 32)}.html`,
  write: (page) => writeArticle(page, style),
  list: ({ rows, frame }) => ({
    pages: new Map([
      [
        column,
        frame(
          "政府信息公开年报",
          `<script src="/EWB-FRONT/js/webBuilderCommon.js"></script><script>var siteInfo = { siteGuid: "${ids.siteGuid}", projectName: "EWB-FRONT" };
var deptcode = "${ids.deptcode}"; var categorynum = "${ids.categorynum}"; var pageSize = 15;
$.ajax({ type: "post", url: "${listAddress}", contentType: "application/json;charset=utf-8" });</script><div id="list"></div>`,
        ),
      ],
    ]),
    answer: ({ url, method, body }) => {
      if (url.pathname !== listAddress) return null;
      const asked = parseObject(body);
      const isOwn =
        method === "POST" && Object.entries(ids).every(([key, value]) => asked[key] === value);
      if (!isOwn) return serveData('{"custom":{"total":0,"data":[]},"status":{"code":"200"}}');
      const size = Number(asked["pageSize"] ?? 15) || 15;
      const data = pickPage(rows, (Number(asked["pageIndex"] ?? 0) || 0) + 1, size).map(
        ({ path, title, date }) => ({ title, infourl: path, infodate: date }),
      );
      return serveData(
        JSON.stringify({ custom: { total: rows.length, data }, status: { code: "200" } }),
      );
    },
  }),
};

function parseObject(json: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === "object" && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}
