import type { BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { countyReport, scriptText } from "../server/fixture-report.ts";
import { findBrowser } from "./open-browser.ts";
import { openSite, sizes, type Site } from "./open-site.ts";

let site: Site;
let context: BrowserContext;
let page: Page;
let faults: string[];

const readAddress = () => decodeURIComponent(page.url().slice(site.url.length));
const readTotal = () => page.locator("#result-summary").innerText();

async function open(options: Parameters<Site["openContext"]>[0] = {}) {
  context = await site.openContext({ viewport: sizes.wide, ...options });
  page = await context.newPage();
  faults = [];
  page.on("pageerror", (error) => faults.push(error.message));
  page.on("console", (line) => {
    if (line.type() === "error" && !/status of 40/.test(line.text())) faults.push(line.text());
  });
}

describe.skipIf(findBrowser() === null)("in a real browser", () => {
  beforeAll(async () => {
    site = await openSite();
  });
  afterAll(() => site.close());
  beforeEach(() => open());
  afterEach(async () => {
    await context.close();
    if (faults.length > 0) throw new Error(`the page complained: ${faults.join("; ")}`);
  });

  describe("searching", () => {
    test("swaps the page without loading it anew, and the address follows", async () => {
      await page.goto("/");
      await page.evaluate(() => Object.assign(globalThis, { kept: true }));
      await page.fill("#search-input", "行政处罚");
      await page.press("#search-input", "Enter");
      await page.waitForSelector(".hit");
      await expect.poll(readAddress).toBe("/?q=行政处罚");
      expect(await page.title()).toContain("行政处罚");
      await expect.poll(readTotal).toBe("找到 7 个章节");
      await page.click("#facet-year-2024");
      await page.waitForSelector(".chip");
      await expect.poll(readAddress).toBe("/?q=行政处罚&year=2024");
      await expect.poll(readTotal).toBe("找到 2 个章节");
      expect(await page.locator("#announcer").innerText()).toBe("找到 2 个章节");
      expect(await page.evaluate(() => Reflect.get(globalThis, "kept"))).toBe(true);
    });

    test("goes back and forward through every state, the words in the box included", async () => {
      await page.goto("/");
      await page.fill("#search-input", "行政处罚");
      await page.press("#search-input", "Enter");
      await page.waitForSelector(".hit");
      await page.click("#facet-year-2024");
      await page.waitForSelector(".chip");
      await page.fill("#search-input", "不足");
      await page.press("#search-input", "Enter");
      await page.waitForFunction(() => document.title.startsWith("不足"));
      await expect.poll(readAddress).toBe("/?q=不足&year=2024");
      await page.goBack();
      await page.waitForFunction(() => document.title.startsWith("行政处罚"));
      expect([readAddress(), await readTotal()]).toEqual([
        "/?q=行政处罚&year=2024",
        "找到 2 个章节",
      ]);
      expect(await page.inputValue("#search-input")).toBe("行政处罚");
      await page.goBack();
      await page.waitForSelector(".chip", { state: "detached" });
      await expect.poll(readTotal).toBe("找到 7 个章节");
      await page.goBack();
      await page.waitForSelector(".hero");
      await page.goForward();
      await page.waitForSelector(".hit");
      await expect.poll(readAddress).toBe("/?q=行政处罚");
    });

    test("removes a filter by its chip and keeps the keyboard on the page", async () => {
      await page.goto("/?q=行政处罚&year=2024&region=980102");
      await page.locator(".chip", { hasText: "2024" }).focus();
      await page.keyboard.press("Enter");
      await page.waitForFunction(() => document.querySelectorAll(".chip").length === 2);
      await expect.poll(readAddress).toBe("/?q=行政处罚&region=980102");
      await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe("content");
    });

    test("keeps the focus on the facet that was chosen", async () => {
      await page.goto("/?q=行政处罚");
      await page.focus("#facet-year-2024");
      await page.keyboard.press("Enter");
      await page.waitForSelector(".chip");
      await expect
        .poll(() => page.evaluate(() => document.activeElement?.id))
        .toBe("facet-year-2024");
    });

    test("opens an address as it is", async () => {
      await page.goto("/?q=行政处罚&section=problems");
      await expect.poll(readTotal).toBe("找到 1 个章节");
      expect(await page.locator("#facet-section-problems").getAttribute("aria-current")).toBe(
        "true",
      );
    });

    test("shows a refusal in place of the results", async () => {
      await page.goto("/?q=行政处罚");
      await page.evaluate(() => {
        const wrong = Object.assign(document.createElement("input"), { name: "page", value: "0" });
        document.querySelector("form")?.append(wrong);
      });
      await page.click(".search-button");
      await page.waitForSelector(".error-page");
      expect(await page.locator(".error-page").innerText()).toContain("page");
    });
  });

  describe("marks", () => {
    test("stand on exactly the words", async () => {
      await page.goto("/?q=行政处罚&year=2024&group=none");
      expect(await page.locator(".hit-snippet mark").allInnerTexts()).toEqual([
        "行政处罚",
        "行政处罚",
      ]);
      await page.locator(".hit-title a").first().click();
      await page.waitForURL(/#p1$/);
      expect(await page.locator("#s1 mark").allInnerTexts()).toEqual(["行政处罚", "行政处罚"]);
      const top = await page
        .locator("#p1")
        .evaluate((element) => element.getBoundingClientRect().top);
      expect(top).toBeGreaterThanOrEqual(-1);
      expect(top).toBeLessThan(sizes.wide.height / 2);
    });
  });

  describe("hostile text", () => {
    test("of a report is text on the results and on the report", async () => {
      for (const path of ["/?q=不足", `/reports/${countyReport.id}`]) {
        await page.goto(path);
        expect(await page.locator("main").innerText()).toContain(scriptText);
        expect(await page.evaluate(() => Reflect.get(globalThis, "stolen"))).toBeUndefined();
      }
    });

    test("of a query is text", async () => {
      await page.goto(`/?q=${encodeURIComponent('"><script>globalThis.stolen=1</script>')}`);
      expect(await page.inputValue("#search-input")).toContain("<script>");
      expect(await page.evaluate(() => Reflect.get(globalThis, "stolen"))).toBeUndefined();
    });

    test("of an archived page runs nothing", async () => {
      const dialogs: string[] = [];
      page.on("dialog", async (dialog) => {
        dialogs.push(dialog.message());
        await dialog.dismiss();
      });
      await page.goto(`/api/reports/${countyReport.id}/original`);
      expect(await page.locator("p").innerText()).toBe("原文");
      expect(dialogs).toEqual([]);
      faults = faults.filter((fault) => !/sandboxed|Content Security Policy/.test(fault));
    });
  });

  describe("the keyboard", () => {
    test("reaches the box with / and the content with the first Tab", async () => {
      await page.goto("/?q=行政处罚");
      await page.keyboard.press("/");
      await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe("search-input");
      await page.keyboard.press("/");
      expect(await page.inputValue("#search-input")).toBe("/");
      await page.goto("/?q=行政处罚");
      await page.keyboard.press("Tab");
      await page.keyboard.press("Enter");
      await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe("content");
    });

    test("walks through suggestions and takes one", async () => {
      await page.goto("/");
      const box = page.locator("#search-input");
      await box.pressSequentially("青禾");
      await page.waitForSelector("[role=option]");
      expect(await box.getAttribute("aria-expanded")).toBe("true");
      expect(await box.getAttribute("role")).toBe("combobox");
      await box.press("ArrowDown");
      await box.press("ArrowDown");
      await box.press("ArrowUp");
      const active = await box.getAttribute("aria-activedescendant");
      expect(await page.locator("[aria-selected=true]").getAttribute("id")).toBe(active);
      expect(await page.locator("[aria-selected=true]").innerText()).toContain("青禾县");
      await box.press("Enter");
      await page.waitForSelector(".chip");
      await expect.poll(readAddress).toBe("/?region=980102");
    });

    test("closes suggestions with Escape and searches for what was typed", async () => {
      await page.goto("/");
      const box = page.locator("#search-input");
      await box.pressSequentially("青禾");
      await page.waitForSelector("[role=option]");
      await box.press("Escape");
      expect(await page.locator("[role=listbox]").count()).toBe(0);
      expect(await box.getAttribute("aria-expanded")).toBe("false");
      expect(await box.inputValue()).toBe("青禾");
      await box.press("Enter");
      await page.waitForSelector(".hit");
      await expect.poll(readAddress).toBe("/?q=青禾");
    });

    test("offers suggestions on a page that was swapped in, too, and takes one by mouse", async () => {
      await page.goto("/");
      await page.fill("#search-input", "行政处罚");
      await page.press("#search-input", "Enter");
      await page.waitForSelector(".hit");
      await page.locator("#search-input").fill("");
      await page.locator("#search-input").pressSequentially("qinghe");
      await page.locator("[role=option]", { hasText: "青禾县人民政府" }).click();
      await page.waitForSelector(".chip");
      await expect.poll(readAddress).toBe("/?region=980102&level=county&kind=government");
    });
  });

  describe("without scripts", () => {
    beforeEach(async () => {
      await context.close();
      await open({ javaScriptEnabled: false });
    });

    test("search, facets, chips, order and report all work", async () => {
      await page.goto("/");
      await page.fill("#search-input", "行政处罚");
      await page.click(".search-button");
      await expect.poll(readAddress).toBe("/?q=行政处罚");
      await page.click("#facet-year-2024");
      await expect.poll(readAddress).toBe("/?q=行政处罚&year=2024");
      await page.click("#sort-oldest");
      await expect.poll(readAddress).toBe("/?q=行政处罚&year=2024&sort=oldest");
      await page.fill("#search-input", "不足");
      await page.click(".search-button");
      await expect.poll(readAddress).toBe("/?q=不足&year=2024&sort=oldest");
      await page.locator(".chip", { hasText: "2024" }).click();
      await expect.poll(readAddress).toBe("/?q=不足&sort=oldest");
      await page.locator(".hit-title a").first().click();
      expect(await page.locator("h1").innerText()).toBe(countyReport.title);
    });

    test("the facets open as a sheet on a telephone", async () => {
      await page.setViewportSize(sizes.narrow);
      await page.goto("/?q=行政处罚");
      expect(await page.locator("#facet-year-2024").isVisible()).toBe(false);
      await page.click(".facet-sheet-handle");
      await page.click("#facet-year-2024");
      await expect.poll(readAddress).toBe("/?q=行政处罚&year=2024");
    });
  });

  describe("tables", () => {
    test("scroll under row labels that stay, on a telephone", async () => {
      await page.setViewportSize(sizes.narrow);
      await page.goto(`/reports/${countyReport.id}`);
      const scroller = page.locator(".table-scroll:has(.official-requests)");
      const label = page.locator(".official-requests th[scope=row]", { hasText: "属于国家秘密" });
      await scroller.evaluate((element) => element.scrollTo(200, 0));
      const [frame, frozen] = await Promise.all([scroller.boundingBox(), label.boundingBox()]);
      expect(frozen?.x).toBeGreaterThanOrEqual(frame?.x ?? Number.NaN);
      expect(frozen?.x).toBeLessThan((frame?.x ?? 0) + 4);
    });

    test("show the number that an address names", async () => {
      await page.goto(`/reports/${countyReport.id}#f-requests-newReceived-total`);
      const cell = page.locator("td:target");
      expect(await cell.innerText()).toBe("13");
      expect(await cell.evaluate((element) => getComputedStyle(element).outlineStyle)).toBe(
        "solid",
      );
    });
  });

  test("prints black on white, whatever the screen looks like", async () => {
    await page.emulateMedia({ media: "print", colorScheme: "dark" });
    await page.goto(`/reports/${countyReport.id}`);
    const colours = await page
      .locator("h1, .report-paragraph, .official th[scope=row], .official td:not(.cell-fails)")
      .evaluateAll((elements) => [
        ...new Set(elements.map((element) => getComputedStyle(element).color)),
      ]);
    expect(colours).toEqual(["rgb(0, 0, 0)"]);
    expect(await page.locator(".site-header, .outline, .table-source").first().isVisible()).toBe(
      false,
    );
  });

  test("a query too long for the server is refused in its own words", async () => {
    const response = await page.request.get(`/api/search?q=${"%E5%85%AC".repeat(10_000)}`);
    expect(response.status()).toBe(400);
    expect(await response.json()).toMatchObject({ error: { code: "bad_request" } });
  });
});
