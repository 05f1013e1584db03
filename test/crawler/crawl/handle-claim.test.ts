import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { buildRequest, noHints, noTrail } from "../../../corpus/address.ts";
import { openArchive } from "../../../corpus/archive/open-archive.ts";
import type { Claim, NewAddress } from "../../../corpus/frontier.ts";
import { addAddresses } from "../../../corpus/store/frontier/add-addresses.ts";
import { claimAddress } from "../../../corpus/store/frontier/claim-address.ts";
import { loadFailures } from "../../../corpus/store/frontier/load-failures.ts";
import { loadMissing } from "../../../corpus/store/frontier/load-missing.ts";
import type { Store } from "../../../corpus/store/open-store.ts";
import { beginRun } from "../../../corpus/store/runs.ts";
import { countSources } from "../../../corpus/store/source-counts.ts";
import { loadFailedAddresses } from "../../../corpus/store/source-detail.ts";
import { type HeldSource, loadSources, saveSources } from "../../../corpus/store/sources.ts";
import type { CrawlParts, Network } from "../../../crawler/crawl/crawl-parts.ts";
import { findLeads } from "../../../crawler/crawl/find-leads.ts";
import { listFound } from "../../../crawler/crawl/list-found.ts";
import { handleClaim } from "../../../crawler/crawl/handle-claim.ts";
import { buildFailure } from "../../../crawler/http/fetch-failed.ts";
import { buildRequestKey } from "../../../crawler/links/canonicalize-address.ts";
import { discoveryBounds } from "../../../crawler/links/find-columns.ts";
import { politePace } from "../../../crawler/manners/compute-delay.ts";
import { buildAnswer } from "./build-answer.ts";
import { openEmptyStore } from "../../store/open-empty-store.ts";

const start = Date.UTC(2026, 0, 5, 2);
const entry = "http://www.qingshan.gov.test/";
let folder: string;
let store: Store;
let source: HeldSource;
let parts: CrawlParts;
let runId: number;
let clock = start;

beforeEach(async () => {
  clock = start;
  folder = mkdtempSync(join(tmpdir(), "gk-claim-"));
  store = await openEmptyStore(join(folder, "gongkai.db"));
  const archive = await openArchive({ folder: join(folder, "archive"), store });
  const fields = {
    division: "990121",
    agency: null,
    entry,
    kind: "portal",
    render: "http",
  } as const;
  await saveSources(store, [{ id: "qingshan", ...fields, notes: "虚构" }], "added");
  [source] = (await loadSources(store)) as [HeldSource];
  runId = await beginRun(store, { sourceId: "qingshan", cause: "command", now: format(0) });
  const findNetwork = () => buildNetwork(async () => Promise.reject(new Error("unused")));
  parts = { store, archive, findNetwork, owner: "one", now: () => clock, onEvent: () => {} };
});
afterEach(async () => {
  await parts.archive.close();
  await store.close();
  rmSync(folder, { recursive: true });
});

const format = (ms: number) => new Date(start + ms).toISOString();

function buildNetwork(fetch: Network["client"]["fetch"], ip = "1.2.3.4"): Network {
  return {
    client: { fetch },
    resolve: async () => [{ address: ip, family: 4 }],
    openRenderer: async () => Promise.reject(new Error("unused")),
    pace: politePace,
  };
}

function buildAddress(host: string, path: string, role: NewAddress["role"] = "report"): NewAddress {
  const request = buildRequest(`http://${host}${path}`);
  const key = buildRequestKey(request) ?? "";
  const place = { key, host, sourceId: "qingshan" } as const;
  return { request, role, hints: noHints, ...place, render: "http", via: null };
}

async function claim(): Promise<Claim | null> {
  const until = new Date(clock + 120_000).toISOString();
  const now = new Date(clock).toISOString();
  return claimAddress(store, { owner: "one", now, until, sources: ["qingshan"], render: null });
}

async function handle(network: Network): Promise<void> {
  const held = await claim();
  if (held === null) throw new Error("Nothing can be claimed.");
  const { signal } = new AbortController();
  await handleClaim({ claim: held, source, network, runId, signal }, parts);
}

/** A host that has been asked for robots.txt and a missing page, unless told otherwise. */
async function prepare(notes: { readonly missing: null | [] } = { missing: [] }): Promise<void> {
  const robots = JSON.stringify({ status: 404, body: "", fetchedAt: start });
  const habits = JSON.stringify({ habits: { tls: "strict", family: null }, ...notes });
  await store.db.updateTable("host").set({ robots, habits }).execute();
}

const loadHost = async (name = "www.qingshan.gov.test") =>
  store.db.selectFrom("host").where("name", "=", name).selectAll().executeTakeFirstOrThrow();

describe("a visit that breaks for a reason of our own", () => {
  it("is noted, and the host gets its pause and its IP address back", async () => {
    await addAddresses(store, [buildAddress("www.qingshan.gov.test", "/1.html")], format(0));
    await prepare();
    await handle(buildNetwork(async () => Promise.reject(new TypeError("boom"))));
    const address = await store.db.selectFrom("address").selectAll().executeTakeFirstOrThrow();
    expect(address).toMatchObject({ state: "due", failure: "broken", attempts: 1 });
    const host = await loadHost();
    expect(host.paced_until).toBe(format(3_000));
    const ip = await store.db.selectFrom("ip").selectAll().executeTakeFirstOrThrow();
    expect(ip).toMatchObject({ lease_until: format(0), paced_until: format(3_000) });
  });
});

describe("the question for a page that cannot exist", () => {
  it("keeps the wait that the host asks for, and learns nothing then", async () => {
    await addAddresses(store, [buildAddress("www.qingshan.gov.test", "/1.html")], format(0));
    await prepare({ missing: null });
    const failure = buildFailure("too-many-requests", "asks for patience", { waitMs: 3_600_000 });
    await handle(buildNetwork(async () => Promise.reject(failure)));
    const host = await loadHost();
    expect(host.ready_at).toBe(format(3_600_000));
    expect(JSON.parse(host.habits ?? "{}")).toMatchObject({ missing: null });
  });

  it("is given up after two connections that break off, with the pause kept each time", async () => {
    await addAddresses(store, [buildAddress("www.qingshan.gov.test", "/1.html")], format(0));
    await prepare({ missing: null });
    const network = buildNetwork(async () => Promise.reject(buildFailure("reset", "broke off")));
    for (let tries = 0; tries < 3; tries++) {
      await handle(network);
      expect((await loadHost()).paced_until > new Date(clock).toISOString()).toBe(true);
      clock += 600_000;
    }
    expect(JSON.parse((await loadHost()).habits ?? "{}")).toMatchObject({ missing: [] });
  });
});

describe("a host whose name is not known", () => {
  const lost = buildFailure("dns", "www.qingshan.gov.test is not known to DNS.");

  it("is told by that, each time, and is asked again as soon as its name is known", async () => {
    await addAddresses(store, [buildAddress("www.qingshan.gov.test", "/1.html")], format(0));
    for (let tries = 0; tries < 8; tries++) {
      await handle(buildNetwork(async () => Promise.reject(lost)));
      const address = await store.db.selectFrom("address").selectAll().executeTakeFirstOrThrow();
      expect(address).toMatchObject({ state: "due", failure: "dns", attempts: tries + 1 });
      expect(address.reason).toBe(lost.message);
      clock += 3 * 86_400_000;
    }
    expect((await loadHost()).robots).toBeNull();
    const asked: string[] = [];
    const answering = buildNetwork(async ({ url }) => {
      asked.push(url);
      throw buildFailure("not-found", `${url} is not there`, { fetched: buildAnswer(url, 404) });
    });
    await handle(answering);
    expect(asked).toEqual([expect.stringMatching(/\/robots\.txt$/u)]);
    expect(JSON.parse((await loadHost()).robots ?? "{}")).toMatchObject({ status: 404 });
  });

  it("is not meant where robots.txt leads to such a name", async () => {
    await addAddresses(store, [buildAddress("www.qingshan.gov.test", "/1.html")], format(0));
    const network = buildNetwork(async ({ url }) => {
      if (!url.includes("www.qingshan")) throw lost;
      return { ...buildAnswer(url, 302), movedTo: "http://gone.gov.test/robots.txt" };
    });
    await handle(network);
    const address = await store.db.selectFrom("address").selectAll().executeTakeFirstOrThrow();
    expect(address).toMatchObject({ state: "due", failure: "robots-unreachable" });
  });
});

describe("a guessed page of a list", () => {
  const guess = (digest: string | null): Promise<unknown> =>
    store.db
      .updateTable("address")
      .set({ trail: JSON.stringify({ ...noTrail, trial: "index_{p}", seen: ["a"] }), digest })
      .execute();
  const answering = buildNetwork(async ({ url }) => {
    throw buildFailure("not-found", `${url} is not there`, { fetched: buildAnswer(url, 404) });
  });

  it("that is not there is no failure anywhere", async () => {
    const host = "www.qingshan.gov.test";
    await addAddresses(store, [buildAddress(host, "/nb/index_1.html", "list")], format(0));
    await prepare();
    await guess(null);
    await handle(answering);
    const [address] = await store.db.selectFrom("address").selectAll().orderBy("id").execute();
    expect(address).toMatchObject({ state: "done", status: 404, failure: null, digest: null });
    const visit = await store.db.selectFrom("visit").selectAll().executeTakeFirstOrThrow();
    expect(visit).toMatchObject({ status: 404, failure: null, reason: null, change: null });
    const [run] = await store.db.selectFrom("run").selectAll().execute();
    expect(run).toMatchObject({ visits: 1, failures: 0, contents: 0 });
    expect(await loadFailures(store, ["qingshan"])).toEqual([]);
    expect((await countSources(store)).counts.get("qingshan")?.failures).toEqual([]);
    expect(await loadFailedAddresses(store, { sourceId: "qingshan", limit: 9 })).toEqual([]);
  });

  it("that was there once is missed when it is gone", async () => {
    const host = "www.qingshan.gov.test";
    await addAddresses(store, [buildAddress(host, "/nb/index_1.html", "list")], format(0));
    await prepare();
    await guess("ab".repeat(32));
    await handle(answering);
    expect(await loadFailures(store, ["qingshan"])).toMatchObject([{ failure: "not-found" }]);
    const visit = await store.db.selectFrom("visit").selectAll().executeTakeFirstOrThrow();
    expect(visit).toMatchObject({ failure: "not-found", change: null });
    expect(await loadMissing(store, ["qingshan"])).toMatchObject([{ since: format(0) }]);
  });
});

describe("hosts that share an IP address", () => {
  it("are passed by while it is being asked, without trying them again and again", async () => {
    const hosts = ["a.qingshan.gov.test", "b.qingshan.gov.test"];
    await addAddresses(
      store,
      hosts.map((host) => buildAddress(host, "/1.html")),
      format(0),
    );
    await prepare();
    const waiting: (() => void)[] = [];
    const first = handle(
      buildNetwork(async (request) => {
        await new Promise<void>((resolve) => waiting.push(resolve));
        throw buildFailure("not-found", `${request.url} is not there`);
      }),
    );
    while (waiting.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    await handle(buildNetwork(async () => Promise.reject(new Error("must not be asked"))));
    clock += 1_000;
    expect(await claim()).toBeNull();
    waiting[0]?.();
    await first;
    clock += 3_000;
    expect((await claim())?.host.name).toBe("b.qingshan.gov.test");
  });
});

describe("the pages on the way to columns", () => {
  it("are counted once, however many pages lead to them", async () => {
    const host = "www.qingshan.gov.test";
    const known = Array.from({ length: discoveryBounds.pages - 90 }, (_, at) =>
      buildAddress(host, `/zwgk/known${at}/`, "entry"),
    );
    await addAddresses(store, known, format(0));
    const shown = [
      ...known.slice(0, 100).map(({ request }) => request.url),
      ...Array.from({ length: 20 }, (_, at) => `http://${host}/zwgk/new${at}/`),
    ];
    const list = shown.map((url, at) => `<li><a href="${url}">青山县第${at}局信息公开</a></li>`);
    const text = `<html><title>政府信息公开</title><ul>${list.join("")}</ul></html>`;
    const held = await claim();
    if (held === null) throw new Error("Nothing can be claimed.");
    const fetched = {
      url: `http://${host}/zwgk/`,
      status: 200,
      headers: {},
      mediaType: "text/html",
      content: new TextEncoder().encode(text),
      charset: "utf-8",
      movedTo: null,
      habits: { tls: "strict", family: null } as const,
      exchanges: [] as never,
    };
    const links = listFound({ fetched, text, failure: null, claim: held });
    const found = await findLeads({ answer: { found: links }, claim: held, source }, store);
    const entries = found.filter(({ role }) => role === "entry").map(({ key }) => key);
    expect(entries.filter((key) => key.includes("/new"))).toHaveLength(20);
  });
});
