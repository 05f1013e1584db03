import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, it } from "vitest";
import { openStore } from "../../corpus/store/open-store.ts";
import { type FinishedProcess, runGongkaiProcess, startGongkai } from "../gongkai-process.ts";
import { makeData, openHost, openOwnSource } from "./own-host.ts";

const links = Array.from(
  { length: 12 },
  (_, at) =>
    `<a href="/nb/${2012 + at}.html">青山县人民政府${2012 + at}年政府信息公开工作年度报告</a>`,
);
const list = `<title>政府信息公开年报</title>${links.join("\n")}`;

function runSources(data: string, ...words: readonly string[]): Promise<FinishedProcess> {
  return runGongkaiProcess(["sources", ...words], data);
}

/** A host that asks for patience, and what it was asked for. */
async function openImpatient(): Promise<{ readonly entry: string; readonly asked: string[] }> {
  const asked: string[] = [];
  const entry = await openHost(({ url = "" }, response) => {
    asked.push(url);
    const isRobots = url === "/robots.txt";
    response.writeHead(isRobots ? 404 : 429, isRobots ? {} : { "retry-after": "7200" }).end();
  });
  return { entry, asked };
}

it("a check asks nothing of a host that a crawl was told to leave alone", async () => {
  const { entry, asked } = await openImpatient();
  const data = await openOwnSource(entry);
  await runGongkaiProcess(["crawl", "own"], data, { MEILI_URL: "http://127.0.0.1:1" });
  const before = asked.length;
  expect(before).toBeGreaterThan(1);
  const { code, out } = await runSources(data, "check", "own");
  expect([code, out]).toEqual([
    1,
    expect.stringMatching(/too-many-requests: .* left alone until/u),
  ]);
  const added = await runSources(data, "add", `${entry}nb/`, "--division", "青山县", "--yes");
  expect([added.code, added.err]).toEqual([1, expect.stringMatching(/left alone until/u)]);
  expect(asked.slice(before)).toEqual([]);
});

it("what a check learnt of a host holds for the crawl after it", async () => {
  const { entry, asked } = await openImpatient();
  const data = await openOwnSource(entry);
  await runSources(data, "check", "own");
  expect(asked).toEqual(["/robots.txt", "/"]);
  await runGongkaiProcess(["crawl", "own"], data, { MEILI_URL: "http://127.0.0.1:1" });
  expect(asked).toHaveLength(2);
});

it("a check beside a crawl of the same host never makes a second request at once", async () => {
  const under = { now: 0, most: 0 };
  const asked: string[] = [];
  const entry = await openHost(({ url = "" }, response) => {
    under.now += 1;
    under.most = Math.max(under.most, under.now);
    asked.push(url);
    setTimeout(() => {
      under.now -= 1;
      response.writeHead(url === "/nb/" ? 200 : 404, { "content-type": "text/html;charset=utf-8" });
      response.end(url === "/nb/" ? list : "");
    }, 400);
  });
  const data = await openOwnSource(`${entry}nb/`, { kind: "column" });
  const crawl = startGongkai(["crawl", "own"], data, { MEILI_URL: "http://127.0.0.1:1" });
  while (asked.length === 0) await sleep(50);
  const check = await runSources(data, "check", "own");
  expect(crawl.child.exitCode).toBeNull();
  expect(check.out).toContain("12 reports");
  await crawl.finished;
  expect(asked.filter((url) => url === "/nb/").length).toBe(2);
  expect(asked.filter((url) => url === "/robots.txt")).toHaveLength(1);
  expect(under.most).toBe(1);
  const store = await openStore({ file: join(data, "gongkai.db") });
  const hosts = await store.db.selectFrom("host").select(["name", "leased_by"]).execute();
  await store.close();
  expect(hosts).toEqual([{ name: new URL(entry).host, leased_by: null }]);
});

it("the example of the help finds the portal of the demo, and what it adds can be crawled", async () => {
  const data = makeData();
  const home = "http://www.qingshan.gov.test/";
  const added = await runSources(
    data,
    "add",
    home,
    "--division",
    "青山县",
    "--yes",
    "--id",
    "mine",
  );
  expect([added.code, added.err]).toEqual([0, expect.stringMatching(/\d+ sources kept/u)]);
  const checked = await runSources(data, "check", "mine");
  expect([checked.code, checked.out]).toEqual([0, expect.stringMatching(/mine: answers/u)]);
  const { out, err } = await runGongkaiProcess(["crawl", "mine"], data, {
    MEILI_URL: "http://127.0.0.1:1",
  });
  expect(`${out}${err}`).toMatch(/pages asked of 1 hosts, [1-9]\d* new or changed/u);
});

it("a check of all sources leaves out those of others where nobody says who asks", async () => {
  const entry = await openHost((_, response) => void response.writeHead(404).end());
  const data = await openOwnSource(entry);
  const { out, err } = await runSources(data, "check");
  expect(err).toMatch(/\d+ sources are left out: set GONGKAI_CONTACT/u);
  expect([out.trim().split("\n").length, out]).toEqual([
    1,
    expect.stringContaining("own: not-found"),
  ]);
});
