import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { countyReport } from "../server/fixture-report.ts";
import { findBrowser } from "./open-browser.ts";
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

/** What axe complains of: the rule and the elements. The page is its own only frame, so that axe can run within it. */
async function listViolations(page: Page): Promise<readonly unknown[]> {
  expect(page.frames()).toHaveLength(1);
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ["violations"] });
  const { violations } = await axe.analyze();
  return violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target.join(" "))]);
}

describe.skipIf(findBrowser() === null)("every page", () => {
  beforeAll(async () => {
    site = await openSite();
  });
  afterAll(() => site.close());

  describe.each(["wide", "narrow"] as const)("%s", (size) => {
    test.each(Object.entries(pages))(
      "%s: axe finds nothing in light and dark, nothing sticks out",
      async (_, path) => {
        const context = await site.openContext({ viewport: sizes[size] });
        onTestFinished(() => context.close());
        const page = await context.newPage();
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
