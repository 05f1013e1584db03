import { type ArticleStyle, writeArticle } from "../site/write-article.ts";
import { type Family, serveData } from "../site/site.ts";
import { pickPage, writeRow } from "../site/write-list.ts";

const column = "/col/col1229114055/index.html";
const proxy = "/module/web/jpage/dataproxy.jsp";
/** However many are asked for. */
const most = 10;
const shown = 45;

/** Hanweb's articles: the text lies in `#zoom`, visits are counted by a script. */
export const hanwebStyle: ArticleStyle = {
  container: 'id="zoom" class="main-txt"',
  above: `<div class="bt-article-info">访问次数：<span id="hits"><script src="/module/visitcount/articlehits.jsp?colid=1"></script></span></div>`,
  below: `<div class="bshare">打印本页 关闭窗口</div>`,
};

/** Hanweb JCMS: records of XML from `dataproxy.jsp`; this host ignores `startrecord`, honours `page`, caps `perpage`. */
export const hanwebDataproxy: Family = {
  name: "dataproxy",
  behaviours: [2],
  column,
  locate: ({ date, number }) => {
    const [year, month, day] = date.split("-").map(Number);
    return `/art/${year}/${month}/${day}/art_1229114055_${number}.html`;
  },
  write: (page) => writeArticle(page, hanwebStyle),
  list: ({ rows, frame }) => ({
    pages: new Map([
      [
        column,
        frame(
          "政府信息公开年报",
          `<div id="4321" class="default_pgContainer"></div><script type="text/javascript">
new jpage({totalRecord:${rows.length},startrecord:1,endrecord:${shown},perpage:15,proxyUrl:'${proxy}?startrecord=1&endrecord=${shown}&perpage=15&col=1&appid=1&webid=3&path=http://&columnid=1229114055&sourceContentType=1&unitid=4321&webname=%E7%BD%91'});
</script>`,
        ),
      ],
    ]),
    answer: ({ url }) => {
      if (url.pathname !== proxy) return null;
      const query = url.searchParams;
      const isOwn = query.get("columnid") === "1229114055" && query.get("unitid") === "4321";
      const size = Math.min(most, Number(query.get("perpage") ?? 15) || 15);
      const page = Number(query.get("page") ?? 1) || 1;
      const records = isOwn ? pickPage(rows, page, size) : [];
      const xml = records.map((row) => `<record><![CDATA[${writeRow(row)}]]></record>`).join("\n");
      return serveData(
        `<?xml version="1.0" encoding="UTF-8"?><datastore><totalrecord>${rows.length}</totalrecord><totalpage>${Math.ceil(rows.length / size)}</totalpage><recordset>${xml}</recordset></datastore>`,
        "text/xml;charset=UTF-8",
      );
    },
  }),
};
