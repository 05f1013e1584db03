import type { BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { HeardVisit, SourceState } from "../../corpus/source-state.ts";
import { ProgressFeed } from "../../server/progress/progress-feed.ts";
import { adminToken, sources as fixtures } from "../server/source-fixtures.ts";
import { findBrowser } from "./open-browser.ts";
import { openSite, sizes, type Site } from "./open-site.ts";

let site: Site;
let context: BrowserContext;
let page: Page;
let faults: string[];
let sources: readonly SourceState[];
let visits: readonly HeardVisit[];

const change = (id: string, part: Partial<SourceState>) => {
  sources = sources.map((source) => (source.id === id ? { ...source, ...part } : source));
};

const readReports = (id: string) => sources.find((source) => source.id === id)?.reports ?? 0;

async function open(options: Parameters<Site["openContext"]>[0] = {}): Promise<void> {
  context = await site.openContext({ viewport: sizes.wide, ...options });
  page = await context.newPage();
  faults = [];
  page.on("pageerror", (error) => faults.push(error.message));
  page.on("console", (line) => {
    if (line.type() === "error") faults.push(line.text());
  });
}

async function signIn(): Promise<void> {
  await page.fill("#admin-token", adminToken);
  await page.click("text=登录");
  await page.waitForSelector("text=已以管理员身份登录");
}

describe.skipIf(findBrowser() === null)("the page of sources, in a real browser", () => {
  beforeAll(async () => {
    const loadSources = async () => sources;
    site = await openSite({
      loadSources,
      loadSource: async (id) => {
        const source = sources.find((source) => source.id === id);
        return source === undefined ? null : { source, runs: [], hosts: [], failed: [] };
      },
      direct: async (id, action) => {
        if (action === "run") change(id, { state: "wanted" });
        else
          change(id, { state: action === "pause" ? "paused" : "idle", paused: action === "pause" });
        return true;
      },
      progress: new ProgressFeed({
        loadSources,
        loadVisits: async ({ after }) => visits.filter(({ id }) => id > after),
        findLastVisit: async () => visits.at(-1)?.id ?? 0,
        complain: (error) => faults.push(String(error)),
        pauseMs: 50,
      }),
    });
  });
  afterAll(() => site.close());
  beforeEach(() => {
    sources = fixtures;
    visits = [];
  });
  afterEach(async () => {
    await context.close();
    if (faults.length > 0) throw new Error(`the page complained: ${faults.join("; ")}`);
  });

  for (const javaScriptEnabled of [true, false])
    test(`an administrator signs in, pauses, resumes and runs, script ${javaScriptEnabled ? "on" : "off"}`, async () => {
      await open({ javaScriptEnabled });
      await page.goto("/sources?state=idle");
      await page.fill("#admin-token", "wrong");
      await page.click("text=登录");
      await page.waitForSelector("text=令牌不对");
      await signIn();
      expect(page.url()).toBe(`${site.url}/sources?state=idle`);
      await page.goto("/sources?q=白石");
      const row = page.locator("#source-baishi");
      await row.getByRole("button", { name: "暂停" }).click();
      await expect.poll(() => row.innerText()).toContain("已暂停");
      expect(decodeURIComponent(page.url())).toBe(`${site.url}/sources?q=白石`);
      await row.getByRole("button", { name: "恢复" }).click();
      await expect.poll(() => row.innerText()).toContain("空闲");
      await row.getByRole("button", { name: "立即抓取" }).click();
      await expect.poll(() => row.innerText()).toContain("排队中");
      await page.click("text=退出");
      await page.waitForSelector("#admin-token");
      expect(await row.getByRole("button").count()).toBe(0);
    });

  test("rows follow the crawl without loading the page anew", async () => {
    await open();
    await page.goto("/sources");
    await page.evaluate(() => Object.assign(globalThis, { kept: true }));
    const row = page.locator("#source-baishi");
    // The first look of the feed finds how things are; only what changes later is told.
    await expect
      .poll(async () => {
        change("baishi", { state: "running", reports: sources[1] ? sources[1].reports + 1 : 1 });
        return row.innerText();
      })
      .toContain("进行中");
    const url = "http://www.baishi.gov.test/zwgk/2024/report.html";
    let id = 0;
    await expect
      .poll(async () => {
        id += 1;
        const visit: HeardVisit = {
          id,
          runId: 1,
          sourceId: "baishi",
          url,
          role: "report",
          visitedAt: "2024-05-08T03:00:00.000Z",
          status: 200,
          failure: null,
          change: "new",
          bytes: 1,
          tookMs: 1,
        };
        visits = [...visits, visit];
        return row.innerText();
      })
      .toContain(url);
    change("baishi", { state: "idle", reports: 9_876 });
    await expect.poll(() => row.innerText()).toContain("9,876");
    expect(await row.innerText()).not.toContain(url);
    expect(await page.evaluate(() => Reflect.get(globalThis, "kept"))).toBe(true);
  });

  test("a filtered list drops what left it and gains what came, with its counts", async () => {
    await open();
    await page.goto("/sources?state=idle");
    await page.waitForSelector("#source-baishi");
    await expect
      .poll(async () => {
        change("hekou", { state: "idle", reports: readReports("hekou") + 1 });
        return page.locator("tbody").innerText();
      })
      .toContain("hekou");
    change("baishi", { state: "off" });
    change("hekou", { state: "off" });
    await expect.poll(() => page.locator("tbody tr").count()).toBe(0);
    await page.waitForSelector("text=没有符合条件的来源");
    expect(await page.locator("table").isVisible()).toBe(false);
    expect(await page.locator("#result-summary").innerText()).toContain("共 0 个");
    expect(await page.locator(".sources-states").innerText()).toMatch(/空闲\s+0/);
  });

  test("what a person uses stays as it is, and is renewed when it is left", async () => {
    await open();
    await page.goto("/sources");
    const [used, other] = ["#source-baishi", "#source-hekou"].map((row) => page.locator(row));
    await used?.locator("a").focus();
    await expect
      .poll(async () => {
        for (const id of ["baishi", "hekou"])
          change(id, { reports: 7_000 + (readReports(id) % 1_000) + 1 });
        return other?.innerText();
      })
      .toMatch(/7,\d{3}/);
    expect(await used?.innerText()).not.toMatch(/7,\d{3}/);
    expect(await used?.locator("a").evaluate((link) => link === document.activeElement)).toBe(true);
    await page.locator("#sources-q").focus();
    await expect.poll(() => used?.innerText()).toMatch(/7,\d{3}/);
  });

  test("a page that nobody sees holds no connection, and catches up when it is seen", async () => {
    await open();
    const show = (hidden: boolean) =>
      page.evaluate((hidden) => {
        Object.defineProperty(document, "hidden", { configurable: true, get: () => hidden });
        document.dispatchEvent(new Event("visibilitychange"));
      }, hidden);
    const ended = page.waitForEvent("requestfailed", (request) =>
      request.url().endsWith("/events"),
    );
    const begun = page.waitForRequest((request) => request.url().endsWith("/events"));
    await page.goto("/sources");
    await begun;
    await show(true);
    await ended;
    change("baishi", { reports: 8_765 });
    const again = page.waitForRequest((request) => request.url().endsWith("/events"));
    await show(false);
    await again;
    await expect.poll(() => page.locator("#source-baishi").innerText()).toContain("8,765");
  });

  test("a page whose connection is refused says so, and tries again", async () => {
    await open();
    let isRefused = true;
    await page.route("**/events", (route) =>
      isRefused ? route.fulfill({ status: 503 }) : route.continue(),
    );
    await page.goto("/sources");
    const notice = page.locator("[data-lost]");
    await expect.poll(() => notice.isVisible()).toBe(true);
    expect(await notice.innerText()).toContain("实时更新已中断，正在重试");
    isRefused = false;
    await expect.poll(() => notice.isVisible(), { timeout: 30_000 }).toBe(false);
    // The browser itself complains of the refusal.
    expect(faults.splice(0).filter((fault) => !fault.includes("503"))).toEqual([]);
  });

  test("the page of one source follows too, and leads back", async () => {
    await open();
    await page.goto("/sources");
    await page.click("#source-baishi th a");
    await page.waitForSelector("h1:has-text('白石镇人民政府')");
    await expect
      .poll(async () => {
        change("baishi", { state: "person", pending: (sources[1]?.pending ?? 0) + 1 });
        return page.locator(".source-head").innerText();
      })
      .toContain("需人工查看");
    await page.click("text=全部来源");
    await page.waitForSelector("#source-baishi");
  });
});
