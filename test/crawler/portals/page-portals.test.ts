import { describe, expect, it } from "vitest";
import { choosePortal } from "../../../crawler/portals/portals.ts";
import { readPortalList } from "../../../crawler/portals/read-portal-list.ts";
import { buildPage, listReports, nameReports, walkPortal } from "./walk-portal.ts";

const host = "http://www.qingshan.gov.test";
const rows = (paths: readonly string[]): string =>
  `<ul>${paths.map((path) => `<li><a href="${path}">某镇年报</a> 2024-01-15</li>`).join("")}</ul>`;
const full = (paths: readonly string[]): readonly string[] => paths.map((path) => `${host}${path}`);

describe("TRS", () => {
  const reports = nameReports(40, (at) => `/zwgk/zfxxgknb/202401/t20240115_report${at}.html`);
  const page = (at: number): string =>
    `${rows(reports.slice(at * 10, at * 10 + 10))}<script>createPageHTML(6, ${at}, "index", "html");</script>`;

  it("counts from 0 and stops at the first stub", () => {
    const walk = walkPortal(`${host}/zwgk/zfxxgknb/`, ({ url }) => {
      const at = Number(/index_(\d+)\.html$/u.exec(url)?.[1] ?? 0);
      return at <= 3 ? page(at) : "<html><head></head><body></body></html>";
    });
    expect(listReports(walk)).toEqual(full(reports));
    expect(walk.requests.map(({ url }) => url.replace(`${host}/zwgk/zfxxgknb/`, ""))).toEqual([
      "",
      "index_1.html",
      "index_2.html",
      "index_3.html",
      "index_4.html",
    ]);
  });

  it("reads countPage and another ending", () => {
    const walk = walkPortal(
      `${host}/nb/index.shtml`,
      ({ url }) =>
        `${rows([`/report/${url.length}.html`])}<script>var countPage = 2;//共多少页</script>`,
    );
    expect(walk.requests.map(({ url }) => url)).toEqual([
      `${host}/nb/index.shtml`,
      `${host}/nb/index_1.shtml`,
    ]);
  });
});

describe("VSB", () => {
  const reports = nameReports(32, (at) => `/info/14423/report${at}.htm`);
  const mark = `<script src="/system/resource/js/vsbscreen.min.js"></script>`;
  const serve =
    (controls: (page: number) => string) =>
    ({ url }: { readonly url: string }) => {
      const number = /\/nb\/(\d)\.htm$/u.exec(url)?.[1];
      const at = number === undefined ? 0 : 4 - Number(number);
      return `${mark}${rows(reports.slice(at * 8, at * 8 + 8))}${controls(at)}`;
    };

  it("follows the links of a list that is numbered from its end", () => {
    const walk = walkPortal(
      `${host}/zfxxgk/nb.htm`,
      serve((at) => (at < 3 ? `<a href="/zfxxgk/nb/${3 - at}.htm">下页</a>` : "")),
    );
    expect(listReports(walk)).toEqual(full(reports));
  });

  it("computes them where only the count is printed", () => {
    const walk = walkPortal(
      `${host}/zfxxgk/nb.htm`,
      serve((at) => `<span>共32条 ${at + 1}/4页</span>`),
    );
    // What is computed from the first page goes on by number.
    expect(listReports(walk)).toEqual(full(reports));
    expect(walk.requests).toHaveLength(4);
  });
});

describe("Anhui", () => {
  it.each(["?page=", "/p/"])("goes on by %s", (way) => {
    const reports = nameReports(30, (at) => `/Xxgknb/show/report${at}.html`);
    const start = way === "/p/" ? `${host}/Xxgknb/list/u/3/p/1` : `${host}/Xxgknb/list?u=3`;
    const walk = walkPortal(start, ({ url }) => {
      const at = Number(/(?:page=|\/p\/)(\d+)/u.exec(url)?.[1] ?? 1) - 1;
      return `${rows(reports.slice(at * 10, at * 10 + 10))}共3页`;
    });
    expect(listReports(walk)).toEqual(full(reports));
  });
});

describe("site/channel", () => {
  it("reads a list that the page holds as data", () => {
    const data = JSON.stringify([
      {
        title: "某镇2023年政府信息公开工作年度报告",
        url: "/gongkai/site_qs/channel_1/doc_697b19509d1028953ce048b4.html",
        pubDate: "2024-01-26",
      },
    ]);
    const walk = walkPortal(
      `${host}/gongkai/site_qs/channel_1/`,
      () => `<script>var list = ${data};</script>`,
    );
    expect(walk.items).toMatchObject([
      { text: "某镇2023年政府信息公开工作年度报告", listed: "2024-01-26" },
    ]);
  });
});

describe("generic", () => {
  const reports = nameReports(24, (at) => `/zwgk/nb/report${at}.html`);
  const list = (at: number): string =>
    `<div class="page">第${at + 1}页</div>${rows(reports.slice(at * 8, at * 8 + 8))}`;

  it.each([
    ["/zwgk/nb/list.html", /list_(\d)\.html$/u, 0],
    ["/zwgk/nb/list.html", /list_(\d)\.html$/u, 1],
    ["/zwgk/nb/", /index_(\d)\.html$/u, 0],
    ["/zwgk/nb/", /nb\/(\d)$/u, 1],
    ["/zwgk/nb/?k=1", /page=(\d)$/u, 1],
    ["/zwgk/nb/column-index-1.shtml", /column-index-(\d)\.shtml$/u, 1],
  ] as const)("finds further pages of %s by %s from %i", (path, pattern, first) => {
    const walk = walkPortal(`${host}${path}`, ({ url }) => {
      if (url === `${host}${path}`) return list(0);
      const at = Number(pattern.exec(url)?.[1] ?? -1) - first;
      return at >= 1 && at < 3 ? list(at) : null;
    });
    expect(listReports(walk)).toEqual(full(reports));
  });

  it("gives up guesses that bring nothing new", () => {
    const walk = walkPortal(`${host}/zwgk/nb/list.html`, () => list(0));
    expect(listReports(walk)).toHaveLength(8);
    expect(walk.requests.length).toBeLessThan(9);
  });

  it("guesses nothing where a short list has no sign of further pages", () => {
    expect(walkPortal(`${host}/zwgk/nb/`, () => rows(reports.slice(0, 3))).requests).toHaveLength(
      1,
    );
  });

  it("follows 下一页 and rows of numbers", () => {
    const numbered = walkPortal(`${host}/zwgk/nb/a1.html`, ({ url }) => {
      const at = Number(/a(\d)\.html$/u.exec(url)?.[1] ?? 1) - 1;
      const numbers = [0, 1, 2]
        .filter((other) => other !== at)
        .map((other) => `<a href="a${other + 1}.html">${other + 1}</a>`);
      return `${list(at)}${numbers.join("")}`;
    });
    expect(listReports(numbered)).toEqual(full(reports));
    expect(numbered.requests).toHaveLength(3);
  });

  it("ends where 下一页 leads on for ever and shows the same again", () => {
    const walk = walkPortal(`${host}/zwgk/nb/`, ({ url }) => {
      const at = Number(/index_(\d+)\.html$/u.exec(url)?.[1] ?? 0);
      const before = at > 0 ? `<a href="/zwgk/nb/index_${at - 1}.html">上一页</a>` : "";
      return `${list(0)}${before}<a href="/zwgk/nb/index_${at + 1}.html">下一页</a>`;
    });
    expect(listReports(walk)).toEqual(full(reports.slice(0, 8)));
    expect(walk.requests.length).toBeLessThan(4);
  });

  it("reads the rows of JSON that a browser saw, whatever marks it bears", () => {
    const text = JSON.stringify({ rows: [{ title: "某镇年报", url: "/nb/t20240119_1.html" }] });
    const page = buildPage(`${host}/api/list?token=x`, text, {
      mediaType: "application/json",
      role: "list",
    });
    expect(readPortalList(page).items).toMatchObject([{ url: `${host}/nb/t20240119_1.html` }]);
  });

  it("reads rows of unknown JSON", () => {
    const page = buildPage(
      `${host}/api/x`,
      `{"d":[{"list":[{"name":"某镇年报","link":"/r.html"}]}]}`,
      { mediaType: "application/json" },
    );
    expect(choosePortal(page).name).toBe("generic");
    expect(choosePortal(page).readList(page).items).toMatchObject([
      { url: `${host}/r.html`, text: "某镇年报" },
    ]);
  });
});
