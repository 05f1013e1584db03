import { writeUcap } from "../../layouts/write-ucap.ts";
import { type Family, serveData } from "../site/site.ts";
import { pickPage } from "../site/write-list.ts";

const channel = "9d31c0aa5be14f2f8f5d";
const column = "/zwgk/c112945/list.shtml";

/** 开普 UCAP: the column is a shell, its list JSON of `/common/search/<channel>`. */
export const ucap: Family = {
  name: "ucap",
  behaviours: [6],
  column,
  locate: ({ date, hash }) =>
    `/zwgk/c112945/${date.slice(0, 7).replace("-", "")}/${hash.slice(0, 32)}.shtml`,
  write: writeUcap,
  list: ({ rows, frame }) => ({
    pages: new Map([
      [
        column,
        frame(
          "政府信息公开年报",
          `<h2>政府信息公开年报</h2><div class="UCAP-LIST" id="list"></div>
<script>var channelId = "${channel}"; $.getJSON("/common/search/" + channelId + "?_isAgg=true&_isJson=true&_pageSize=20&_template=index&page=" + page, show);</script>`,
        ),
      ],
    ]),
    answer: ({ url }) => {
      if (url.pathname !== `/common/search/${channel}`) return null;
      const query = url.searchParams;
      if (query.get("_isJson") !== "true") return null;
      const size = Math.min(100, Number(query.get("_pageSize") ?? 20) || 20);
      const page = Number(query.get("page") ?? 1) || 1;
      const results = pickPage(rows, page, size).map(({ path, title, date }) => ({
        title,
        url: path,
        publishedTimeStr: `${date} 10:12:00`,
      }));
      return serveData(JSON.stringify({ code: 0, data: { page, rows: results.length, results } }));
    },
  }),
};
