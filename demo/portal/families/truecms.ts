import { type ArticleStyle, writeArticle } from "../site/write-article.ts";
import { type Family, serveData, serveMarkup } from "../site/site.ts";
import { writeRow } from "../site/write-list.ts";

const column = "/nbxx/zfxxgknb/index.html";
const proxy = "/truecms/messageController/getMessage.do";
const id = "c8a81fd0-4b1b";
const most = 10;
const style: ArticleStyle = { container: 'class="main-txt"' };

/** TRUE-CMS: a list is JSONP around XML in windows of records; without `Referer` the host says that there is nothing. */
export const truecms: Family = {
  name: "truecms",
  behaviours: [10],
  column,
  locate: ({ date, hash }) =>
    `/nbxx/zfxxgknb/${date.replaceAll("-", "")}/${hash.slice(0, 8)}-${hash.slice(8, 12)}-${hash.slice(12, 16)}-${hash.slice(16, 20)}-${hash.slice(20, 32)}.html`,
  write: (page) => writeArticle(page, style),
  list: ({ rows, frame }) => ({
    pages: new Map([
      [
        column,
        frame(
          "政府信息公开年报",
          `<div id="list"></div><script>new page({proxyUrl:'${proxy}?columnId=${id}',perpage:20,totalRecord:${rows.length}})</script>`,
        ),
      ],
    ]),
    answer: ({ url, headers }) => {
      if (url.pathname !== proxy) return null;
      if (!(headers["referer"] ?? "").includes(column)) return serveMarkup("404", 404);
      const query = url.searchParams;
      const start = Math.max(1, Number(query.get("startrecord") ?? 1) || 1) - 1;
      const size = Math.min(most, Number(query.get("perpage") ?? most) || most);
      const held = query.get("columnId") === id ? rows.slice(start, start + size) : [];
      const records = held.map((row) => `<record><![CDATA[${writeRow(row)}]]></record>`).join("");
      const xml = `<datastore><totalrecord>${rows.length}</totalrecord><recordset>${records}</recordset></datastore>`;
      const name = /^[\w$.]{1,40}$/u.exec(query.get("callback") ?? "")?.[0] ?? "callback";
      return serveData(`${name}(${JSON.stringify(xml)})`, "application/javascript;charset=UTF-8");
    },
  }),
};
