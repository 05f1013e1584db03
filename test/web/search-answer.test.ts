import { load, type CheerioAPI } from "cheerio";
import { describe, expect, test } from "vitest";
import type { SearchQuery } from "../../search/query.ts";
import type { Hit, SearchResult } from "../../search/search-result.ts";
import { createApp } from "../../server/app.ts";
import type { AppDeps } from "../../server/app-deps.ts";
import { searchFixtures } from "../server/fixture-search.ts";
import { buildDeps } from "../server/fixtures.ts";

const countyId = "980102-1f3a9c2e-2024";

async function loadPage(path: string, changes: Partial<AppDeps> = {}): Promise<CheerioAPI> {
  const app = createApp(buildDeps(changes));
  const response = await app.request(path, { headers: { accept: "text/html" } });
  return load(await response.text());
}

const answer = (change: (result: SearchResult) => Partial<SearchResult>) => ({
  search: async (query: SearchQuery) => {
    const result = searchFixtures(query);
    return { ...result, ...change(result) };
  },
});

const readAddress = ($: CheerioAPI, selector: string) =>
  decodeURIComponent($(selector).first().attr("href") ?? "");
const texts = ($: CheerioAPI, selector: string) =>
  $(selector)
    .toArray()
    .map((element) => $(element).text());

describe("hits", () => {
  test("are reports unless the address asks for every section; one state has one address", async () => {
    const asked: SearchQuery["group"][] = [];
    const search = async (query: SearchQuery) => {
      asked.push(query.group);
      return searchFixtures(query);
    };
    const grouped = await loadPage("/?q=行政处罚&year=2024", { search });
    const spelled = await loadPage("/?q=行政处罚&year=2024&group=report", { search });
    const each = await loadPage("/?group=none&q=行政处罚&year=2024", { search });
    expect(asked).toEqual(["report", "report", "none"]);
    expect([grouped, spelled, each].map(($) => $(".hit").length)).toEqual([1, 1, 2]);
    const canonical = [grouped, spelled, each].map(($) => readAddress($, "link[rel=canonical]"));
    expect(canonical).toEqual([
      "/?q=行政处罚&year=2024",
      "/?q=行政处罚&year=2024",
      "/?q=行政处罚&year=2024&group=none",
    ]);
    expect(texts(grouped, ".groups [aria-current]")).toEqual(["按报告"]);
    expect(readAddress(grouped, "#group-none")).toBe(canonical[2]);
    expect(readAddress(each, "#group-report")).toBe(canonical[0]);
  });

  test("keep to every section in all links and forms, and never in a feed", async () => {
    const $ = await loadPage("/?q=行政处罚&group=none");
    expect(readAddress($, "#facet-year-2024")).toBe("/?q=行政处罚&year=2024&group=none");
    expect(readAddress($, "#sort-oldest")).toBe("/?q=行政处罚&sort=oldest&group=none");
    expect($("form[role=search] input[name=group]").attr("value")).toBe("none");
    for (const path of ["/?q=行政处罚&group=none", "/?q=行政处罚"]) {
      const page = await loadPage(path);
      expect(readAddress(page, "a[rel=alternate]")).toBe("/feed.atom?q=行政处罚");
    }
  });

  test("lead to the other passages of their report, by the headings", async () => {
    const $ = await loadPage("/?q=行政处罚&year=2024");
    expect($(".hit-more summary").text()).toBe("本报告另有 1 处");
    const link = $(".hit-more a");
    expect([link.text(), decodeURIComponent(link.attr("href") ?? "")]).toEqual([
      "五、存在的主要问题及改进情况",
      `/reports/${countyId}?q=行政处罚#p5`,
    ]);
    const report = await loadPage(link.attr("href") ?? "");
    expect(report("#p5").text()).toBe("行政处罚");
    const each = await loadPage("/?q=行政处罚&year=2024&group=none");
    expect(each(".hit-more").length).toBe(0);
  });

  test("that lack a word follow behind a line, say what they lack and are not counted", async () => {
    const $ = await loadPage("/?q=行政处罚 不足&group=none");
    expect($("#result-summary").text()).toBe("找到 1 个章节");
    const parts = $(".results-main > .hits, .relaxed-divider").toArray();
    expect(parts.map((part) => part.name)).toEqual(["ol", "p", "ol"]);
    expect($(parts[0]).find(".hit").length).toBe(1);
    expect($(parts[0]).find(".hit-missing").length).toBe(0);
    expect($(parts[1]).text().trim()).toBe("以下只含部分词语");
    expect($(parts[2]).attr("start")).toBe("2");
    expect($(parts[2]).find(".hit").length).toBe($(parts[2]).find(".hit-missing").length);
    expect($(parts[2]).find(".hit-missing").first().text()).toBe("缺：不足");
  });

  test("that are all relaxed are told by the notice, without a line", async () => {
    const $ = await loadPage("/?q=行政处罚 飞碟");
    expect($(".relaxed-divider").length).toBe(0);
    expect($(".result-summary .notice").length).toBe(1);
    expect($(".hit-missing").first().text()).toBe("缺：飞碟");
  });

  test("that hold other words only say so", async () => {
    const relax = (hit: Hit): Hit => ({ ...hit, relaxed: true });
    const $ = await loadPage(
      "/?q=行政处罚",
      answer(({ hits }) => ({ hits: hits.map(relax), relaxed: true })),
    );
    expect($(".hit-missing").first().text()).toBe("没有原词，有相近的说法");
  });

  test("in the order of a number show it, and lead to its cell", async () => {
    const $ = await loadPage("/?sort=-fact:disclosure.permits.decisions");
    const value = $(".hit-value").first();
    expect(value.text()).toBe("行政许可·本年处理决定数量：1,940");
    const address = value.find("a").attr("href") ?? "";
    expect(address).toBe(`/reports/${countyId}#f-disclosure-permits-decisions`);
    const report = await loadPage(address);
    expect(report("#f-disclosure-permits-decisions").text()).toContain("1940");
    expect($(".hit-value").last().text()).toBe("行政许可·本年处理决定数量：无此数");
    expect((await loadPage("/?sort=newest"))(".hit-value").length).toBe(0);
  });
});

describe("the reading of a query", () => {
  test("is shown as chips that keep the rest of the state, and what could not be read is quoted", async () => {
    const $ = await loadPage("/?q=行政处罚 -败诉 region:火星&sort=newest&page=2&group=none");
    expect(readAddress($, ".query-chips .chip-excluded")).toBe(
      "/?q=行政处罚+region:火星&sort=newest&group=none",
    );
    expect($(".query-problems li").first().text()).toContain("地名录里没有“火星”");
    expect($(".query-place mark").text()).toBe("火星");
  });

  test("says what was searched in place of the words, marks that, and leads back to them", async () => {
    const $ = await loadPage("/?q=青和县&year=2024");
    expect($(".results-main > .notice").text()).toBe(
      "没有找到“青和县”，已改为检索“青禾县”。仍按原词检索",
    );
    expect($("#result-summary").text()).toContain("已改为检索“青禾县”，找到");
    expect($("#search-input").attr("value")).toBe("青和县");
    expect(readAddress($, ".hit-title a")).toContain("?q=青禾县#");
    const back = readAddress($, ".notice a");
    expect(back).toBe("/?q=青和县&year=2024&verbatim=1");
    const typed = await loadPage(back);
    expect([typed(".results-main > .notice").length, typed(".hit").length]).toEqual([0, 0]);
    expect(typed("form[role=search] input[name=verbatim]").length).toBe(0);
  });

  test("offers other words where the typed ones were found", async () => {
    const correction = {
      from: "不足",
      to: "不足之处",
      query: "青禾县 不足之处",
      applied: false,
      reason: "slip",
    } as const;
    const $ = await loadPage(
      "/?q=青禾县 不足&year=2024&verbatim=1",
      answer(() => ({ correction })),
    );
    expect($(".did-you-mean").text()).toBe("您是不是要找：青禾县 不足之处");
    expect(readAddress($, ".did-you-mean a")).toBe("/?q=青禾县+不足之处&year=2024");
    expect($("#result-summary").text()).toMatch(/^找到/);
  });

  test("offers the places that it names, in place of their names where these stand alone", async () => {
    const $ = await loadPage("/?q=青禾县 行政处罚&year=2024");
    expect($(".place-links").text()).toBe("限定地区：青禾县（澜川省 临湖市）");
    expect(readAddress($, ".place-links a")).toBe("/?q=行政处罚&region=980102&year=2024");
    const place = { code: "980102", name: "青禾县", path: [], typed: "青禾", without: "行政处罚" };
    const within = await loadPage(
      "/?q=青禾行政处罚&region=98",
      answer(() => ({ places: [place] })),
    );
    expect(readAddress(within, ".place-links a")).toBe("/?q=行政处罚&region=980102");
    const chosen = await loadPage("/?q=青禾县&region=980102");
    expect(chosen(".place-links").length).toBe(0);
  });

  test("offers several places together, and each by itself, without any of their names", async () => {
    const shared = { path: [], without: "行政处罚" };
    const places = [
      { code: "980102", name: "青禾县", typed: "青禾县", ...shared },
      { code: "980203", name: "白石县", typed: "白石", ...shared },
      { code: "980304", name: "白石镇", typed: "白石", ...shared },
    ];
    const $ = await loadPage(
      "/?q=青禾县和白石的行政处罚",
      answer(() => ({ places })),
    );
    const links = $(".place-links a")
      .toArray()
      .map((link) => [$(link).text(), decodeURIComponent($(link).attr("href") ?? "")]);
    expect(links).toEqual([
      ["青禾县或白石县或白石镇", "/?q=行政处罚&region=980102&region=980203&region=980304"],
      ["青禾县", "/?q=行政处罚&region=980102"],
      ["白石县", "/?q=行政处罚&region=980203"],
      ["白石镇", "/?q=行政处罚&region=980304"],
    ]);
  });

  test("does not offer a place together with one within it, or with its namesakes", async () => {
    const places = [
      { code: "980102", name: "青禾县", path: [], typed: "青禾县", without: "白石镇" },
      { code: "980102101", name: "白石镇", path: [], typed: "白石镇", without: "" },
      { code: "980102102", name: "白石乡", path: [], typed: "白石镇", without: "" },
    ];
    const $ = await loadPage(
      "/?q=青禾县白石镇",
      answer(() => ({ places })),
    );
    expect(
      $(".place-links a")
        .toArray()
        .map((link) => $(link).text()),
    ).toEqual(["青禾县", "白石镇", "白石乡"]);
  });

  test("is that of the words that took the place of others", async () => {
    const $ = await loadPage("/?q=青和县 region:火星 -败诉");
    expect(readAddress($, ".query-chips .chip-excluded")).toBe("/?q=青禾县+region:火星");
    expect($(".query-place").text()).toBe("青禾县 region:火星 -败诉");
  });

  test("offers the places of the words that were searched", async () => {
    const $ = await loadPage("/?q=青和县 行政处罚");
    expect(readAddress($, ".place-links a")).toBe("/?q=行政处罚&region=980102");
  });
});

describe("pages", () => {
  test("of reports are followed one by one, without a number of pages", async () => {
    const first = await loadPage("/?sort=newest&size=2");
    expect(texts(first, ".pager a")).toEqual(["下一页"]);
    expect(first(".pager-here").text()).toBe("第 1 页");
    expect(readAddress(first, ".pager [rel=next]")).toBe("/?sort=newest&page=2&size=2");
    const last = await loadPage("/?sort=newest&page=3&size=2");
    expect(texts(last, ".pager a")).toEqual(["上一页"]);
    expect(last(".pager").text()).toContain("第 3 页");
    expect(last(".hits").attr("start")).toBe("5");
    expect((await loadPage("/?size=50&sort=newest"))(".pager").length).toBe(0);
  });

  test("of reports that are not there lead back without telling how many there are", async () => {
    const $ = await loadPage("/?q=行政处罚&page=9");
    expect($(".empty").text()).toContain("没有第 9 页");
    expect($(".empty").text()).not.toContain("结果共");
    expect($(".pager").length).toBe(0);
  });

  test("of words that took the place of others are asked for by these", async () => {
    const $ = await loadPage("/?q=青和县&size=2");
    expect(readAddress($, ".pager [rel=next]")).toBe("/?q=青禾县&page=2&size=2");
  });
});
