import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Source } from "../../corpus/source.ts";
import { buildRequest, noHints } from "../../corpus/address.ts";
import { addAddresses } from "../../corpus/store/frontier/add-addresses.ts";
import type { Store } from "../../corpus/store/open-store.ts";
import { beginRun, loadRuns } from "../../corpus/store/runs.ts";
import {
  pauseSource,
  planVisit,
  requestVisits,
  resumeSource,
  setSchedule,
} from "../../corpus/store/schedule.ts";
import { loadSourceRows } from "../../corpus/store/source-rows.ts";
import { removeSource, saveSources } from "../../corpus/store/sources.ts";
import { runWorker, type WorkerParts } from "../../crawler/schedule/run-worker.ts";
import { SourceRefused } from "../../crawler/schedule/source-refused.ts";
import { type FakeCrawler, openFakeCrawler } from "./fake-crawler.ts";
import { openEmptyStore } from "../store/open-empty-store.ts";

const folder = mkdtempSync(join(tmpdir(), "gongkai-worker-"));
afterAll(() => rmSync(folder, { recursive: true }));

const source: Source = {
  id: "qingshan",
  division: "990101",
  agency: null,
  entry: "http://www.qingshan.gov.test/",
  kind: "portal",
  render: "http",
  notes: "虚构",
};
const ids = ["baiyu", "liuquan", "qingshan"] as const;
const noon = Date.parse("2024-05-08T04:00:00.000Z");
const hourMs = 3_600_000;

let store: Store;
let nowMs: number;
let crawler: FakeCrawler;
let count = 0;
let said: string[];
let workers: { readonly stop: AbortController; readonly done: Promise<void> }[];

beforeEach(async () => {
  store = await openEmptyStore(join(folder, `${(count += 1)}.db`));
  await saveSources(
    store,
    ids.map((id) => ({ ...source, id })),
    "list",
  );
  nowMs = noon;
  crawler = openFakeCrawler(store, readNow);
  said = [];
  workers = [];
});
afterEach(async () => {
  await endWorkers();
  await store.close();
});

const readNow = () => new Date(nowMs).toISOString();

function work(changes: Partial<WorkerParts> & { readonly atOnce?: number } = {}): void {
  const stop = new AbortController();
  const { atOnce = 8, ...parts } = changes;
  const done = runWorker(
    {
      store,
      crawler,
      readPending: async () => 0,
      indexPending: async () => 0,
      report: (sentence) => said.push(sentence),
      complain: (sentence) => said.push(sentence),
      ...parts,
    },
    { stop: stop.signal, atOnce, pauseMs: 2, readClock: () => nowMs },
  );
  workers.push({ stop, done });
}

async function endWorkers(): Promise<void> {
  for (const { stop } of workers) stop.abort();
  await Promise.all(workers.map(({ done }) => done));
  workers = [];
}

/** Long enough for the worker to look several times. */
async function letLook(): Promise<void> {
  let looks = 0;
  const stop = new AbortController();
  const look = async () => {
    looks += 1;
    if (looks > 5) stop.abort();
    return 0;
  };
  await Promise.all([
    vi.waitFor(() => expect(looks).toBeGreaterThan(5), { timeout: 30_000 }),
    runWorker(
      {
        store,
        crawler: { ...crawler, listRunning: () => Array.from({ length: 99 }, (_, i) => `${i}`) },
        readPending: look,
        indexPending: async () => 0,
        report: () => {},
        complain: () => {},
      },
      { stop: stop.signal, pauseMs: 5, readClock: () => nowMs },
    ),
  ]);
}

/** An address of a source that waits until then. */
async function addDue(sourceId: string, dueMs: number): Promise<void> {
  const host = `www.${sourceId}.gov.test`;
  const url = `http://${host}/`;
  const place = { key: url, host, sourceId, render: "http", via: null } as const;
  const address = { ...place, request: buildRequest(url), role: "list", hints: noHints } as const;
  await addAddresses(store, [address], new Date(dueMs).toISOString());
}

const listBegun = () => crawler.begun.map(({ id }) => id);
const waitFor = (check: () => void | Promise<void>) => vi.waitFor(check, { timeout: 30_000 });
const loadRow = async (id: string) => (await loadSourceRows(store, id))[0];

describe("the worker", () => {
  it("leaves sources of the list alone until somebody schedules them or asks", async () => {
    work();
    await letLook();
    expect(listBegun()).toEqual([]);
    await requestVisits(store, ["liuquan"], readNow());
    await waitFor(() => expect(crawler.begun).toEqual([{ id: "liuquan", cause: "request" }]));
    await setSchedule(store, ["qingshan"], "every 12h");
    await waitFor(() => expect(listBegun()).toEqual(["liuquan", "qingshan"]));
    expect(crawler.begun[1]?.cause).toBe("schedule");
  });

  it("notes the next visit when a crawl ends, and begins it then", async () => {
    await setSchedule(store, ["qingshan"], "every 12h");
    work();
    await waitFor(() => expect(listBegun()).toEqual(["qingshan"]));
    nowMs += hourMs;
    await crawler.finish("qingshan");
    const expected = new Date(noon + 13 * hourMs).toISOString();
    await waitFor(async () => expect((await loadRow("qingshan"))?.nextAt).toBe(expected));
    expect(listBegun()).toHaveLength(1);
    nowMs = noon + 13 * hourMs;
    await waitFor(() => expect(listBegun()).toEqual(["qingshan", "qingshan"]));
  });

  it("crawls no more sources at once than it may", async () => {
    await requestVisits(store, ids, readNow());
    work({ atOnce: 2 });
    await waitFor(() => expect(listBegun()).toEqual(["baiyu", "liuquan"]));
    await letLook();
    expect(crawler.listRunning()).toHaveLength(2);
    await crawler.finish("baiyu");
    await waitFor(() => expect(listBegun()).toEqual(ids));
  });

  it("among several on one store begins each source once", async () => {
    await requestVisits(store, ids, readNow());
    const others = [1, 2, 3].map(() => openFakeCrawler(store, readNow));
    for (const other of others) work({ crawler: other });
    const list = () => others.flatMap((other) => other.begun.map(({ id }) => id)).sort();
    await waitFor(() => expect(list()).toEqual(ids));
    await letLook();
    expect(list()).toEqual(ids);
  });

  it("stops a source that is paused, leaves it alone, and goes on when it is resumed", async () => {
    await requestVisits(store, ["qingshan"], readNow());
    work();
    await waitFor(() => expect(crawler.listRunning()).toEqual(["qingshan"]));
    await pauseSource(store, "qingshan");
    await waitFor(() => expect(crawler.listRunning()).toEqual([]));
    await requestVisits(store, ["qingshan"], readNow());
    await letLook();
    expect(listBegun()).toHaveLength(1);
    await resumeSource(store, "qingshan", readNow());
    await waitFor(() => expect(crawler.listRunning()).toEqual(["qingshan"]));
    await removeSource(store, "qingshan");
    await waitFor(() => expect(crawler.listRunning()).toEqual([]));
  });

  it("goes on with the crawls of a process that died", async () => {
    await beginRun(store, { sourceId: "qingshan", cause: "schedule", now: readNow() });
    work();
    await letLook();
    expect(listBegun()).toEqual([]);
    nowMs += 121_000;
    await waitFor(() => expect(listBegun()).toEqual(["qingshan"]));
    const runs = await loadRuns(store, { sourceId: "qingshan", limit: 5 });
    expect(runs.map(({ state }) => state)).toEqual(["running", "stopped"]);
  });

  it("asked to stop, ends its crawls and leaves them to the next worker", async () => {
    await setSchedule(store, ["qingshan", "liuquan"], "7d");
    work();
    await waitFor(() => expect(crawler.listRunning()).toHaveLength(2));
    await crawler.finish("liuquan");
    await endWorkers();
    const runs = await loadRuns(store, { sourceId: null, limit: 5 });
    expect(runs.map(({ sourceId, state }) => `${sourceId} ${state}`).sort()).toEqual([
      "liuquan done",
      "qingshan stopped",
    ]);
    work();
    await waitFor(() => expect(listBegun()).toHaveLength(3));
    expect(listBegun()[2]).toBe("qingshan");
  });

  it("waits till morning with sources on auto, the demo's and those asked for excepted", async () => {
    await saveSources(store, [{ ...source, id: "demo" }], "demo");
    await setSchedule(store, ["baiyu", "liuquan"], "auto");
    for (const id of ["baiyu", "liuquan", "demo"])
      await planVisit(store, { id, schedule: "auto", nextAt: readNow() });
    // Ten in the evening in China.
    nowMs += 10 * hourMs;
    await requestVisits(store, ["liuquan"], readNow());
    work();
    await waitFor(() => expect(listBegun().sort()).toEqual(["demo", "liuquan"]));
    await letLook();
    expect(listBegun()).toHaveLength(2);
    nowMs += 9 * hourMs;
    await waitFor(() => expect(listBegun()).toContain("baiyu"));
  });

  it("keeps working when a job fails, and tells of it once", async () => {
    const broken = openFakeCrawler(store, readNow, (id) => {
      if (id === "baiyu") throw new Error("the disk is full");
    });
    let reads = 0;
    await requestVisits(store, ids, readNow());
    const readPending = async () => {
      reads += 1;
      throw new Error("the archive is gone");
    };
    let indexed = 0;
    work({ crawler: broken, readPending, indexPending: async () => (indexed += 1) });
    await waitFor(() => expect(broken.begun).toHaveLength(2));
    await waitFor(() => expect(Math.min(reads, indexed)).toBeGreaterThan(3));
    expect(said.filter((line) => line.includes("the archive is gone"))).toHaveLength(1);
    expect(said.filter((line) => line.includes("the disk is full"))).toHaveLength(1);
    // What could not begin is due again later.
    expect((await loadRow("baiyu"))?.nextAt).toBe(new Date(noon + 120_000).toISOString());
  });

  it("leaves a source that the settings refuse to its schedule, and goes on with the others", async () => {
    const refusing = openFakeCrawler(store, readNow, (id) => {
      if (id !== "qingshan") throw new SourceRefused("Set GONGKAI_CONTACT.");
    });
    await setSchedule(store, ["baiyu"], "every 12h");
    await requestVisits(store, ids, readNow());
    work({ crawler: refusing });
    await waitFor(() => expect(refusing.begun).toHaveLength(1));
    await letLook();
    expect((await loadRow("baiyu"))?.nextAt).toBe(new Date(noon + 12 * hourMs).toISOString());
    expect(await loadRow("liuquan")).toMatchObject({
      nextAt: null,
      wantedAt: null,
      refusal: { refusal: "contact", at: readNow() },
    });
    expect((await loadRow("qingshan"))?.refusal).toBeNull();
    expect(said.filter((line) => line.includes("GONGKAI_CONTACT"))).toEqual([
      "baiyu does not begin: Set GONGKAI_CONTACT.",
      "liuquan does not begin: Set GONGKAI_CONTACT.",
    ]);
  });

  it("comes back for addresses that wait, before the schedule asks for it and not at once", async () => {
    const planOf = async (id: string) => Date.parse((await loadRow(id))?.nextAt ?? "") - noon;
    await setSchedule(store, ids, "every 12h");
    await addDue("qingshan", noon + 2 * hourMs);
    await addDue("liuquan", noon);
    await addDue("baiyu", noon + 20 * hourMs);
    work();
    await waitFor(() => expect(crawler.begun).toHaveLength(3));
    for (const id of ids) await crawler.finish(id);
    await waitFor(async () => expect(await planOf("qingshan")).toBe(2 * hourMs));
    await waitFor(async () => expect(await planOf("liuquan")).toBe(hourMs / 6));
    expect(await planOf("baiyu")).toBe(12 * hourMs);
  });
});
