import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buildSectionDocuments } from "../../search/documents/build-documents.ts";
import { locateEngine } from "../../search/engine/locate-engine.ts";
import { answersWithKey } from "../../search/engine/start-server.ts";
import { openSearch, type Search } from "../../search/main.ts";
import { checkHealth } from "../../server/check-health.ts";
import { problemBodySchema } from "../../server/problem.ts";
import { findFreePort } from "../free-port.ts";
import { fictionalReports } from "../search/fictional-search.ts";
import { fictionalNames } from "../search/fictional-report.ts";
import { listViolations } from "../web/list-violations.ts";
import { findBrowser } from "../web/open-browser.ts";
import { openSite, type Site } from "../web/open-site.ts";

const key = "a-key-for-this-test-alone";
let folder = "";
let port = 0;
let engine: ChildProcess;
let search: Search;
let site: Site;

async function startEngine(): Promise<void> {
  const location = await locateEngine({});
  if (location.kind !== "binary") throw new Error("This test starts an engine of its own.");
  const args = [
    `--db-path=${join(folder, "db")}`,
    `--http-addr=127.0.0.1:${port}`,
    "--no-analytics",
  ];
  engine = spawn(location.path, [...args, "--env=production"], {
    cwd: folder,
    env: { ...process.env, MEILI_MASTER_KEY: key },
    stdio: "ignore",
  });
  while (!(await answersWithKey(`http://127.0.0.1:${port}`, key))) await sleep(50);
}

/** Ends the process that this test started, and no other. */
async function killEngine(): Promise<void> {
  const ended = once(engine, "exit");
  engine.kill("SIGKILL");
  await ended;
}

const words = "政府信息";
const paths = {
  page: `/?q=${encodeURIComponent(words)}&year=2023`,
  api: `/api/search?q=${encodeURIComponent(words)}`,
  rss: `/feed.rss?q=${encodeURIComponent(words)}`,
  atom: `/feed.atom?q=${encodeURIComponent(words)}`,
  json: `/feed.json?q=${encodeURIComponent(words)}`,
};
const ask = (path: string) => fetch(site.url + path, { headers: { accept: "text/html" } });

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "gongkai-down-"));
  port = await findFreePort();
  await startEngine();
  const meiliUrl = `http://127.0.0.1:${port}`;
  search = await openSearch({
    dataFolder: folder,
    meiliUrl,
    meiliKey: key,
    placeNames: fictionalNames,
  });
  await search.engine.addDocuments(
    "sections",
    fictionalReports.flatMap((report) => buildSectionDocuments(report, search.simplify)),
  );
});
afterAll(async () => {
  await killEngine();
  await search.close();
  await rm(folder, { recursive: true, force: true });
});

describe.skipIf(findBrowser() === null)("an engine that is killed", () => {
  beforeAll(async () => {
    site = await openSite({
      search: search.search,
      checkHealth: () =>
        checkHealth({
          isEngineHealthy: search.engine.isHealthy,
          countSections: () => search.engine.countDocuments("sections"),
          countReports: async () => fictionalReports.length,
        }),
    });
  });
  afterAll(() => site.close());

  test("leaves page, API and feeds answering 503 with Retry-After, and they come back with it", async () => {
    for (const path of Object.values(paths))
      expect([path, (await ask(path)).status]).toEqual([path, 200]);
    await killEngine();
    const bodies = new Map<string, string>();
    for (const [name, path] of Object.entries(paths)) {
      const response = await ask(path);
      expect([name, response.status, response.headers.get("retry-after")]).toEqual([
        name,
        503,
        "2",
      ]);
      expect(response.headers.get("cache-control")).toBe("no-store");
      const body = await response.text();
      bodies.set(name, body);
    }
    expect(bodies.get("page")).toContain('http-equiv="refresh"');
    bodies.delete("page");
    for (const body of bodies.values())
      expect(problemBodySchema.parse(JSON.parse(body)).error.code).toBe("engine_unavailable");
    const health = await ask("/healthz");
    expect([health.status, health.headers.get("retry-after")]).toEqual([503, "2"]);
    await startEngine();
    for (const path of Object.values(paths))
      expect([path, (await ask(path)).status]).toEqual([path, 200]);
    const page = await (await ask(paths.page)).text();
    expect(page).not.toContain('http-equiv="refresh"');
  });

  test("is told by /healthz while it only hangs", async () => {
    engine.kill("SIGSTOP");
    const health = await ask("/healthz");
    expect(await health.json()).toMatchObject({ engine: "unavailable", store: "ok", sections: 0 });
    engine.kill("SIGCONT");
    await expect.poll(async () => (await ask("/healthz")).status).toBe(200);
  });

  test.each([true, false])(
    "is waited for by an open page, scripts: %s",
    async (javaScriptEnabled) => {
      const context = await site.openContext({ javaScriptEnabled });
      const page = await context.newPage();
      await killEngine();
      await page.goto(paths.page);
      expect(await page.locator("h1").innerText()).toBe("检索暂时不可用");
      expect(await page.inputValue("#search-input")).toBe(words);
      await startEngine();
      await page.waitForSelector(".hit");
      expect(page.url()).toBe(site.url + paths.page);
      await context.close();
    },
  );

  test("is waited for by a page that a script swapped in, at the address of the search", async () => {
    const context = await site.openContext();
    const page = await context.newPage();
    await page.goto(paths.page);
    await page.waitForSelector(".hit");
    await killEngine();
    await page.fill("#search-input", "申请");
    await page.press("#search-input", "Enter");
    await page.waitForSelector(".error-page");
    expect(await listViolations(page)).toEqual([]);
    await expect.poll(() => decodeURIComponent(page.url())).toBe(`${site.url}/?q=申请&year=2023`);
    await startEngine();
    await page.waitForSelector(".hit");
    expect(decodeURIComponent(page.url())).toBe(`${site.url}/?q=申请&year=2023`);
    expect(await page.inputValue("#search-input")).toBe("申请");
    await context.close();
  });
});
