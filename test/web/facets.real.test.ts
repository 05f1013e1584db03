import type { BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { findBrowser } from "./open-browser.ts";
import { listViolations } from "./list-violations.ts";
import { openSite, sizes, type Site } from "./open-site.ts";

let site: Site;
let context: BrowserContext;
let page: Page;

const readAddress = () => decodeURIComponent(page.url().slice(site.url.length));
const readFocus = () => page.evaluate(() => document.activeElement?.id);
const readActive = async () => {
  const id = await page.locator("#search-input").getAttribute("aria-activedescendant");
  return id === null ? null : page.locator(`#${id} .suggestion-name`).innerText();
};
const readCaret = () =>
  page.locator("#search-input").evaluate((box) => Reflect.get(box, "selectionStart"));

async function open(options: Parameters<Site["openContext"]>[0] = {}) {
  context = await site.openContext({ viewport: sizes.wide, ...options });
  page = await context.newPage();
}

/** Types into the search box and waits for suggestions. */
async function type(text: string): Promise<void> {
  await page.locator("#search-input").pressSequentially(text);
  await page.waitForSelector("[role=option]");
}

describe.skipIf(findBrowser() === null)("facets and suggestions in a browser", () => {
  beforeAll(async () => {
    site = await openSite();
  });
  afterAll(() => site.close());
  beforeEach(() => open());
  afterEach(() => context.close());

  describe("looking for a region", () => {
    test("changes the places while one types, keeps the field and the rest of the search", async () => {
      await page.goto("/?q=行政处罚&year=2022&year=2023");
      await page.locator("#region-name").pressSequentially("白石");
      await page.waitForSelector("#place-summary");
      await expect
        .poll(() => page.locator("#region-values .facet-name").allInnerTexts())
        .toEqual([expect.stringContaining("白石镇")]);
      expect([await readFocus(), await page.inputValue("#region-name")]).toEqual([
        "region-name",
        "白石",
      ]);
      await expect.poll(readAddress).toContain("regionName=白石");
      await page.keyboard.press("Tab");
      await page.focus("#facet-region-980102101");
      await page.keyboard.press("Enter");
      await page.waitForSelector(".chip >> text=白石镇");
      await expect.poll(readAddress).toBe("/?q=行政处罚&region=980102101&year=2022&year=2023");
    });

    test("says what it found to those who cannot see it", async () => {
      await page.goto("/?q=行政处罚");
      await page.locator("#region-name").pressSequentially("飞碟");
      await page.waitForSelector("#place-summary");
      await expect
        .poll(() => page.locator("#announcer").innerText())
        .toContain("没有叫“飞碟”的地方");
    });

    test("keeps the chosen ones in sight, whatever is looked for", async () => {
      await page.goto("/?region=980203&regionName=白石");
      expect(await page.locator("#facet-region-980203").getAttribute("aria-current")).toBe("true");
      expect(await page.locator("#facet-region-980102101").isVisible()).toBe(true);
    });
  });

  describe("without scripts", () => {
    beforeEach(async () => {
      await context.close();
      await open({ javaScriptEnabled: false });
    });

    test("a region is looked for by a form that keeps the search", async () => {
      await page.goto("/?q=行政处罚&year=2022&sort=oldest");
      await page.fill("#region-name", "白石");
      await page.press("#region-name", "Enter");
      await expect.poll(readAddress).toContain("regionName=白石");
      expect(new URL(page.url()).searchParams.get("year")).toBe("2022");
      await page.click("#facet-region-980102101");
      await expect.poll(readAddress).toBe("/?q=行政处罚&region=980102101&year=2022&sort=oldest");
    });

    test("a range of years is chosen by a form that keeps the search", async () => {
      await page.goto("/?q=行政处罚&section=overview");
      await page.selectOption("#year-from", "2021");
      await page.selectOption("#year-to", "2023");
      await page.click(".year-range button");
      await page.waitForSelector(".chip-facet >> text=年份");
      for (const year of [2021, 2022, 2023])
        expect(await page.locator(`#facet-year-${year}`).getAttribute("aria-current")).toBe("true");
      expect(await page.locator("#facet-year-2024").getAttribute("aria-current")).toBeNull();
      expect(await page.locator("#facet-section-overview").getAttribute("aria-current")).toBe(
        "true",
      );
    });
  });

  test("a bar of the histogram chooses its year, and the keyboard does not stop at bars", async () => {
    await page.goto("/?q=行政处罚");
    const bars = page.locator(".year-bar");
    expect(await bars.count()).toBe(8);
    const heights = await bars
      .locator("rect")
      .evaluateAll((rects) => rects.map((rect) => Number(rect.getAttribute("height"))));
    expect(heights).toEqual([50, 0, 0, 50, 50, 50, 50, 100]);
    await page.focus("#region-name");
    const stops: string[] = [];
    for (let step = 0; step < 12; step += 1) {
      await page.keyboard.press("Tab");
      stops.push(await page.evaluate(() => document.activeElement?.className ?? ""));
    }
    expect(stops).not.toContain("year-bar");
    await bars.last().click();
    await page.waitForSelector(".chip");
    await expect.poll(readAddress).toBe("/?q=行政处罚&year=2024");
  });

  describe("suggestions", () => {
    test("are walked through with the arrows, round both ends, back to the box between", async () => {
      await page.goto("/");
      await type("青禾");
      expect(await readActive()).toBeNull();
      const seen: (string | null)[] = [];
      for (const key of ["ArrowUp", "ArrowDown", "ArrowDown", "ArrowDown", "ArrowUp"]) {
        await page.keyboard.press(key);
        seen.push(await readActive());
      }
      expect(seen).toEqual(["青禾县 行政处罚", null, "青禾县", "青禾县人民政府", "青禾县"]);
      expect(await readFocus()).toBe("search-input");
    });

    test("Home, End, Left and Right go back to the text", async () => {
      await page.goto("/");
      await type("青禾");
      for (const [key, caret] of [
        ["Home", 0],
        ["End", 2],
        ["ArrowLeft", 1],
        ["ArrowRight", 2],
      ] as const) {
        await page.keyboard.press("ArrowDown");
        expect(await readActive()).toBe("青禾县");
        await page.keyboard.press(key);
        expect([await readActive(), await readCaret()]).toEqual([null, caret]);
      }
    });

    test("close with Escape, open again with the arrow, and Enter alone searches the text", async () => {
      await page.goto("/");
      await type("青禾");
      await page.keyboard.press("Escape");
      expect(await page.locator("[role=option]").count()).toBe(0);
      expect(await page.inputValue("#search-input")).toBe("青禾");
      await page.keyboard.press("ArrowDown");
      await page.waitForSelector("[role=option]");
      await page.keyboard.press("Enter");
      await page.waitForSelector(".hit");
      await expect.poll(readAddress).toBe("/?q=青禾");
    });

    test("leave the keys of an input method alone while it composes", async () => {
      await page.goto("/");
      await type("青禾");
      await page.keyboard.press("ArrowDown");
      const client = await context.newCDPSession(page);
      await client.send("Input.imeSetComposition", {
        text: "xian",
        selectionStart: 4,
        selectionEnd: 4,
      });
      await page.locator("#search-input").dispatchEvent("keydown", {
        key: "Enter",
        isComposing: true,
        bubbles: true,
      });
      await page.locator("#search-input").dispatchEvent("keydown", {
        key: "Enter",
        keyCode: 229,
        bubbles: true,
      });
      expect(readAddress()).toBe("/");
      const asked = page.waitForRequest(/api\/suggest/);
      await client.send("Input.insertText", { text: "县" });
      expect(decodeURIComponent((await asked).url())).toContain("q=青禾县");
      expect(await page.inputValue("#search-input")).toBe("青禾县");
    });

    test("a place is added to the filters in force and takes the place of those above it", async () => {
      await page.goto("/?q=不足&region=9801&region=980203&year=2024");
      await page.fill("#search-input", "");
      await type("青禾");
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("Enter");
      await expect.poll(readAddress).toBe("/?region=980203&year=2024&region=980102");
      await page.waitForSelector(".chip >> text=青禾县");
    });

    test("a term beside a place searches the term in the place, other filters kept", async () => {
      await page.goto("/?region=980203&year=2024");
      await type("青禾");
      await page.keyboard.press("ArrowUp");
      await page.keyboard.press("Enter");
      await expect.poll(readAddress).toBe("/?q=行政处罚&year=2024&region=980102");
    });

    test("are a combobox to axe, with its list open", async () => {
      await page.goto("/");
      await type("青禾");
      await page.keyboard.press("ArrowDown");
      expect(await listViolations(page)).toEqual([]);
    });
  });
});
