import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findBrowser } from "./open-browser.ts";
import { openSite, sizes, type Site } from "./open-site.ts";

let site: Site;

describe.skipIf(findBrowser() === null)("the feeds that a page offers", () => {
  beforeAll(async () => {
    site = await openSite();
  });
  afterAll(() => site.close());

  test("are those of the search that a script has swapped in", async () => {
    const context = await site.openContext({ viewport: sizes.wide });
    const page = await context.newPage();
    await page.goto("/?q=行政处罚");
    const readOffers = () =>
      page
        .locator('head > link[rel="alternate"]')
        .evaluateAll((links) => links.map((link) => link.getAttribute("href")));
    const words = encodeURIComponent("行政处罚");
    const listed = (rest: string) =>
      ["atom", "rss", "json"].map((format) => `/feed.${format}?q=${words}${rest}`);
    expect(await readOffers()).toEqual(listed(""));
    await page.click("#facet-year-2024");
    await page.waitForSelector(".chip");
    await expect.poll(readOffers).toEqual(listed("&year=2024"));
    await context.close();
  });

  test.each(["wide", "narrow"] as const)("open within the window: %s", async (size) => {
    const context = await site.openContext({ viewport: sizes[size], javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto("/?q=行政处罚");
    await page.click(".feed-links summary");
    const box = await page.locator(".feed-box").boundingBox();
    expect(box?.x).toBeGreaterThanOrEqual(0);
    expect((box?.x ?? 0) + (box?.width ?? Infinity)).toBeLessThanOrEqual(sizes[size].width);
    expect(await page.locator(".feed-box a").count()).toBe(3);
    await context.close();
  });
});
