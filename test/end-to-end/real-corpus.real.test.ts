import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Report } from "../../corpus/report.ts";
import { loadIndexing } from "../../corpus/store/indexing.ts";
import { loadReport } from "../../corpus/store/load-report.ts";
import { openStore } from "../../corpus/store/open-store.ts";
import { type GongkaiProcess, runGongkaiProcess, startGongkai } from "../gongkai-process.ts";
import { listViolations } from "../web/list-violations.ts";
import { findBrowser, openBrowser } from "../web/open-browser.ts";

const corpus = join(import.meta.dirname, "..", "..", "..", "shared", "corpus");
const missing = [
  ...(existsSync(corpus) ? [] : ["../shared/corpus is absent"]),
  ...(findBrowser() === null ? ["no Chromium"] : []),
];
const data = mkdtempSync(join(tmpdir(), "gongkai-real-"));
afterAll(() => rmSync(data, { recursive: true }));

const skipped = missing.length > 0 ? ` (skipped: ${missing.join(", ")})` : "";

describe.skipIf(skipped !== "")(`real reports in a real browser${skipped}`, () => {
  let server: GongkaiProcess;
  let browser: Browser;
  let page: Page;
  let address: string;
  let reports: readonly Report[];

  beforeAll(async () => {
    const files = readdirSync(corpus).filter((name) => name.endsWith(".txt"));
    const paths = files.map((name) => join(corpus, name));
    const imported = await runGongkaiProcess(["import", ...paths], data);
    if (imported.code !== 0) throw new Error(imported.err);
    reports = await loadAllReports();
    server = startGongkai(["up"], data);
    address = await server.listening();
    browser = await openBrowser();
    page = await browser.newPage();
  });

  afterAll(async () => {
    await browser?.close();
    server?.child.kill("SIGTERM");
    await server?.finished;
  });

  it.each(["行政处罚", "官庄镇", "8840", '"政府信息公开申请"', "依申请公开"])(
    "finds %s in exactly the sections that hold it, and marks it whole",
    async (query) => {
      const words = query.replaceAll('"', "");
      await search(query);
      expect(await readTotal()).toBe(countSections(words));
      const marked = await page.locator(".hit mark").allTextContents();
      expect(marked.length).toBeGreaterThan(0);
      expect(new Set(marked)).toEqual(new Set([words]));
    },
  );

  it("finds 官庄镇 by its pinyin", async () => {
    await search("guanzhuang");
    const titles = await page.locator(".hit-title").allTextContents();
    expect(titles.length).toBeGreaterThan(0);
    expect(titles.filter((found) => !found.includes("官庄镇"))).toEqual([]);
  });

  it("narrows by region, year and section, and back and forward tread the same path", async () => {
    await search("政府信息公开");
    const totals = [await readTotal()];
    for (const facet of ["region-65", "year-2020", "section-overview"]) {
      const link = page.locator(`#facet-${facet}`);
      const count = Number((await link.locator(".facet-count").textContent())?.replaceAll(",", ""));
      await link.click();
      await page.waitForFunction(
        (id) => document.getElementById(id)?.getAttribute("aria-current") === "true",
        `facet-${facet}`,
      );
      totals.push(await readTotal());
      expect(totals.at(-1)).toBe(count);
    }
    expect(totals).toEqual(totals.toSorted((a, b) => b - a));
    expect(new Set(totals).size).toBeGreaterThan(2);
    for (const total of totals.slice(0, -1).toReversed()) {
      await page.goBack();
      await expect.poll(readTotal).toBe(total);
    }
    await page.goForward();
    await expect.poll(readTotal).toBe(totals[1]);
  });

  it("leads from a hit to the marked passage of the report", async () => {
    await search("8840");
    await page.locator(".hit-title a").first().click();
    await page.waitForURL(/\/reports\/.*q=8840#[sp]\d+$/);
    expect(await page.locator("mark").allTextContents()).toContain("8840");
  });

  it("has no violation that axe finds, wide and narrow", async () => {
    for (const width of [1280, 390]) {
      const context = await browser.newContext({ viewport: { width, height: 900 } });
      const view = await context.newPage();
      for (const path of ["/", "/?q=行政处罚", "/?q=绝无此词句", `/reports/${reports[0]?.id}`]) {
        await view.goto(address + path);
        expect(await listViolations(view), path).toEqual([]);
        const overflow = await view.evaluate(() => document.body.scrollWidth - innerWidth);
        expect(overflow, `${path} at ${width}`).toBeLessThanOrEqual(0);
      }
      await context.close();
    }
  });

  async function search(query: string): Promise<void> {
    await page.goto(`${address}/?${new URLSearchParams({ q: query, size: "100" })}`);
  }

  async function readTotal(): Promise<number> {
    const words = (await page.locator("#result-summary").textContent()) ?? "";
    return Number(
      /^找到 (?:约 )?([\d,]+) 个章节$/.exec(words)?.[1]?.replaceAll(",", "") ?? Number.NaN,
    );
  }

  /** What grep counts: sections whose title, heading or text holds the words. */
  function countSections(words: string): number {
    return reports.flatMap((report) =>
      report.sections.filter(({ heading, text }) =>
        [report.title, heading, text].some((part) => part.includes(words)),
      ),
    ).length;
  }
});

async function loadAllReports(): Promise<readonly Report[]> {
  const store = await openStore({ file: join(data, "gongkai.db") });
  const rows = await loadIndexing(store, "", 100);
  const reports = await Promise.all(rows.map((row) => loadReport(store, row.reportId)));
  await store.close();
  return reports.filter((report) => report !== null);
}
