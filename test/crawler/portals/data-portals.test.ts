import { describe, expect, it } from "vitest";
import type { PageRequest } from "../../../corpus/address.ts";
import { noHints } from "../../../corpus/address.ts";
import { annualModule } from "../../../crawler/portals/annual-module.ts";
import { buildPage, listReports, nameReports, walkPortal } from "./walk-portal.ts";

const host = "http://www.qingshan.gov.test";
const row = (path: string): string =>
  `<li><a href="${path}" title="某镇年报 ${path}">年报</a><span>2024-01-15</span></li>`;
const full = (paths: readonly string[]): readonly string[] => paths.map((path) => `${host}${path}`);
const query = ({ url }: PageRequest): URLSearchParams => new URL(url).searchParams;
const pick = (paths: readonly string[], page: number, size: number): readonly string[] =>
  paths.slice((page - 1) * size, page * size);

describe("Hanweb dataproxy", () => {
  const reports = nameReports(47, (at) => `/art/2024/1/15/art_report_${at}.html`);
  const shell = `<div id="777"></div><script>new jpage({startrecord:1,endrecord:45,perpage:15,
    proxyUrl:'/module/web/jpage/dataproxy.jsp?col=1&appid=1&webid=3&columnid=1229114055&unitid=4321'});</script>`;
  const xml = (paths: readonly string[], total: number): string =>
    `<?xml version="1.0"?><datastore><totalrecord>${total}</totalrecord><recordset>${paths
      .map((path) => `<record><![CDATA[${row(path)}]]></record>`)
      .join("")}</recordset></datastore>`;
  const serve = (slice: (asked: URLSearchParams) => readonly string[]) => (request: PageRequest) =>
    request.url.includes("dataproxy") ? xml(slice(query(request)), reports.length) : shell;

  it("walks a server that honours records", () => {
    const walk = walkPortal(
      `${host}/col/col1229114055/index.html`,
      serve((asked) =>
        reports.slice(Number(asked.get("startrecord")) - 1, Number(asked.get("endrecord"))),
      ),
    );
    expect(listReports(walk)).toEqual(full(reports));
    expect(walk.requests).toHaveLength(5);
    expect(query(walk.requests[1] as PageRequest).get("unitid")).toBe("4321");
  });

  it("walks a server that ignores records and honours the page", () => {
    const walk = walkPortal(
      `${host}/col/col1/index.html`,
      serve((asked) => pick(reports, Number(asked.get("page")), 15)),
    );
    expect(listReports(walk)).toEqual(full(reports));
  });

  it("walks a server with a cap below what is asked for", () => {
    const walk = walkPortal(
      `${host}/col/col1/index.html`,
      serve((asked) =>
        pick(reports, Number(asked.get("page")), Math.min(10, Number(asked.get("perpage")))),
      ),
    );
    expect(listReports(walk)).toEqual(full(reports));
  });

  it("stops at a server that always answers its first page", () => {
    const walk = walkPortal(
      `${host}/col/col1/index.html`,
      serve(() => reports.slice(0, 15)),
    );
    expect(walk.requests).toHaveLength(3);
  });

  it("reads the records and the next group that lie in the page", () => {
    const answer = (request: PageRequest): string => {
      const page = Number(query(request).get("page") ?? 0);
      const group = `<nextgroup><![CDATA[<a href="/module/web/jpage/dataproxy.jsp?page=1&webid=x1&columnid=c9&unitid=u7"></a>]]></nextgroup>`;
      const part = request.url.includes("dataproxy")
        ? pick(reports, page, 15)
        : reports.slice(0, 15);
      const records = part.map((path) => `<record><![CDATA[${row(path)}]]></record>`).join("");
      return `<script type="text/xml"><datastore>${part.length > 0 ? group : ""}<recordset>${records}</recordset></datastore></script>`;
    };
    expect(listReports(walkPortal(`${host}/col/col1/index.html`, answer))).toEqual(full(reports));
  });
});

describe("Hanweb search", () => {
  it("posts for page after page and drops papers of other columns", () => {
    const own = nameReports(25, (at) => `/art/2024/1/9/art_1229_report${at}.html`);
    const bodies: string[] = [];
    const answer = ({ url, body }: PageRequest): string => {
      if (!url.includes("search.jsp"))
        return `<script>var infotypeId='A0203';var jdid='3';var area='11370883004326403Q';load("/module/xxgk/search.jsp");</script>`;
      bodies.push(body ?? "");
      const page = Number(new URLSearchParams(body ?? "").get("currpage"));
      const foreign = `<tr><td><a href="/art/2024/1/9/art_777_${page}.html">某镇会议纪要</a></td></tr>`;
      return `<table>${pick(own, page, 10)
        .map((path) => `<tr><td><a href="${path}">文件</a></td></tr>`)
        .join("")}${foreign}</table>共3页`;
    };
    const walk = walkPortal(`${host}/col/col1229/index.html`, answer);
    expect(listReports(walk)).toEqual(full(own.map((path) => path)));
    expect(walk.items.filter(({ url }) => url.includes("art_777"))).toEqual([]);
    expect(bodies[0]).toContain("area=11370883004326403Q");
    expect(walk.requests[1]?.headers["Content-Type"]).toBe("application/x-www-form-urlencoded");
  });
});

describe("annual module", () => {
  it("computes every organisation in every year", () => {
    const page = `<select name="area"><option value="11370883004326403Q">青石镇人民政府</option><option value="113708290043337186">县教育局</option></select>
      <select name="fbtime"><option value="2023">2023</option><option value="2022">2022</option></select>`;
    const walk = walkPortal(
      `${host}/module/xxgk/xxgkAnnualReport.jsp?area=11370883004326403Q&fbtime=2023`,
      ({ url }) => (url.includes("fbtime=2023&area") || walkPortal.length === 0 ? "" : page),
    );
    const asked = new Set(walk.requests.map(({ url }) => url));
    for (const area of ["11370883004326403Q", "113708290043337186"])
      for (const year of [2022, 2023])
        expect([...asked]).toContain(
          `${host}/module/xxgk/xxgkAnnualReport.jsp?area=${area}&fbtime=${year}`,
        );
  });

  it("computes them where the menu leads straight to the module", () => {
    const page = buildPage(
      `${host}/module/xxgk/xxgkAnnualReport.jsp?area=11370883004326403Q`,
      `<select name="area"><option value="11370883004326403Q">青石镇人民政府</option></select>
      <select name="fbtime"><option value="2023">2023年</option></select>`,
      { role: "report", hints: { ...noHints, text: "政府信息公开年报" } },
    );
    const list = annualModule.readList(page).more;
    expect(list.map(({ request }) => request.url)).toEqual([`${page.url}&fbtime=2023`]);
    // The report itself prints the same choice and computes nothing more.
    const [report] = list;
    expect(report && annualModule.readList({ ...page, ...report }).more).toEqual([]);
  });
});

describe("JPaaS", () => {
  it("asks for the units of a page by paramJson until the last page", () => {
    const reports = nameReports(31);
    const answer = (request: PageRequest): string => {
      if (!request.url.includes("build/unit"))
        return `<script src="unitbuild.js" url="/api-gateway/jpaas-publish-server/front/page/build/unit" queryData="{'webId':'w1','pageId':'p2','tplSetId':'t3','tagId':'列表','parseType':'bulidstatic'}"></script>`;
      const { pageNo = 1 } = JSON.parse(query(request).get("paramJson") ?? "{}") as {
        pageNo?: number;
      };
      const html = `<ul>${pick(reports, pageNo, 15).map(row).join("")}</ul><div class="pagination" rows="15" count="3"></div>`;
      return JSON.stringify({ code: "200", data: { html } });
    };
    const walk = walkPortal(`${host}/zfxxgk/zfxxgknb/index.html`, answer);
    expect(listReports(walk)).toEqual(full(reports));
    expect(walk.requests).toHaveLength(4);
    expect(query(walk.requests[1] as PageRequest).get("tagId")).toBe("列表");
  });
});

describe("UCAP", () => {
  it.each([
    [20, null, 4],
    [12, null, 5],
    [12, 45, 5],
  ])("asks for a channel's JSON to its end: %i rows a page, total %s", (most, total, requests) => {
    const reports = nameReports(
      45,
      (at) => `/site/c112945/202401/report${String(at).padStart(26, "0")}.shtml`,
    );
    const answer = (request: PageRequest): string => {
      if (!request.url.includes("/search/"))
        return `<div id="UCAP-CONTENT"></div><script>var channelId = "5f3a9c"; $.get("/common/search/" + channelId);</script>`;
      const page = Number(query(request).get("page"));
      const results = pick(reports, page, most).map((url) => ({
        title: "某镇年报",
        url,
        publishedTimeStr: "2024-01-15 10:00:00",
      }));
      return JSON.stringify({
        data: { results, rows: results.length, ...(total !== null && { total }) },
      });
    };
    const walk = walkPortal(`${host}/site/c112945/list.shtml`, answer);
    expect(listReports(walk)).toEqual(full(reports));
    expect(walk.requests).toHaveLength(requests);
    expect(walk.items.find(({ url }) => url.includes("report"))?.listed).toBe("2024-01-15");
  });
});

describe("LonSun", () => {
  it("asks for the label's pages by the ids of the page", () => {
    const reports = nameReports(34, (at) => `/public/content/report${at}`);
    const answer = (request: PageRequest): string => {
      if (!request.url.includes("/site/label/8888"))
        return `<script>var params={labelName:'publicInfoList',siteId:6795621,organId:12731,catId:6716621,pageSize:15};get("/site/label/8888",params)</script>`;
      return `<ul>${pick(reports, Number(query(request).get("pageIndex")), 15)
        .map(row)
        .join("")}</ul><script>page({pageCount: 3})</script>`;
    };
    const walk = walkPortal(`${host}/public/column/12731?type=4`, answer);
    expect(listReports(walk)).toEqual(full(reports));
    expect(query(walk.requests[1] as PageRequest).get("organId")).toBe("12731");
  });
});

describe("EWB", () => {
  const reports = nameReports(50);
  const serve =
    (first: number, most: number) =>
    ({ url, body }: PageRequest): string => {
      if (!url.includes("getgovinfolist"))
        return `<script src="/EWB-FRONT/js/webBuilderCommon.js"></script><script>var siteInfo={siteGuid:"7eb5f7f1-9041",projectName:"EWB-FRONT"};var deptcode="014001";var categorynum="002005"</script>`;
      const { pageIndex = 0, pageSize = 20 } = JSON.parse(body ?? "{}") as {
        pageIndex?: number;
        pageSize?: number;
      };
      const size = Math.min(pageSize, most);
      const data = pick(reports, Math.max(1, pageIndex + 1 - first), size).map((infourl) => ({
        title: "某局年报",
        infourl,
        infodate: "2024-01-15",
      }));
      return JSON.stringify({ custom: { total: reports.length, data } });
    };

  it.each([
    [0, 20],
    [1, 20],
    [0, 12],
    [1, 12],
  ])("posts JSON to a server whose first page is %i, with %i rows at most", (first, most) => {
    const walk = walkPortal(`${host}/xxgk/nb.html`, serve(first, most));
    expect(listReports(walk)).toEqual(full(reports));
    expect(JSON.parse(walk.requests[1]?.body ?? "")).toMatchObject({
      deptcode: "014001",
      categorynum: "002005",
      siteGuid: "7eb5f7f1-9041",
    });
  });
});

describe("truecms", () => {
  it.each([50, 20, 10])("reads JSONP with Referer from a host that gives %i at most", (most) => {
    const reports = nameReports(47);
    const column = `${host}/nbxx/index.html`;
    const answer = (request: PageRequest): string | null => {
      if (!request.url.includes("getMessage.do"))
        return `<script>new page({proxyUrl:'/truecms/messageController/getMessage.do?columnId=c42',perpage:20})</script>`;
      if (request.headers["Referer"] !== column) return null;
      const start = Number(query(request).get("startrecord")) - 1;
      const size = Math.min(most, Number(query(request).get("perpage")));
      const records = reports
        .slice(start, start + size)
        .map((path) => `<record><![CDATA[${row(path)}]]></record>`)
        .join("");
      return `${query(request).get("callback")}(${JSON.stringify(`<datastore><totalrecord>47</totalrecord><recordset>${records}</recordset></datastore>`)})`;
    };
    expect(listReports(walkPortal(column, answer))).toEqual(full(reports));
  });
});

describe("IGS", () => {
  it("asks the portal's own search for the reports", () => {
    const reports = nameReports(23);
    const answer = (request: PageRequest): string => {
      if (!request.url.includes("search.jhtml"))
        return `<form action="/igs/front/search"><script>var code="a1b2";var siteId=67;</script></form>`;
      expect(query(request).get("searchWord")).toBe("政府信息公开工作年度报告");
      const content = pick(reports, Number(query(request).get("pageNumber")), 20).map((url) => ({
        url,
        title: "某局<em>年报</em>",
      }));
      return JSON.stringify({ page: { content } });
    };
    const walk = walkPortal(`${host}/`, answer);
    expect(listReports(walk)).toEqual(full(reports));
    expect(walk.items.at(-1)?.text).toBe("某局年报");
  });
});
