import { load, type CheerioAPI } from "cheerio";
import { describe, expect, test } from "vitest";
import { searchQuerySchema } from "../../search/query.ts";
import type { Hit, SearchResult } from "../../search/search-result.ts";
import { createApp } from "../../server/app.ts";
import type { AppDeps } from "../../server/app-deps.ts";
import { searchFixtures } from "../server/fixture-search.ts";
import { buildDeps, holdings } from "../server/fixtures.ts";

async function loadPage(path: string, changes: Partial<AppDeps> = {}): Promise<CheerioAPI> {
  const app = createApp(buildDeps(changes));
  const response = await app.request(path, { headers: { accept: "text/html" } });
  return load(await response.text());
}

const answer = (changes: Partial<SearchResult>) => ({
  search: async (query: Parameters<AppDeps["search"]>[0]) => ({
    ...searchFixtures(query),
    ...changes,
  }),
});

const texts = ($: CheerioAPI, selector: string) =>
  $(selector)
    .toArray()
    .map((element) => $(element).text());

describe("the start page", () => {
  test("tells what is held, offers examples and the newest reports", async () => {
    const $ = await loadPage("/");
    expect($(".figures").text()).toContain("2017–2024");
    expect($(".examples a").length).toBeGreaterThan(3);
    expect($(".newest-list > li").length).toBe(6);
    expect($(".browse a[href='/?region=98']").text()).toContain("澜川省");
  });

  test("of an empty corpus says how to fill it", async () => {
    const empty = { ...holdings, demoReports: 0, reports: 0, oldestYear: null, newestYear: null };
    const $ = await loadPage("/", {
      loadHoldings: async () => empty,
      loadNewest: async () => [],
      ...answer({ facets: {} }),
    });
    expect($(".hero").text()).toContain("gongkai import");
  });
});

describe("a name that many places bear", () => {
  test("is all of them, and leaves room to choose more", async () => {
    const codes = Array.from({ length: 88 }, (_, at) => String(980_000_100 + at));
    const asked: (readonly string[])[] = [];
    const changes: Partial<AppDeps> = {
      resolveRegion: async (value) => (value === "城关镇" ? codes : [value]),
      search: async (query) => {
        asked.push(query.region);
        return searchFixtures(query);
      },
    };
    await loadPage("/?q=行政处罚&region=城关镇", changes);
    const chosen = [...codes, "98"].map((code) => `&region=${code}`).join("");
    await loadPage(`/?q=行政处罚${chosen}`, changes);
    expect(asked).toEqual([codes, [...codes, "98"]]);
  });
});

describe("every page", () => {
  test.each(["/", "/?q=行政处罚", "/reports/980102-1f3a9c2e-2024", "/nothing"])(
    "at %s has one search box, and the banner while the demonstration is loaded",
    async (path) => {
      const $ = await loadPage(path);
      expect($("form[role=search] input[name=q]").length).toBe(1);
      expect($(".demo-banner").text()).toContain("示例数据");
      const real = await loadPage(path, {
        loadHoldings: async () => ({ ...holdings, demoReports: 0 }),
      });
      expect(real(".demo-banner").length).toBe(0);
    },
  );
});

describe("results", () => {
  test("mark the words, name the place and lead to the passage with the words kept", async () => {
    const $ = await loadPage("/?q=行政处罚&year=2024&group=none");
    expect(texts($, ".hit-snippet mark")).toEqual(["行政处罚", "行政处罚"]);
    const first = $(".hit").first();
    expect(first.find(".region-path").text()).toBe("澜川省临湖市青禾县");
    expect(first.find("h2 a").attr("href")).toBe(
      `/reports/980102-1f3a9c2e-2024?q=${encodeURIComponent("行政处罚")}#p1`,
    );
    expect(first.find(".section-chip").text()).toBe("总体情况");
    expect(first.find(".hit-foot").text()).toContain("2025年1月24日");
    expect(first.find(".source-link").attr("href")).toMatch(/^https:\/\/www\.qinghe\.example/);
  });

  test("keep the lines of a snippet apart, and mark nothing but the words in it", async () => {
    const snippet = "规章  0\n行政处罚  212\n行政强制  17";
    const { hits } = searchFixtures(searchQuerySchema.parse({ q: "行政处罚" }));
    const hit = { ...hits[0], snippet, marks: [{ start: 6, end: 10 }] } as Hit;
    const $ = await loadPage("/?q=行政处罚", answer({ hits: [hit] }));
    expect($(".hit-snippet").text()).toBe("规章  0 | 行政处罚  212 | 行政强制  17");
    expect($(".hit-snippet mark").text()).toBe("行政处罚");
  });

  test("show every filter as a chip that takes it away, and one that takes all away", async () => {
    const $ = await loadPage("/?q=行政处罚&region=980102&year=2024&year=2023");
    const chips = $(".chip")
      .toArray()
      .map((chip) => [$(chip).text(), decodeURIComponent($(chip).attr("href") ?? "")]);
    expect(chips).toEqual([
      ["地区青禾县×（移除）", "/?q=行政处罚&year=2024&year=2023"],
      ["年份2024×（移除）", "/?q=行政处罚&region=980102&year=2023"],
      ["年份2023×（移除）", "/?q=行政处罚&region=980102&year=2024"],
      ["全部清除", "/?q=行政处罚"],
    ]);
  });

  test("keep filters and order in the form, the page not", async () => {
    const $ = await loadPage("/?q=a&year=2024&section=fees&sort=newest&page=2");
    const kept = $("form[role=search] input[type=hidden]")
      .toArray()
      .map((input) => `${$(input).attr("name")}=${$(input).attr("value")}`);
    expect(kept).toEqual(["year=2024", "section=fees", "sort=newest"]);
  });

  test("choose facet values by links that hold the whole state", async () => {
    const $ = await loadPage("/?q=行政处罚&year=2024");
    const chosen = $("#facet-year-2024");
    expect(chosen.attr("aria-current")).toBe("true");
    expect(decodeURIComponent(chosen.attr("href") ?? "")).toBe("/?q=行政处罚");
    const other = $("#facet-year-2023");
    expect(decodeURIComponent(other.attr("href") ?? "")).toBe("/?q=行政处罚&year=2024&year=2023");
    expect($("#facet-region-98").closest("li").find("#facet-region-9801").length).toBe(1);
  });

  test("keep every chosen value in sight, however many others there are", async () => {
    const crowd = Array.from({ length: 420 }, (_, index) => {
      const value = `980102${index + 101}`;
      return { value, label: value, count: 420 - index };
    });
    const above = ["98", "9801", "980102"].map((value) => ({ value, label: value, count: 900 }));
    const years = Array.from({ length: 17 }, (_, index) => {
      const value = String(2024 - index);
      return { value, label: value, count: 5 };
    });
    const chosen = ["980102101", "980102490", "980102520"];
    const filters = chosen.map((code) => `&region=${code}`).join("");
    const $ = await loadPage(
      `/?q=a&year=2008${filters}`,
      answer({ facets: { region: [...above, ...crowd], year: years } }),
    );
    const isHidden = (id: string): boolean => $(`#facet-${id}`).closest(".facet-more").length > 0;
    for (const code of chosen) expect([code, isHidden(`region-${code}`)]).toEqual([code, false]);
    expect(isHidden("year-2008")).toBe(false);
    expect([isHidden("region-980102300"), isHidden("year-2009")]).toEqual([true, true]);
    expect($("[id^=facet-region-980102]").length).toBe(1 + crowd.length);
  });

  test("draw the years as bars that say nothing twice", async () => {
    const $ = await loadPage("/?q=行政处罚&year=2024");
    expect($(".year-bars").attr("aria-hidden")).toBe("true");
    expect($(".year-bar[tabindex='-1']").length).toBe(8);
    expect($(".year-bar-chosen").attr("title")).toBe("2024 年：2");
    expect($("#facet-year-2024").text()).toBe("20242");
  });

  test("filter by what the audit found and by attachments", async () => {
    const $ = await loadPage("/?q=行政处罚&findings=fails");
    expect($("#facet-findings-fails").attr("aria-current")).toBe("true");
    expect($("#facet-findings-fails .facet-name").text()).toBe("有矛盾");
    expect($("#facet-attachment-without .facet-name").text()).toBe("无附件");
    expect($(".chip").first().text()).toContain("有矛盾");
  });

  test("look for a place by name among the facets, and say where there is none", async () => {
    const $ = await loadPage("/?q=行政处罚&regionName=白石&year=2022");
    expect(texts($, "#region-values .facet-name")).toEqual(["白石镇"]);
    expect(decodeURIComponent($("#facet-region-980102101").attr("href") ?? "")).toBe(
      "/?q=行政处罚&region=980102101&year=2022",
    );
    const none = await loadPage("/?q=行政处罚&regionName=飞碟");
    expect(none("#place-summary").text()).toContain("没有叫“飞碟”的地方");
    expect(decodeURIComponent(none("#place-summary a").attr("href") ?? "")).toBe("/?q=行政处罚");
  });

  test("are counted no more exactly than is known", async () => {
    const read = async (changes: Partial<SearchResult>) =>
      (await loadPage("/?q=行政处罚", answer(changes)))("#result-summary").text();
    expect(await read({ total: 1234 })).toBe("找到 1,234 个章节");
    expect(await read({ total: 1234, exact: false })).toBe("找到 约 1,234 个章节");
    expect(await read({ total: 12, exact: false, relaxed: true })).toContain("部分相符");
  });

  test("that hold only some of the words say so", async () => {
    const $ = await loadPage("/?q=行政处罚 飞碟");
    expect($(".result-summary .notice").text()).toContain(
      "没有哪个章节含有“行政处罚 飞碟”的全部词语",
    );
    expect($(".hit").length).toBeGreaterThan(0);
  });

  test("are paged within what can be reached, and beyond it say so", async () => {
    const $ = await loadPage("/?q=行政处罚&page=3&group=none", {
      search: async (query) => ({ ...searchFixtures({ ...query, page: 1 }), total: 25_000 }),
    });
    expect(texts($, ".pager li")).toEqual(["1", "2", "3", "4", "5", "…", "1,000"]);
    expect($(".pager [aria-current=page]").text()).toBe("3");
    expect($(".pager [rel=prev]").attr("href")).toMatch(/&page=2&group=none$/);
    expect($(".result-summary").text()).toContain("10,000");
  });

  test("of a page that is not there lead back", async () => {
    const $ = await loadPage("/?q=行政处罚&page=1000000000");
    expect($("#result-summary").text()).toBe("没有第 1,000,000,000 页");
    expect(decodeURIComponent($(".empty a").attr("href") ?? "")).toBe("/?q=行政处罚");
  });

  test("beyond what the engine reaches say that there is more, and how to see it", async () => {
    const $ = await loadPage("/?q=行政处罚&page=2000", answer({ total: 25_000, hits: [] }));
    expect($(".empty").text()).toContain("前 10,000 条");
  });

  test("that are none say what to try, each by a link", async () => {
    const $ = await loadPage('/?q="飞碟 降落"&year=2023&section=fees');
    expect($("#result-summary").text()).toBe("没有相符的章节");
    const advice = $(".advice a")
      .toArray()
      .map((link) => [$(link).text(), decodeURIComponent($(link).attr("href") ?? "")]);
    expect(advice).toEqual([
      ["不限年份（现在限于 2023）", '/?q="飞碟+降落"&section=fees'],
      ["不限章节（现在限于 收费及减免）", '/?q="飞碟+降落"&year=2023'],
      ["去掉全部筛选", '/?q="飞碟+降落"'],
      ["去掉引号，查 飞碟 降落", "/?q=飞碟+降落&year=2023&section=fees"],
    ]);
    expect($(".hints").text()).toContain("2017 至 2024 年");
  });
});

describe("an error", () => {
  test.each([
    ["/nothing", 404, "没有找到这一页"],
    ["/?page=0", 400, "page"],
    ["/reports/none-2020", 404, "没有找到这一页"],
  ])("at %s is a page in Chinese", async (path, status, text) => {
    const response = await createApp(buildDeps()).request(path, {
      headers: { accept: "text/html" },
    });
    expect(response.status).toBe(status);
    expect(await response.text()).toContain(text);
  });

  test("without engine or store is still a page", async () => {
    class EngineUnavailable extends Error {
      override readonly name = "EngineUnavailable";
    }
    const app = createApp(
      buildDeps({
        search: async () => {
          throw new EngineUnavailable("no answer");
        },
        loadHoldings: async () => {
          throw new Error("locked");
        },
      }),
    );
    const response = await app.request("/?q=a", { headers: { accept: "text/html" } });
    expect([500, 503]).toContain(response.status);
    expect(await response.text()).toContain("</html>");
  });
});
