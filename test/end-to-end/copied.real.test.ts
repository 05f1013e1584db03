import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { type GongkaiProcess, runGongkaiProcess, startGongkai } from "../gongkai-process.ts";
import { findBrowser, openBrowser } from "../web/open-browser.ts";

const folder = mkdtempSync(join(tmpdir(), "gongkai-copied-"));
afterAll(() => rmSync(folder, { recursive: true }));

const shared =
  "一是公开的主动性有待提高，个别站所把公开当作年底的突击任务，平时少有更新；二是公开的内容偏重会议和活动，群众关心的补助名单、工程造价和征地方案说得不够细；三是村组一级的公开栏长期无人打理，纸张被雨水打湿后无人更换。";
const plan =
  "下一步，镇里将把公开任务分解到每个站所，每月十日前逐项销号；请村民代表评议公开栏，评议结果与年终奖金挂钩；在圩日摆设咨询台，当面回答群众的提问。";
const ownPlan =
  "下一步，镇里将把公开任务分解到每个站所，每月十日前逐项销号；请村民代表评议公开栏，评议结果与年终奖金挂钩；组织干部到邻镇学习渔船登记的公开办法。";

/** Reports of the demo whose section 五 says something else; the two of 2020 say the same but for half a sentence. */
const reports: readonly (readonly [string, string])[] = [
  ["luoxia-2020.txt", shared + plan],
  ["luoxia-2022.txt", shared + plan],
  ["shigudu-2020.txt", shared + ownPlan],
];

function writeReports(): string {
  const files = join(folder, "reports");
  mkdirSync(files);
  for (const [name, text] of reports) {
    const original = readFileSync(join(import.meta.dirname, "../../demo/reports", name), "utf8");
    const changed = original.replace(
      /(五、存在的主要问题及改进情况\s*\n)[^六]*\n(?=\s*六、)/u,
      `$1${text}\n`,
    );
    if (!changed.includes(`${text}\n六、`)) throw new Error(`${name} has no section five.`);
    writeFileSync(join(files, name), changed);
  }
  return files;
}

const resultSchema = z.object({
  total: z.int(),
  hits: z.array(z.object({ reportId: z.string(), agency: z.string(), section: z.string() })),
  facets: z.object({ copied: z.array(z.object({ value: z.string(), count: z.int() })) }),
});

describe.skipIf(findBrowser() === null)("copied prose, from files to the page", () => {
  let server: GongkaiProcess;
  let address: string;
  let browser: Browser;
  let page: Page;
  const data = join(folder, "data");

  beforeAll(async () => {
    const imported = await runGongkaiProcess(["import", writeReports()], data);
    if (imported.code !== 0) throw new Error(imported.err);
    server = startGongkai(["serve"], data);
    address = await server.listening();
    browser = await openBrowser();
    page = await browser.newPage();
  });
  afterAll(async () => {
    await browser?.close();
    server?.child.kill("SIGTERM");
    await server?.finished;
  });

  async function search(query: string) {
    const response = await fetch(`${address}/api/search?${query}`);
    return resultSchema.parse(await response.json());
  }

  it("the filter counts the sections that repeat others", async () => {
    const all = await search("");
    const { copied } = all.facets;
    expect(copied.map(({ value }) => value)).toEqual(["agency", "year", "none", "uncompared"]);
    expect(copied.find(({ value }) => value === "agency")?.count).toBe(3);
    const agencies = await search("copied=agency");
    expect(agencies.total).toBe(3);
    expect(agencies.hits.map(({ section }) => section)).toEqual(Array(3).fill("problems"));
    const years = await search("copied=year&section=problems");
    expect(years.hits.map(({ agency }) => agency)).toEqual(Array(2).fill("落霞镇人民政府"));
    const others = ["none", "uncompared"].map((value) => search(`copied=${value}`));
    const [none, uncompared] = (await Promise.all(others)).map(({ total }) => total);
    expect(none).toBeGreaterThan(0);
    expect((none ?? 0) + (uncompared ?? 0)).toBe(all.total - 3);
  });

  it("the page says so and leads from one passage to the other", async () => {
    const { hits } = await search("copied=agency");
    const own = hits.find(({ agency }) => agency === "石鼓渡乡人民政府");
    await page.goto(`${address}/reports/${own?.reportId}`);
    const line = page.locator(".section-likeness");
    expect(await line.count()).toBe(1);
    expect(await line.innerText()).toMatch(
      /^本节文字与落霞镇人民政府20(20|22)年度报告相同 [78]\d%$/u,
    );
    expect(await page.locator("#similar li").count()).toBe(2);
    if (process.env["SHOT"]) await page.screenshot({ path: process.env["SHOT"], fullPage: true });
    await line.getByRole("link").click();
    await page.waitForURL(/#s\d+$/u);
    const target = page.locator(".report-section:target");
    expect(await target.innerText()).toContain("纸张被雨水打湿后无人更换");
    expect(await target.locator(".section-likeness").innerText()).toMatch(
      /与石鼓渡乡人民政府2020年度报告相同 [78]\d%，与本机关20(20|22)年度报告相同 100%/u,
    );
  });

  it("the search page offers the filter in words", async () => {
    await page.goto(address);
    await page.goto(`${address}/?copied=agency`);
    expect(await page.locator(".hit").count()).toBe(3);
    expect(await page.locator(".chip").first().innerText()).toContain("与其他机关雷同");
    expect(await page.locator("#facet-copied-agency .facet-count").innerText()).toBe("3");
  });
});
