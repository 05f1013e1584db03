import { describe, expect, it } from "vitest";
import { readLinks } from "../../../crawler/links/read-links.ts";

const url = "http://www.qingshan.gov.test/zwgk/nb/index.html";
const read = (text: string) => readLinks({ url, text });
const urls = (text: string) =>
  read(text).map((link) => link.url.replace("http://www.qingshan.gov.test", ""));

describe("readLinks", () => {
  it.each([
    [`<a href="./x/1.html">一</a>`, "/zwgk/nb/x/1.html"],
    [`<base href="/root/"><a href="./x/1.html">一</a>`, "/root/x/1.html"],
    [`<a href=' ../1.html#top'>一</a>`, "/zwgk/1.html"],
    [`<a href="1.html?a=1&amp;b=2">一</a>`, "/zwgk/nb/1.html?a=1&b=2"],
    [`<map><area href="2.html"></map>`, "/zwgk/nb/2.html"],
    [`<a href="javascript:window.open('/3.html','_blank')">一</a>`, "/3.html"],
    [`<a href="javascript:void(0)" onclick="location.href='4.html'">一</a>`, "/zwgk/nb/4.html"],
    [`<li onclick='openUrl("\\/5.html")'>一</li>`, "/5.html"],
    [`<div data-href="/6.html">一</div>`, "/6.html"],
    [`<select onchange="go(this)"><option value="../2023/">2023</option></select>`, "/zwgk/2023/"],
    [`<script>document.write('<a href="/7.html" target="_blank">七</a>')</script>`, "/7.html"],
    [
      `<script type="text/xml"><record><![CDATA[<a href='/8.html'>八</a>]]></record></script>`,
      "/8.html",
    ],
    [`<a href="//www.qingshan.gov.test/9.html">九</a>`, "/9.html"],
  ])("reads %s", (text, expected) => expect(urls(text)).toContain(expected));

  it.each([
    `<a href="#top">一</a>`,
    `<a href="mailto:a@b.c">一</a>`,
    `<a href="javascript:;">一</a>`,
    `<a name="x">一</a>`,
    `<!-- <a href="/x">一</a> -->`,
  ])("reads nothing in %s", (text) => expect(urls(text)).toEqual([]));

  it("reads words broken over lines, titles, the words of a picture and the date of the row", () => {
    const [first, second] =
      read(`<ul><li><span>[2024-01-09]</span><a href="1.html" title="青山县2023年年度报告">青山县2023年年度报
      告</a></li><li><a href="2.html"><img alt="年报" src="x.png"></a><i>2024年1月20日</i></li></ul>`);
    expect(first).toMatchObject({
      text: "青山县2023年年度报告",
      title: "青山县2023年年度报告",
      listed: "2024-01-09",
    });
    expect(second).toMatchObject({ text: "年报", title: null, listed: "2024-01-20" });
  });

  it("takes no date of another row", () => {
    const [first] = read(
      `<ul><li><a href="1.html">一</a></li><li><a href="2.html">二</a>2024-01-20</li></ul>`,
    );
    expect(first?.listed).toBeNull();
  });

  it("names what stands over a link: headings, labels, tabs, cells", () => {
    const links = read(`<h2>政府信息公开年报</h2>
      <div class="box"><div class="title">2023年</div><ul><li><a href="1.html">县教育局</a></li></ul></div>
      <div class="box"><div class="title">2022年</div><ul><li><a href="2.html">县教育局</a></li></ul></div>
      <div><ul class="tab"><li>2021年</li><li>2020年</li></ul><div class="con"><ul><li><a href="3.html">县水利局</a></li></ul><ul><li><a href="4.html">县水利局</a></li></ul></div></div>
      <table><tr><th>单位</th><th>2019年</th><th>2018年</th></tr><tr><td>县财政局</td><td><a href="5.html">查看</a></td><td><a href="6.html">查看</a></td></tr></table>`);
    const contexts = Object.fromEntries(links.map((link) => [link.url.at(-6), link.context]));
    expect(contexts["1"]).toEqual(["政府信息公开年报", "2023年"]);
    expect(contexts["2"]).toEqual(["政府信息公开年报", "2022年"]);
    expect(contexts["3"]?.at(-1)).toBe("2021年");
    expect(contexts["4"]?.at(-1)).toBe("2020年");
    expect(contexts["5"]).toEqual(["政府信息公开年报", "2019年", "县财政局"]);
    expect(contexts["6"]).toEqual(["政府信息公开年报", "2018年", "县财政局"]);
  });
});
