import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findBrowser } from "./open-browser.ts";
import { openSite, sizes, type Site } from "./open-site.ts";

let site: Site;

describe.skipIf(findBrowser() === null)("without scripts", () => {
  beforeAll(async () => {
    site = await openSite();
  });
  afterAll(() => site.close());

  test("other passages of a report, every section, corrections and pages are reached", async () => {
    const context = await site.openContext({ viewport: sizes.wide, javaScriptEnabled: false });
    const page = await context.newPage();
    const readAddress = () => decodeURIComponent(page.url().slice(site.url.length));
    await page.goto("/?q=行政处罚&year=2024");
    await page.locator(".hit-more summary").first().click();
    await page.locator(".hit-more a").first().click();
    expect(await page.locator("#p5").innerText()).toBe("行政处罚");
    await page.goto("/?q=行政处罚&year=2024");
    await page.click("#group-none");
    await expect.poll(readAddress).toBe("/?q=行政处罚&year=2024&group=none");
    await expect.poll(() => page.locator(".hit").count()).toBe(2);
    await page.goto("/?q=青和县&size=1");
    await page.click(".pager [rel=next]");
    await expect.poll(readAddress).toBe("/?q=青禾县&page=2&size=1");
    await page.click(".place-links a");
    await expect.poll(readAddress).toBe("/?region=980102&size=1");
    await page.goto("/?q=青和县");
    await page.click(".results-main > .notice a");
    await expect.poll(readAddress).toBe("/?q=青和县&verbatim=1");
    await context.close();
  });
});
