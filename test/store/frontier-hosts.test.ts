import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { buildRequest, noHints } from "../../corpus/address.ts";
import type { Claim, HostRecord, NewAddress } from "../../corpus/frontier.ts";
import { addAddresses } from "../../corpus/store/frontier/add-addresses.ts";
import { claimHost } from "../../corpus/store/frontier/claim-host.ts";
import { saveHost } from "../../corpus/store/frontier/save-host.ts";
import { claimAddress } from "../../corpus/store/frontier/claim-address.ts";
import { findNextRetry } from "../../corpus/store/frontier/find-next-retry.ts";
import { endVisit } from "../../corpus/store/frontier/end-visit.ts";
import { markDue } from "../../corpus/store/frontier/mark-due.ts";
import { reopenHosts } from "../../corpus/store/frontier/reopen-hosts.ts";
import { openStore, type Store } from "../../corpus/store/open-store.ts";
import { countPendingReadings } from "../../corpus/store/readings.ts";
import { removeDemo } from "../../corpus/store/remove-demo.ts";
import { beginRun, endRun } from "../../corpus/store/runs.ts";
import { loadSources, saveSources } from "../../corpus/store/sources.ts";

const source = {
  division: "990121",
  agency: null,
  entry: "http://www.qingshan.gov.test/",
  kind: "portal",
  render: "http",
  notes: "虚构",
} as const;
const never = "9999-12-31T23:59:59.999Z";
const at = (second: number) => new Date(Date.UTC(2026, 0, 5) + second * 1000).toISOString();

/** Nothing is old enough to be visited again, and nothing young. */
const revisit = {
  oldBefore: at(-1_000),
  youngSince: at(1_000),
  youngBefore: at(-1_000),
  failedBefore: at(-1_000),
  restedBy: never,
};

let store: Store;
beforeEach(async () => {
  store = await openStore({ file: ":memory:" });
  await saveSources(store, [{ id: "qingshan", ...source }], "added");
  await saveSources(store, [{ id: "demo-liuquan", ...source }], "demo");
});
afterEach(async () => {
  await store.close();
});

const address = (sourceId: string, host: string): NewAddress => ({
  request: buildRequest(`http://${host}/1.html`),
  role: "report",
  hints: noHints,
  key: `${host}/1.html`,
  host,
  sourceId,
  render: "http",
  via: null,
});

const claim = (now: number) =>
  claimAddress(store, {
    owner: "one",
    now: at(now),
    until: at(now + 120),
    sources: null,
    render: null,
  });

const claimOn = async (host: string) => {
  const held = await claimAddress(store, {
    owner: "one",
    now: at(20),
    until: at(120),
    sources: ["qingshan"],
    render: null,
  });
  expect(held?.host.name).toBe(host);
  return held;
};

/** Ends a visit that left its host in this state. */
async function close(held: Claim | null, state: Partial<HostRecord>): Promise<void> {
  if (held === null) throw new Error("nothing was claimed");
  await endVisit(store, {
    id: held.id,
    owner: "one",
    now: at(1),
    end: { state: "due", status: 412, failure: "challenge", reason: "asks", dueAt: at(90_000) },
    host: { ...held.host, ...state },
    found: [],
  });
}

describe("hosts that wait for a person", () => {
  it("are asked again after a look, and only those of the source", async () => {
    await addAddresses(store, [address("qingshan", "a"), address("demo-liuquan", "b")], at(0));
    await close(await claim(0), { state: "challenged", readyAt: never, reason: "asks", trips: 4 });
    await close(await claim(0), { state: "lost", readyAt: never, reason: "moved" });
    expect(await claim(1_000)).toBeNull();
    expect(await reopenHosts(store, "qingshan", at(1_000))).toEqual(["a"]);
    const again = await claim(1_000);
    expect(again?.host).toMatchObject({ name: "a", state: "open", reason: null, trips: 0 });
    expect(await reopenHosts(store, "qingshan", at(1_001))).toEqual([]);
  });

  it("keep a pause that they are owed", async () => {
    await addAddresses(store, [address("qingshan", "a")], at(0));
    const paused = { state: "challenged", readyAt: never, pacedUntil: at(50) } as const;
    await close(await claim(0), paused);
    await reopenHosts(store, "qingshan", at(10));
    expect(await claim(49)).toBeNull();
    expect(await claim(50)).not.toBeNull();
  });
});

describe("a new crawl", () => {
  const plan = { sourceId: "qingshan", ...revisit, now: at(500) };
  const fail = async (held: Claim | null, state: "due" | "failed", dueAt: string) => {
    if (held === null) throw new Error("nothing was claimed");
    const end = { state, status: 404, failure: "not-found", reason: "none", dueAt } as const;
    const { id, host } = held;
    await endVisit(store, { id, owner: "one", now: at(1), end, host, found: [] });
  };

  it("visits lists again whatever they gave, reports that gave nothing in their own time", async () => {
    const column = { ...address("qingshan", "a"), role: "column" } as const;
    await addAddresses(store, [column, address("qingshan", "b")], at(0));
    await fail(await claim(0), "failed", at(0));
    await fail(await claim(0), "failed", at(0));
    expect(await markDue(store, { ...plan, isEager: false })).toBe(1);
    expect(await claim(500)).toMatchObject({ role: "column" });
    expect(await markDue(store, { ...plan, failedBefore: at(2), isEager: false })).toBe(1);
  });

  it("waits for nothing where a person asked for it", async () => {
    await addAddresses(store, [address("qingshan", "a")], at(0));
    await fail(await claim(0), "due", at(9_000));
    expect(await markDue(store, { ...plan, isEager: false })).toBe(0);
    expect(await claim(500)).toBeNull();
    expect(await markDue(store, { ...plan, isEager: true })).toBe(1);
    expect(await claim(500)).toMatchObject({ attempts: 0 });
  });
});

describe("the next retry of a source", () => {
  it("is when its first address and that one's host have waited long enough", async () => {
    expect(await findNextRetry(store, "qingshan")).toBeNull();
    await addAddresses(store, [address("demo-liuquan", "c")], at(0));
    await addAddresses(store, [address("qingshan", "a"), address("qingshan", "b")], at(10));
    expect(await findNextRetry(store, "qingshan")).toBe(at(10));
    await close(await claimOn("a"), { readyAt: at(95_000) });
    expect(await findNextRetry(store, "qingshan")).toBe(at(10));
    await close(await claimOn("b"), { readyAt: at(92_000) });
    expect(await findNextRetry(store, "qingshan")).toBe(at(92_000));
  });

  it("is none where the hosts wait for a person", async () => {
    await addAddresses(store, [address("qingshan", "a")], at(0));
    await close(await claimOn("a"), { state: "challenged", readyAt: never });
    expect(await findNextRetry(store, "qingshan")).toBeNull();
  });
});

describe("taking out the demo", () => {
  it("takes out its sources and all that their crawls left, and nothing else", async () => {
    await addAddresses(store, [address("qingshan", "a"), address("demo-liuquan", "b")], at(0));
    for (const sourceId of ["qingshan", "demo-liuquan"]) {
      const runId = await beginRun(store, { sourceId, cause: "command", now: at(0) });
      await visit(await claim(0), runId);
      await endRun(store, { id: runId, state: "done", now: at(1) });
    }
    expect(await countPendingReadings(store)).toBe(2);
    await removeDemo(store);
    expect(await countPendingReadings(store)).toBe(1);
    expect((await loadSources(store)).map(({ id }) => id)).toEqual(["qingshan"]);
    await saveSources(store, [{ id: "demo-liuquan", ...source }], "demo");
    expect(await addAddresses(store, [address("demo-liuquan", "b")], at(2))).toBe(1);
  });
});

async function visit(held: Claim | null, runId: number): Promise<void> {
  if (held === null) throw new Error("nothing was claimed");
  const { id, sourceId, host, request, role } = held;
  const digest = "ab".repeat(32);
  await endVisit(store, {
    id,
    owner: "one",
    now: at(1),
    end: { state: "done", status: 200, digest, etag: null, lastModified: null },
    host,
    found: [],
    visit: {
      runId,
      sourceId,
      host: host.name,
      url: request.url,
      role,
      status: 200,
      failure: null,
      reason: null,
      change: "new",
      digest,
      bytes: 9,
      tookMs: 1,
    },
    reading: {
      digest,
      url: request.url,
      status: 200,
      headers: {},
      mediaType: "text/html",
      charset: "utf-8",
      bytes: 9,
    },
  });
}

describe("a host that is asked without its addresses", () => {
  const wish = { owner: "check", host: "www.qingshan.gov.test" };

  it("is had by one at a time, crawls among them, and keeps what was learnt", async () => {
    const held = await claimHost(store, { ...wish, now: at(0), until: at(60) });
    expect(held).toMatchObject({ name: wish.host, state: "open", robots: null });
    expect(await claimHost(store, { ...wish, owner: "two", now: at(1), until: at(61) })).toBeNull();
    await addAddresses(store, [address("qingshan", wish.host)], at(0));
    expect(await claim(2)).toBeNull();
    const host: HostRecord = { ...(held as HostRecord), pacedUntil: at(10), reason: "slow" };
    await saveHost(store, { owner: "check", host, now: at(3) });
    expect(await claim(9)).toBeNull();
    expect(await claim(11)).toMatchObject({ host: { reason: "slow" } });
    expect(await claimHost(store, { ...wish, now: at(12), until: at(72) })).toBeNull();
  });

  it("is free again when its lease has run out", async () => {
    await claimHost(store, { ...wish, now: at(0), until: at(60) });
    expect(await claimHost(store, { ...wish, owner: "two", now: at(60), until: at(99) })).not.toBe(
      null,
    );
  });
});
