import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { buildRequest, noHints } from "../../corpus/address.ts";
import { buildSourceState } from "../../corpus/build-source-state.ts";
import { addAddresses } from "../../corpus/store/frontier/add-addresses.ts";
import type { Store } from "../../corpus/store/open-store.ts";
import { beginRun, endRun } from "../../corpus/store/runs.ts";
import { planVisit, setSchedule } from "../../corpus/store/schedule.ts";
import { noCounts } from "../../corpus/store/source-counts.ts";
import { loadSourceRows } from "../../corpus/store/source-rows.ts";
import { saveSources } from "../../corpus/store/sources.ts";
import { SourceStarter } from "../../crawler/schedule/source-starter.ts";
import { type FakeCrawler, openFakeCrawler } from "./fake-crawler.ts";
import { openEmptyStore } from "../store/open-empty-store.ts";

const noon = Date.parse("2024-05-08T04:00:00.000Z");
const hourMs = 3_600_000;
const entry = "http://www.qingshan.gov.test/";
const every = "every 12h";

let folder = "";
let store: Store;
let crawler: FakeCrawler;
let starter: SourceStarter;
let nowMs = noon;
const format = (ms: number) => new Date(ms).toISOString();
const readNow = () => format(nowMs);

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "gongkai-starter-"));
  store = await openEmptyStore(join(folder, "gongkai.db"));
  nowMs = noon;
  const place = { division: "990101", agency: null, entry, notes: "虚构" };
  const source = { id: "qingshan", ...place, kind: "portal", render: "http" } as const;
  await saveSources(store, [source], "list");
  await setSchedule(store, ["qingshan"], every);
  crawler = openFakeCrawler(store, readNow);
  starter = new SourceStarter({
    store,
    crawler,
    readClock: () => nowMs,
    atOnce: 8,
    lostAfterMs: hourMs,
    report: () => {},
  });
});
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true });
});

/** Looks once as the worker does. */
async function look(): Promise<void> {
  await starter.noteEnded();
  await starter.planNew();
  await starter.beginDue();
}

async function loadState() {
  const [row] = await loadSourceRows(store, "qingshan");
  if (row === undefined) throw new Error("there is no such source");
  const surroundings = { counts: noCounts, blocked: false, region: [], now: readNow() };
  const { words } = buildSourceState(row, surroundings).next;
  return { words, hours: (Date.parse(row.nextAt ?? "") - noon) / hourMs };
}

/** An address that waits until then. */
async function addDue(hours: number): Promise<void> {
  const place = { key: entry, host: "www.qingshan.gov.test", sourceId: "qingshan" };
  const address = { ...place, request: buildRequest(entry), role: "list", hints: noHints } as const;
  await addAddresses(
    store,
    [{ ...address, render: "http", via: null }],
    format(noon + hours * hourMs),
  );
}

describe("an interval", () => {
  it("is counted from the last full crawl, not from a try for what that one left", async () => {
    await addDue(9);
    await look();
    await crawler.finish("qingshan");
    await look();
    expect(await loadState()).toEqual({ hours: 9, words: expect.stringContaining("重试") });
    nowMs = noon + 9 * hourMs;
    await look();
    expect(await loadState()).toMatchObject({ hours: 12 });
    nowMs = noon + 10 * hourMs;
    await store.db.updateTable("address").set({ state: "done" }).execute();
    await crawler.finish("qingshan");
    await look();
    expect(await loadState()).toEqual({ hours: 12, words: expect.stringContaining("每 12 小时") });
    nowMs = noon + 12 * hourMs;
    await look();
    expect(crawler.begun.map(({ cause }) => cause)).toEqual(["schedule", "retry", "schedule"]);
    expect(await loadState()).toMatchObject({ hours: 24 });
  });

  it("is not moved by a retry that was stopped and goes on", async () => {
    await addDue(9);
    await look();
    await crawler.finish("qingshan");
    await look();
    nowMs = noon + 9 * hourMs;
    await look();
    nowMs = noon + 10 * hourMs;
    await starter.end();
    await look();
    expect(await loadState()).toMatchObject({ hours: 12 });
    await store.db.updateTable("address").set({ state: "done" }).execute();
    await crawler.finish("qingshan");
    await look();
    expect(crawler.begun.map(({ cause }) => cause)).toEqual(["schedule", "retry", "retry"]);
    expect(await loadState()).toEqual({ hours: 12, words: expect.stringContaining("每 12 小时") });
  });

  it("comes back for what a crawl of the command line left, when that may be asked for", async () => {
    await addDue(9);
    const id = await beginRun(store, { sourceId: "qingshan", cause: "command", now: readNow() });
    await look();
    await endRun(store, { id, state: "done", now: readNow() });
    await look();
    expect(await loadState()).toEqual({ hours: 9, words: expect.stringContaining("重试") });
    nowMs = noon + 9 * hourMs;
    await look();
    expect(crawler.begun.map(({ cause }) => cause)).toEqual(["retry"]);
    expect(await loadState()).toMatchObject({ hours: 12 });
  });

  it("begins with a full crawl where there was none, whatever is due", async () => {
    await addDue(9);
    await look();
    expect(crawler.begun.map(({ cause }) => cause)).toEqual(["schedule"]);
  });

  it("is counted from a crawl of the command line too", async () => {
    await planVisit(store, { id: "qingshan", schedule: every, nextAt: format(noon + 2 * hourMs) });
    const id = await beginRun(store, { sourceId: "qingshan", cause: "command", now: readNow() });
    await endRun(store, { id, state: "done", now: readNow() });
    await look();
    expect(await loadState()).toMatchObject({ hours: 12 });
    expect(crawler.begun).toEqual([]);
  });
});
