import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { openStore } from "../../corpus/store/open-store.ts";
import { countPendingReadings } from "../../corpus/store/readings.ts";
import { loadHoldings } from "../../corpus/store/holdings.ts";
import { type FinishedProcess, runGongkaiProcess } from "../gongkai-process.ts";
import { findClosedPort, openHost, openOwnSource } from "./own-host.ts";

const name = "澜湾区市场监督管理局2023年政府信息公开工作年度报告";
const reports = join(import.meta.dirname, "..", "..", "demo", "reports");
const report = readFileSync(join(reports, "lanwan-market-2023.html"));
const list = `<title>政府信息公开年报</title><ul><li><a href="/nb/2023.html">${name}</a></li></ul>`;

async function runWithoutEngine(data: string, ...words: string[]): Promise<FinishedProcess> {
  return runGongkaiProcess(["crawl", ...words], data, {
    MEILI_URL: `http://127.0.0.1:${await findClosedPort()}`,
  });
}

it("a crawl without a search engine fetches and reads, and says how its reports become searchable", async () => {
  const entry = await openHost(({ url }, response) => {
    const page = url === "/nb/" ? list : url === "/nb/2023.html" ? report : null;
    response.writeHead(page === null ? 404 : 200, { "content-type": "text/html;charset=utf-8" });
    response.end(page);
  });
  const data = await openOwnSource(`${entry}nb/`, {
    kind: "column",
    agency: "澜湾区市场监督管理局",
  });
  const { code, out, err } = await runWithoutEngine(data, "own");
  expect([code, `${out}${err}`]).toEqual([1, expect.stringContaining("npx gongkai index")]);
  expect(`${out}${err}`).toMatch(/search engine at .* does not answer/u);
  const store = await openStore({ file: join(data, "gongkai.db") });
  expect(await countPendingReadings(store)).toBe(0);
  expect(await loadHoldings(store)).toMatchObject({ reports: 1 });
  await store.close();
});

it("what asks nobody needs no search engine", async () => {
  const data = await openOwnSource("http://127.0.0.1:9/");
  const impact = await runWithoutEngine(data, "own", "--impact");
  expect([impact.code, impact.out]).toEqual([0, expect.stringContaining("own: not crawled yet")]);
  const unknown = await runWithoutEngine(data, "nowhere");
  expect([unknown.code, unknown.err]).toEqual([2, expect.stringContaining("no source nowhere")]);
});

it("a crawl that brought nothing but pages that are missing has failed, and says so", async () => {
  const entry = await openHost((_, response) => void response.writeHead(404).end());
  const data = await openOwnSource(entry);
  const { code, out, err } = await runGongkaiProcess(["crawl", "own"], data);
  expect([code, `${out}${err}`]).toEqual([1, expect.stringContaining("own brought nothing")]);
});
