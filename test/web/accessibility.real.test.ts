import type { BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { countyReport } from "../server/fixture-report.ts";
import { findBrowser } from "./open-browser.ts";
import { listViolations } from "./list-violations.ts";
import { openSite, sizes, type Site } from "./open-site.ts";

const pages = {
  start: "/",
  results: "/?q=行政处罚&region=980102",
  "place looked for": "/?q=行政处罚&regionName=白石&yearFrom=2021",
  relaxed: "/?q=行政处罚 飞碟",
  "every section": "/?q=行政处罚 不足&group=none&size=3",
  "query read": "/?q=青禾县 行政处罚 -败诉 region:火星",
  corrected: "/?q=青和县&size=1",
  "by a number": "/?sort=-fact:disclosure.permits.decisions&size=2",
  empty: "/?q=飞碟&year=2023&section=fees",
  report: `/reports/${countyReport.id}?q=行政处罚`,
  "old report": "/reports/980203-5e5e5e5e-2017",
  help: "/help",
  error: "/nothing",
  sources: "/sources",
  "no sources": "/sources?q=飞碟&login=failed",
  source: "/sources/qinghe",
} as const;

const schemes = ["light", "dark"] as const;

let site: Site;

describe.skipIf(findBrowser() === null)("every page", () => {
  beforeAll(async () => {
    site = await openSite();
  });
  afterAll(() => site.close());

  describe.each(["wide", "narrow"] as const)("%s", (size) => {
    let context: BrowserContext;
    let page: Page;
    beforeAll(async () => {
      context = await site.openContext({ viewport: sizes[size] });
      page = await context.newPage();
    });
    afterAll(() => context.close());

    test.each(Object.entries(pages))(
      "%s: axe finds nothing in light and dark, nothing sticks out",
      async (_, path) => {
        await page.goto(path);
        const width = await page.evaluate(() => document.documentElement.scrollWidth);
        expect(width).toBe(sizes[size].width);
        await page.evaluate(() => {
          for (const details of document.querySelectorAll("details")) details.open = true;
        });
        for (const colorScheme of schemes) {
          await page.emulateMedia({ colorScheme });
          expect(await listViolations(page), colorScheme).toEqual([]);
        }
      },
    );
  });
});
