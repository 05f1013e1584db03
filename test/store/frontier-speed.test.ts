import Database from "better-sqlite3";
import { Kysely, SqliteDialect } from "kysely";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { buildRequest, noHints } from "../../corpus/address.ts";
import type { NewAddress } from "../../corpus/frontier.ts";
import { cacheStatements } from "../../corpus/store/cache-statements.ts";
import { sqliteTraits } from "../../corpus/store/dialect-traits.ts";
import { addAddresses } from "../../corpus/store/frontier/add-addresses.ts";
import { claimAddress } from "../../corpus/store/frontier/claim-address.ts";
import { findNextDue, hasDue } from "../../corpus/store/frontier/find-next-due.ts";
import { findNextRetry } from "../../corpus/store/frontier/find-next-retry.ts";
import { beginRun, isWaiting } from "../../corpus/store/runs.ts";
import { loadRevisit } from "../../crawler/crawl/load-revisit.ts";
import { endOwner, loadLeasedHosts } from "../../corpus/store/end-owner.ts";
import { migrations } from "../../corpus/store/migrations/migrations.ts";
import type { Store } from "../../corpus/store/open-store.ts";
import type { Schema } from "../../corpus/store/schema.ts";
import { saveSources } from "../../corpus/store/sources.ts";

const now = "2026-01-01T00:00:00.000Z";
const later = "2026-01-01T01:00:00.000Z";

describe("a frontier of several sources on the same hosts", () => {
  let database: Database.Database;
  let store: Store;
  let asked: unknown[] = [];
  beforeEach(async () => {
    asked = [];
    database = new Database(":memory:", { verbose: (statement) => asked.push(statement) });
    const db = new Kysely<Schema>({
      dialect: new SqliteDialect({ database: cacheStatements(database) }),
    });
    store = { db, traits: sqliteTraits, close: () => db.destroy() };
    await migrate(({ name }) => name < "0010");
  });
  afterEach(() => store.close());

  const migrate = async (isMeant: (migration: { readonly name: string }) => boolean) => {
    for (const { up } of migrations.filter(isMeant))
      await up(store.db as unknown as Kysely<unknown>, sqliteTraits);
  };
  const claim = (sources: readonly string[]) =>
    claimAddress(store, { owner: "one", now, until: later, sources, render: null });

  it("knows after the migration what was added before it", async () => {
    await saveSources(store, [buildSource("qingshan"), buildSource("liuquan")], "list");
    insertBefore(database);
    await migrate(({ name }) => name >= "0010");
    expect(await hasDue(store, { sourceId: "liuquan", horizon: now })).toBe(true);
    expect(await findNextDue(store, ["qingshan"])).toBeNull();
    expect((await claim(["liuquan"]))?.request.url).toBe("http://old.gov.test/1");
  });

  it("gives of all sources wished for what leads to more first, and of no other", async () => {
    await migrate(({ name }) => name >= "0010");
    await saveSources(store, ["a", "b", "c"].map(buildSource), "list");
    const found = [
      buildAddress("report", "a"),
      buildAddress("list", "b"),
      buildAddress("entry", "c"),
    ];
    await addAddresses(store, found, now);
    expect((await claim(["a", "b"]))?.role).toBe("list");
    expect(await claim(["a", "b"])).toBeNull();
    expect(await findNextDue(store, ["a"])).toBe(later);
  });

  it("is gone on with after a crash without a look at all of its addresses", async () => {
    await migrate(({ name }) => name >= "0010");
    await saveSources(store, [buildSource("a")], "demo");
    await addAddresses(store, [buildAddress("report", "a"), buildAddress("list", "a")], now);
    const run = await beginRun(store, { sourceId: "a", cause: "request", owner: "one", now });
    await claim(["a"]);
    asked = [];
    const [leased, ...others] = await loadLeasedHosts(store, "one");
    expect([leased?.sourceId, others]).toEqual(["a", []]);
    const hosts = [{ name: "www.qingshan.gov.test", readyAt: now }];
    expect(await endOwner(store, { owner: "one", now, hosts })).toEqual(["a"]);
    await loadRevisit(store, { sourceId: "a", cause: "request", now: Date.parse(now), all: false });
    expect(await isWaiting(store, "a", now)).toBe(false);
    expect(await hasDue(store, { sourceId: "a", horizon: now })).toBe(true);
    expect(await claim(["a"])).not.toBeNull();
    await findNextDue(store, ["a"]);
    await findNextRetry(store, "a");
    expect(run).toBe(1);
    expect(listScans()).toEqual([]);
  });

  /** Which of the statements read a whole table of addresses, visits or readings. */
  function listScans(): readonly unknown[] {
    const statements = [...new Set(asked)].filter(
      (statement) =>
        typeof statement === "string" && /^(?:select|update|insert|with)/iu.test(statement),
    );
    expect(statements.length).toBeGreaterThan(8);
    return statements.filter((statement) =>
      database
        .prepare(`explain query plan ${String(statement)}`)
        .all()
        .some((step) => /SCAN (?:address|visit|reading)/u.test(JSON.stringify(step))),
    );
  }

  it("writes everything but claims to the disk at once", async () => {
    await migrate(({ name }) => name >= "0010");
    database.pragma("synchronous = FULL");
    await saveSources(store, [buildSource("a")], "list");
    await addAddresses(store, [buildAddress("report", "a")], now);
    for (let turn = 0; turn < 3; turn++) {
      await claim(["a"]);
      expect(database.pragma("synchronous", { simple: true })).toBe(2);
    }
  });
});

/** A row as it stood before sources and hosts were kept together. */
function insertBefore(database: Database.Database): void {
  const request = JSON.stringify(buildRequest("http://old.gov.test/1"));
  const trail = JSON.stringify({ steps: 0, frames: 0, trial: null, seen: [] });
  database
    .prepare(
      "insert into host (name, state, ready_at, paced_until, lease_until) values ('old.gov.test', 'open', ?, ?, ?)",
    )
    .run(now, now, now);
  database
    .prepare(
      "insert into address (key, host, source_id, render, role, request, hints, trail, state, priority, due_at, found_at) values ('old.gov.test/1', 'old.gov.test', 'liuquan', 'http', 'report', ?, ?, ?, 'due', 3, ?, ?)",
    )
    .run(request, JSON.stringify(noHints), trail, now, now);
}

function buildSource(id: string) {
  return {
    id,
    division: "990101",
    agency: null,
    entry: "http://www.qingshan.gov.test/",
    kind: "portal" as const,
    render: "http" as const,
    notes: "虚构",
  };
}

function buildAddress(role: NewAddress["role"], sourceId: string): NewAddress {
  const host = "www.qingshan.gov.test";
  return {
    key: `${host}/${role}`,
    host,
    sourceId,
    render: "http",
    role,
    request: buildRequest(`http://${host}/${role}`),
    hints: noHints,
    via: null,
  };
}
