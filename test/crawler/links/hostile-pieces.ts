import { noHints } from "../../../corpus/address.ts";
import { classifyLink } from "../../../crawler/links/classify-link.ts";
import { findAddresses } from "../../../crawler/links/find-addresses.ts";
import { isMissingPage } from "../../../crawler/links/missing-page.ts";
import { buildPage } from "../portals/walk-portal.ts";

/** Pieces of the pages of all portals, whole and broken. */
export const pieces = [
  `<a href="./t20240119_1.html" title="青石镇2023年政府信息公开工作年度报告">青石镇2023年…</a>`,
  `<a href="javascript:window.open('x.html')" onclick="location.href='\\/y.html'">`,
  `<script>createPageHTML(99999, 0, "index", "html");</script>`,
  `var countPage = 5;`,
  `<script>'/module/web/jpage/dataproxy.jsp?col=1&webid=3&columnid=12&unitid=4321'</script>`,
  `<recordset><record><![CDATA[<li><a href="/r.html">年报</a></li>]]></record>`,
  `<record>`,
  `<nextgroup><![CDATA[<a href="/module/web/jpage/dataproxy.jsp?page=1&columnid=1">`,
  `/module/xxgk/search.jsp?infotypeId=A1&area=113`,
  `xxgkAnnualReport.jsp?area=1&fbtime=2023`,
  `<option value="11370883004326403Q">青石镇</option><option value="2023">`,
  `<script url="/front/page/build/unit" queryData="{'webId':'1','pageId':'2'}">`,
  `<div class="pagination" rows="15" count="99999">`,
  `UCAP-CONTENT channelId = "5f3a9c" /common/search/`,
  `{"data":{"results":[{"title":"年报","url":"/r.html"}],"rows":1,"html":"<li>"}}`,
  `vsb_content /system/resource/ 共9页`,
  `/site/label/8888 {organId:1,catId:2,pageCount: 7}`,
  `window._CONFIG = {SID: '7', TREE: [{id: 1, name: '年报', children: [`,
  `]}]};`,
  `EWB-FRONT categorynum="1" lightfrontaction/getgovinfolist`,
  `'/truecms/messageController/getMessage.do?columnId=1'`,
  `gongkai({"xml":"<record>"})`,
  `/Xxgknb/list/p/3 共5页`,
  `/gongkai/site_qs/channel_1/doc_697b19509d1028953ce048b4.html [{"title":"x","url":"/doc_697b19509d1028953ce048b4.html"}]`,
  `/igs/front/search code="a" siteId=1`,
  `<iframe src="list.html"></iframe>`,
  `<iframe src="viewer.html?file=/a.pdf">`,
  `<base href="http://[::bad/">`,
  `<ul><li>2023年</li><li>2022年</li></ul><div></div><div></div>`,
  `<table><tr><td>`,
  `</div></table></a></script>`,
  `"'\\\\<>&#x110000;\\u0000\\ud800`,
  `<!--`,
  `<![CDATA[`,
];
/** What costs a careless parser or a regular expression most when it comes again and again. */
export const repeated = [
  ...pieces,
  "<div>",
  "<a><b><i>",
  "</x>",
  "<div></p>",
  "<a href='",
  "年报",
  "政府信息公开",
  "1",
  "1/",
  " ",
  "\n<li>",
  '"',
  "{",
  "[{",
  "\\",
  "<option value=",
  "<title>",
  "共 1",
  "href=",
  "channelId:",
  "a=b&",
  "//",
  "<h2>x</h2>",
  "<li><a href='/a'>",
  "code:",
  "<script>",
  "<script>href='a'",
];

/**
 * Reads a page of so many characters that repeats one piece, and gives how many addresses it leads to. What is of
 * quadratic cost takes hours for 5 MB.
 */
export function readRepeated(piece: string, length: number): number {
  const own = buildPage(
    "http://www.a.gov.test/zfxxgk/nb/",
    piece.repeat(Math.ceil(length / piece.length)),
  );
  const found = findAddresses(own);
  const link = { url: own.url, text: own.text, title: own.text, listed: null, context: [own.text] };
  classifyLink(link, { url: own.url, hints: noHints, isReportColumn: true });
  isMissingPage({ text: own.text, status: 200 }, []);
  return found.length;
}
