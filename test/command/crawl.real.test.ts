import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { parseConfig } from "../../config.ts";
import { openCorpus } from "../../corpus/main.ts";
import { saveSources } from "../../corpus/store/sources.ts";
import { buildDemoPortals } from "../../demo/portal/demo-portals.ts";
import { type FinishedProcess, runGongkaiProcess } from "../gongkai-process.ts";
import { loadHeldReports, nameReport } from "../crawler/crawl/load-held-reports.ts";

const folder = mkdtempSync(join(tmpdir(), "gongkai-crawl-command-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const portals = buildDemoPortals();
const crawled = portals.filter(({ id }) => id === "demo-qingshan" || id === "demo-qingshan-jyj");
const truth = crawled.flatMap((portal) => portal.truth);

beforeAll(async () => {
  const { store, close } = await openCorpus(parseConfig({ GONGKAI_DATA: folder }));
  const sources = portals.flatMap((portal) => portal.sources);
  const dead = { division: "990121", agency: null, kind: "column", render: "http" } as const;
  const entry = "http://www.qingshan.gov.test/gone/";
  await saveSources(
    store,
    [...sources, { ...dead, id: "demo-dead", entry, notes: "虚构" }],
    "demo",
  );
  await close();
});

function run(...words: readonly string[]): Promise<FinishedProcess> {
  return runGongkaiProcess(["crawl", ...words], folder);
}

async function loadReports() {
  const { store, close } = await openCorpus(parseConfig({ GONGKAI_DATA: folder }));
  try {
    return await loadHeldReports(store);
  } finally {
    await close();
  }
}

const lineSchema = z.looseObject({ type: z.string(), change: z.string().nullable().optional() });

describe("gongkai crawl", () => {
  it("prints what a crawl would ask before anything is known, and asks nobody", async () => {
    const { code, out } = await run("demo-qingshan", "--impact");
    expect(code).toBe(0);
    expect(out).toContain("demo-qingshan: not crawled yet");
    expect((await loadReports()).size).toBe(0);
  });

  it("brings every report of a portal into the index, and nothing of it fails", async () => {
    const ids = crawled.flatMap(({ sources }) => sources.map(({ id }) => id));
    const { code, out, err } = await run(...ids);
    expect(code).toBe(0);
    expect([...(await loadReports()).keys()].toSorted()).toEqual(truth.map(nameReport).toSorted());
    const told = `${out}${err}`;
    expect(told).toMatch(/^\d+ pages asked of 2 hosts, \d+ new or changed, \d+ addresses found/mu);
    expect(told).toContain(`indexing ${truth.length}/${truth.length}`);
    expect(told).toMatch(/addresses found, 0 failures/u);
    expect(told).not.toMatch(/given up|to be tried again/u);
    const found = await runGongkaiProcess(["search", "信息公开", "--json"], folder);
    expect(found.code).toBe(0);
  });

  it("prints what the next crawl asks of each host and day", async () => {
    const { code, out } = await run("demo-qingshan", "--impact", "--json");
    expect(code).toBe(0);
    const { hosts, unseen } = z
      .object({
        hosts: z.array(z.looseObject({ host: z.string(), next: z.number() })),
        unseen: z.array(z.string()),
      })
      .parse(JSON.parse(out));
    expect(hosts.map(({ host }) => host)).toEqual(["www.qingshan.gov.test"]);
    expect(hosts[0]?.next).toBeGreaterThan(0);
    expect(unseen).toEqual([]);
  });

  it("tells a second crawl in lines of JSON, in which nothing is new", async () => {
    const { code, out } = await run("demo-qingshan", "--all", "--json");
    expect(code).toBe(0);
    const lines = out
      .split("\n")
      .filter((line) => line !== "")
      .map((line) => lineSchema.parse(JSON.parse(line)));
    const types = new Set(lines.map(({ type }) => type));
    for (const type of ["run-begun", "asking", "visited", "run-ended", "failures"])
      expect(types).toContain(type);
    const changes = new Set(lines.flatMap(({ change }) => change ?? []));
    expect(changes).toEqual(new Set(["same"]));
    expect((await loadReports()).size).toBe(truth.length);
  });

  it("says what gave nothing, and why", async () => {
    const { code, out, err } = await run("demo-dead");
    expect(code).toBe(1);
    expect(`${out}${err}`).toMatch(
      /^1 given up:\n {2}1 × not-found: there is no such page; e\.g\. http:\S+\/gone\/ was/mu,
    );
  });

  it("says in a sentence that there is no such source", async () => {
    const { code, err } = await run("nowhere");
    expect(code).toBe(2);
    expect(err).toContain("there is no source nowhere: see npx gongkai sources list.");
  });
});
