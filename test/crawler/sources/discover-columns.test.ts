import { afterEach, describe, expect, it } from "vitest";
import { loadGazetteer } from "../../../corpus/divisions/load-gazetteer.ts";
import {
  type DiscoveryProgress,
  discoverColumns,
} from "../../../crawler/sources/discover-columns.ts";
import { demoDivisions } from "../../../demo/list-demo.ts";
import { writeAnswer } from "../http/fetch-from.ts";
import { openSmallPortal, type Pages, type SmallPortal, writePage } from "./open-small-portal.ts";

const host = "http://www.qingshan.gov.test";
const gazetteer = loadGazetteer([demoDivisions]);
let portal: SmallPortal | undefined;
afterEach(async () => {
  await portal?.close();
  portal = undefined;
});

async function discover(pages: Pages, entry = `${host}/`) {
  portal = await openSmallPortal(pages);
  const progress: DiscoveryProgress[] = [];
  const onProgress = (step: DiscoveryProgress) => progress.push(step);
  const discovery = await discoverColumns(entry, { ...portal.deps, gazetteer, onProgress });
  return { discovery, progress, portal, asked: portal.heard.map(({ path }) => path) };
}

const home = writePage("青山县人民政府门户网站", [
  ["/zwgk/", "政务公开"],
  ["/zwgk/zfxxgk/", "政府信息公开"],
  ["/bsfw/", "办事服务"],
  ["/fzzf/fzzfndbg/", "法治政府建设年度报告"],
]);
const column = writePage("政府信息公开年报", [
  ["/zwgk/zfxxgknb/202401/t20240119_1.html", "青山县2023年政府信息公开工作年度报告"],
  ["/zwgk/zfxxgknb/202301/t20230118_2.html", "青山县2022年政府信息公开工作年度报告"],
]);
const small: Pages = {
  "/": home,
  "/zwgk/": writePage("政务公开", [["/zwgk/zfxxgk/", "政府信息公开"]]),
  "/zwgk/zfxxgk/": writePage("政府信息公开", [
    ["/zwgk/zfxxgknb/", "政府信息公开年报"],
    ["/zwgk/xzjd/", "乡镇街道"],
  ]),
  "/zwgk/xzjd/": writePage("乡镇街道", [["/qsz/zfxxgknb/", "落霞镇政府信息公开年报"]]),
  "/zwgk/zfxxgknb/": column,
  "/qsz/zfxxgknb/": writePage("政府信息公开年报", [
    ["/qsz/zfxxgknb/202401/t20240120_3.html", "落霞镇2023年政府信息公开工作年度报告"],
  ]),
};

describe("discoverColumns", () => {
  it("finds the columns of a portal, with what they show and how they were reached", async () => {
    const { discovery, asked, progress } = await discover(small);
    expect(discovery).toMatchObject({
      entry: `${host}/`,
      title: "青山县人民政府",
      family: "trs",
      division: { code: "990121" },
      failures: [],
      isWhole: true,
    });
    expect(discovery.columns).toMatchObject([
      {
        url: `${host}/zwgk/zfxxgknb/`,
        text: "政府信息公开年报",
        via: `${host}/zwgk/zfxxgk/`,
        steps: 2,
        score: 100,
        years: [2023, 2022],
        reports: 2,
        family: "trs",
      },
      {
        url: `${host}/qsz/zfxxgknb/`,
        via: `${host}/zwgk/xzjd/`,
        steps: 3,
        years: [2023],
        agency: "落霞镇人民政府",
        division: { code: "990121101" },
      },
    ]);
    expect(asked[0]).toBe("/robots.txt");
    expect(new Set(asked).size).toBe(asked.length);
    expect(asked).not.toContain("/bsfw/");
    expect(progress.map(({ pages }) => pages)).toEqual(progress.map((_, at) => at));
  });

  it("keeps the pause of the host between all its requests, and a longer one that robots.txt asks for", async () => {
    const robots = "User-agent: *\nCrawl-delay: 12\n";
    const { portal, asked } = await discover({ ...small, "/robots.txt": robots });
    expect(portal.waits).toHaveLength(asked.length - 1);
    expect(Math.min(...portal.waits)).toBeGreaterThanOrEqual(12_000);
  });

  it("asks for nothing that robots.txt forbids, and says so", async () => {
    const robots = "User-agent: *\nDisallow: /zwgk/xzjd/\n";
    const { discovery, asked } = await discover({ ...small, "/robots.txt": robots });
    expect(asked).not.toContain("/zwgk/xzjd/");
    expect(discovery.failures).toMatchObject([{ url: `${host}/zwgk/xzjd/`, failure: "robots" }]);
    expect(discovery.columns.map(({ url }) => url)).toEqual([`${host}/zwgk/zfxxgknb/`]);
  });

  it("asks for nothing where robots.txt cannot be read", async () => {
    const broken = writeAnswer("", { status: "503 Service Unavailable" });
    await expect(discover({ ...small, "/robots.txt": broken })).rejects.toMatchObject({
      failure: "robots-unreachable",
    });
    expect(portal?.heard.map(({ path }) => path)).toEqual(["/robots.txt"]);
  });

  it("stops at a challenge, with what was found until then", async () => {
    const challenge = writeAnswer("<script>var $_ts = {};</script>", {
      status: "412 Precondition Failed",
    });
    const { discovery, asked } = await discover({ ...small, "/zwgk/zfxxgk/": challenge });
    expect(discovery.failures).toMatchObject([
      { failure: "challenge", message: expect.stringContaining("proof of a person") },
    ]);
    expect(discovery).toMatchObject({ isWhole: false, columns: [] });
    expect(asked.at(-1)).toBe("/zwgk/zfxxgk/");
    await portal?.close();
    await expect(discover({ "/": challenge })).rejects.toMatchObject({ failure: "challenge" });
  });

  it("goes three steps and no further", async () => {
    const { discovery, asked } = await discover({
      "/": writePage("首页", [["/a/zwgk/", "政务公开"]]),
      "/a/zwgk/": writePage("政务公开", [["/b/zwgk/", "信息公开目录"]]),
      "/b/zwgk/": writePage("信息公开", [
        ["/c/zwgk/", "政府信息公开"],
        ["/b/zfxxgknb/", "政府信息公开年报"],
      ]),
      "/b/zfxxgknb/": column,
      "/c/zwgk/": writePage("政府信息公开", [["/d/zfxxgknb/", "政府信息公开年报"]]),
    });
    expect(discovery.columns.map(({ url, steps }) => [url, steps])).toEqual([
      [`${host}/b/zfxxgknb/`, 3],
    ]);
    expect(asked).not.toContain("/c/zwgk/");
  });

  it("asks for 200 pages at most, the most promising first", async () => {
    const towns = Array.from({ length: 400 }, (_, at) => [`/zwgk/t${at}/`, `第${at}镇`] as const);
    const pages = Object.fromEntries(
      towns.map(([path, words]) => [path, writePage(words, [["/zwgk/xzjd/", "乡镇街道"]])]),
    );
    const list = writePage("乡镇街道", [...towns, ["/zwgk/zfxxgknb/", "政府信息公开年报"]]);
    const { discovery, asked } = await discover({
      ...pages,
      "/": writePage("青山县人民政府", [["/zwgk/xzjd/", "乡镇街道"]]),
      "/zwgk/xzjd/": list,
      "/zwgk/zfxxgknb/": column,
    });
    expect(discovery).toMatchObject({ pages: 200, isWhole: false });
    expect(asked.slice(0, 4)).toEqual(["/robots.txt", "/", "/zwgk/xzjd/", "/zwgk/zfxxgknb/"]);
    expect(asked).toHaveLength(201);
  });

  it("keeps to the hosts of the entry, and follows redirects within them", async () => {
    const move = (to: string) =>
      writeAnswer("", { status: "302 Found", fields: [`Location: ${to}`] });
    const { discovery } = await discover({
      "/": writePage("青山县人民政府", [
        ["http://www.stranger.gov.test/zfxxgknb/", "政府信息公开年报"],
        ["/old/zfxxgknb/", "政府信息公开年报"],
        ["/older/zfxxgknb/", "政府信息公开工作年度报告"],
        ["/lost/zfxxgknb/", "政府信息公开年报"],
      ]),
      "/old/zfxxgknb/": move("http://xxgk.qingshan.gov.test/zfxxgknb/"),
      "/older/zfxxgknb/": `<meta http-equiv="refresh" content="0;url=/old/zfxxgknb/">`,
      "/lost/zfxxgknb/": move("http://www.stranger.gov.test/"),
      "//xxgk.qingshan.gov.test/zfxxgknb/": column,
    });
    expect(discovery.columns.map(({ url }) => url)).toEqual([
      "http://xxgk.qingshan.gov.test/zfxxgknb/",
    ]);
    expect(discovery.failures).toMatchObject([{ failure: "out-of-scope" }]);
    expect(portal?.heard.map(({ headers }) => headers["host"])).not.toContain(
      "www.stranger.gov.test",
    );
  });

  it("tells an entry that leads to a stranger from one that is a column itself", async () => {
    const move = writeAnswer("", {
      status: "301 Moved",
      fields: ["Location: http://www.stranger.gov.test/"],
    });
    await expect(discover({ "/": move })).rejects.toMatchObject({ failure: "domain-lost" });
    await portal?.close();
    const { discovery } = await discover(small, `${host}/zwgk/zfxxgknb/`);
    expect(discovery.columns).toMatchObject([
      { url: `${host}/zwgk/zfxxgknb/`, via: null, steps: 0, years: [2023, 2022] },
    ]);
    expect(discovery.pages).toBe(1);
  });

  it("takes a page of computed addresses for a column where it is called one", async () => {
    const module = "/module/xxgk/xxgkAnnualReport.jsp?area=1199";
    const { discovery } = await discover({
      "/": writePage("青山县人民政府", [[module, "政府信息公开年报"]]),
      [module]: writePage("年报", [[`${module}&fbtime=2023`, "2023年"]]),
    });
    expect(discovery.columns).toMatchObject([
      { url: `${host}${module}`, family: "annual-module", years: [2023] },
    ]);
  });

  it("looks into frames", async () => {
    const { discovery } = await discover({
      "/": writePage("青山县人民政府", [], `<iframe src="/frame.html"></iframe>`),
      "/frame.html": writePage("", [["/zwgk/zfxxgknb/", "政府信息公开年报"]]),
      "/zwgk/zfxxgknb/": column,
    });
    expect(discovery.columns).toMatchObject([{ steps: 1, via: `${host}/frame.html` }]);
  });
});
