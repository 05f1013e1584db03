import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openMemoryTerminal } from "../../command/memory-terminal.ts";
import { printImpact } from "../../../command/print-impact.ts";
import { buildRequest, noHints } from "../../../corpus/address.ts";
import type { NewAddress } from "../../../corpus/frontier.ts";
import type { Source } from "../../../corpus/source.ts";
import { addAddresses } from "../../../corpus/store/frontier/add-addresses.ts";
import type { Store } from "../../../corpus/store/open-store.ts";
import { beginRun, endRun } from "../../../corpus/store/runs.ts";
import { planVisit, setSchedule } from "../../../corpus/store/schedule.ts";
import { loadSourceRows } from "../../../corpus/store/source-rows.ts";
import { loadSources, saveSources } from "../../../corpus/store/sources.ts";
import type { CrawlEvent } from "../../../crawler/crawl/crawl-event.ts";
import { StoreCrawler } from "../../../crawler/crawl/store-crawler.ts";
import { buildRequestKey } from "../../../crawler/links/canonicalize-address.ts";
import { politePace } from "../../../crawler/manners/compute-delay.ts";
import { loadImpact } from "../../../crawler/schedule/load-impact.ts";
import { openTestArchive } from "../../archive/open-test-archive.ts";
import { openEmptyStore } from "../../store/open-empty-store.ts";

const now = Date.parse("2024-06-10T02:00:00.000Z");
const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const format = (ms: number) => new Date(ms).toISOString();
const source: Source = {
  id: "qingshan",
  division: "990121",
  agency: null,
  entry: "http://www.qingshan.gov.test/",
  kind: "portal",
  render: "http",
  notes: "虚构",
};

let folder = "";
let store: Store;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "gongkai-impact-"));
  store = await openEmptyStore(join(folder, "gongkai.db"));
  await saveSources(store, [source], "added");
});
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true });
});

interface Held {
  readonly role?: NewAddress["role"];
  readonly state: "due" | "done" | "failed";
  /** Days before now. */
  readonly found: number;
  readonly visited?: number;
  /** Hours from now. */
  readonly dueIn?: number;
  readonly host?: string;
}

async function hold(address: Held, at: number): Promise<void> {
  const { role = "report", host = "www.qingshan.gov.test", state, visited, dueIn = 0 } = address;
  const request = buildRequest(`http://${host}/${at}.html`);
  const key = buildRequestKey(request) ?? "";
  const place = { key, host, sourceId: "qingshan", render: "http", via: null } as const;
  const found = format(now - address.found * dayMs);
  await addAddresses(store, [{ request, role, hints: noHints, ...place }], found);
  const visitedAt = visited === undefined ? null : format(now - visited * dayMs);
  await store.db
    .updateTable("address")
    .set({ state, visited_at: visitedAt, due_at: format(now + dueIn * hourMs) })
    .where("key", "=", key)
    .execute();
}

const held: readonly Held[] = [
  { role: "list", state: "done", found: 200, visited: 1 },
  { role: "column", state: "failed", found: 200, visited: 1 },
  // Young: three days have to pass.
  { state: "done", found: 20, visited: 1 },
  { state: "done", found: 20, visited: 2.6 },
  { state: "done", found: 20, visited: 4 },
  // Old: thirty.
  { state: "done", found: 200, visited: 10 },
  { state: "done", found: 200, visited: 31 },
  { state: "failed", found: 200, visited: 10 },
  // Waiting.
  { state: "due", found: 200, visited: 1, dueIn: 3 },
  { state: "due", found: 200, visited: 1, dueIn: 48 },
  // On a host that waits for a person.
  { state: "due", found: 1, host: "xxgk.qingshan.gov.test" },
];

const countNext = async () => {
  const { hosts } = await loadImpact(store, await loadSourceRows(store), now);
  return Object.fromEntries(hosts.map(({ host, next }) => [host, next]));
};

/** How many addresses a crawl that begins then makes due. */
async function countDue(at: number): Promise<number> {
  const { archive, close } = await openTestArchive();
  const findNetwork = () => ({
    client: { fetch: () => Promise.reject(new Error("unused")) },
    resolve: () => Promise.reject(new Error("unused")),
    openRenderer: () => Promise.reject(new Error("unused")),
    pace: politePace,
  });
  const events: CrawlEvent[] = [];
  const onEvent = (event: CrawlEvent) => events.push(event);
  const parts = { store, archive, findNetwork, owner: "one", now: () => at, onEvent };
  await store.db
    .updateTable("host")
    .set({ lease_until: format(at + dayMs) })
    .execute();
  const crawler = new StoreCrawler(parts);
  const [own] = await loadSources(store);
  if (own === undefined) throw new Error("there is no such source");
  await crawler.begin(own, "schedule");
  const rows = await store.db
    .selectFrom("address")
    .innerJoin("host", "host.name", "address.host")
    .where("address.state", "=", "due")
    .where("due_at", "<=", format(at))
    .where("ready_at", "<=", format(at))
    .select("address.id")
    .execute();
  await crawler.close();
  await close();
  return rows.length;
}

describe("the pages that the next crawl asks for", () => {
  beforeEach(async () => {
    for (const [at, address] of held.entries()) await hold(address, at);
    await store.db
      .updateTable("host")
      .set({ state: "challenged", ready_at: "9999-12-31T00:00:00.000Z" })
      .where("name", "=", "xxgk.qingshan.gov.test")
      .execute();
  });

  it("are those that are due when the schedule begins it", async () => {
    const nextAt = format(now + 12 * hourMs);
    await setSchedule(store, ["qingshan"], "every 12h");
    await planVisit(store, { id: "qingshan", schedule: "every 12h", nextAt });
    // Both lists, the entry itself, young ones of 3.1 and 4.5 days, the old one of 31.5 and what waits for 3 hours.
    expect(await countNext()).toEqual({
      "www.qingshan.gov.test": 7,
      "xxgk.qingshan.gov.test": 0,
    });
    expect(await countDue(now + 12 * hourMs)).toBe(7);
  });

  it("are the rest alone where the last crawl ended lately and left some", async () => {
    const run = await beginRun(store, {
      sourceId: "qingshan",
      cause: "schedule",
      now: format(now),
    });
    await endRun(store, { id: run, state: "done", now: format(now) });
    await setSchedule(store, ["qingshan"], "every 4h");
    const nextAt = format(now + 4 * hourMs);
    await planVisit(store, { id: "qingshan", schedule: "every 4h", nextAt });
    expect((await countNext())["www.qingshan.gov.test"]).toBe(2);
    expect(await countDue(now + 4 * hourMs)).toBe(2);
  });

  it("are, without a schedule, those of a crawl that a person begins", async () => {
    await setSchedule(store, ["qingshan"], null);
    // What failed and what waits is tried at once; the young one of 2.6 days is not asked for yet.
    expect((await countNext())["www.qingshan.gov.test"]).toBe(8);
  });
});

describe("what is printed", () => {
  const print = async () => {
    const { terminal, read } = openMemoryTerminal();
    const wishes = { context: { terminal }, json: false };
    await printImpact({ corpus: { store } }, await loadSources(store), wishes);
    return read().out;
  };

  it("names the pause that the hosts of a source really get", async () => {
    await saveSources(
      store,
      [{ ...source, id: "other", entry: "http://www.example.org/" }],
      "list",
    );
    const out = await print();
    expect(out).toMatch(/^qingshan: not crawled yet; .*a request every 0\.02 s at most/mu);
    expect(out).toMatch(/^other: not crawled yet; .*a request every 3 s at most/mu);
  });

  it("says which of its columns is what the pause allows", async () => {
    expect((await print()).split("\n")[0]).toMatch(
      /^host +pages of the next crawl +mean a day +most a day that the pause allows +pause/u,
    );
  });
});
