import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildRequest, noHints } from "../../corpus/address.ts";
import type { NewAddress } from "../../corpus/frontier.ts";
import { addAddresses } from "../../corpus/store/frontier/add-addresses.ts";
import { countFrontier } from "../../corpus/store/frontier/count-frontier.ts";
import { openStore, type Store } from "../../corpus/store/open-store.ts";
import { saveSources } from "../../corpus/store/sources.ts";
import { startPostgres } from "./postgres-server.ts";
import { describeFacts } from "./facts-suite.ts";
import { describeFailureReasons } from "./failure-reasons-suite.ts";
import { describeFrontier } from "./frontier-suite.ts";
import { describeLikeness } from "./likeness-suite.ts";
import { describeSchedule } from "./schedule-suite.ts";
import { describeSourceCounts } from "./source-counts-suite.ts";
import { describeStore } from "./store-suite.ts";

const server = await startPostgres();
afterAll(() => server?.stop());

describeFailureReasons("PostgreSQL", server && (() => openEmpty(server.url)));
describeStore("PostgreSQL", server && (() => openEmpty(server.url)));
describeFacts("PostgreSQL", server && (() => openEmpty(server.url)));
describeFrontier("PostgreSQL", server && (() => openEmpty(server.url)));
describeSchedule("PostgreSQL", server && (() => openEmpty(server.url)));
describeSourceCounts("PostgreSQL", server && (() => openEmpty(server.url)));
describeLikeness("PostgreSQL", server && (() => openEmpty(server.url)));

describe.skipIf(server === null)("two workers that find the same addresses at once", () => {
  const stores: Store[] = [];
  beforeAll(async () => {
    if (server === null) return;
    stores.push(await openEmpty(server.url), await openStore({ databaseUrl: server.url }));
    const entry = "http://www.qingshan.gov.test/";
    const kind = { kind: "portal", render: "http", notes: "虚构" } as const;
    const source = { id: "qingshan", division: "990101", agency: null, entry, ...kind };
    for (const store of stores) await saveSources(store, [source], "added");
  });
  afterAll(async () => {
    for (const store of stores) await store.close();
  });

  // More than one statement holds, so that the first of them are kept while the last are asked for.
  const most = 6_000;
  it.each([
    ["in opposite order", (at: number) => most - 1 - at, most],
    ["of which one finds the first and a few late ones", (at: number) => at && 2_000 + at * 500, 8],
  ])("%s never wait for each other for ever", async (round, choose, count) => {
    const [one, other] = stores;
    if (one === undefined || other === undefined) throw new Error("No store is open.");
    for (let times = 0; times < 8; times++) {
      const build = (at: number) => buildFound(`${round.length}-${times}`, at);
      const found = Array.from({ length: most }, (_, at) => build(at));
      const others = Array.from({ length: count }, (_, at) => build(choose(at)));
      // The host of the first ones is known already, as that of a portal is; the others are new to both.
      await addAddresses(
        one,
        [buildFound(`${round.length}-${times}`, 0, "/")],
        "2026-01-05T00:00:00.000Z",
      );
      const before = await countFrontier(one, null);
      const added = await Promise.all([
        addAddresses(one, found, "2026-01-05T00:00:00.000Z"),
        sleep(times * 20).then(() => addAddresses(other, others, "2026-01-05T00:00:00.000Z")),
      ]);
      expect(added.reduce((sum, number) => sum + number)).toBe(most);
      expect((await countFrontier(one, null)).due - before.due).toBe(most);
    }
  });
});

/** Twenty addresses lie on each host. */
function buildFound(
  round: string,
  at: number,
  path = `/${String(at).padStart(5, "0")}.html`,
): NewAddress {
  const host = `h${String(Math.floor(at / 20)).padStart(4, "0")}.r${round}.gov.test`;
  const url = `http://${host}${path}`;
  const request = buildRequest(url);
  const place = { key: url.slice(7), host, sourceId: "qingshan" } as const;
  return { ...place, request, role: "report", hints: noHints, render: "http", via: null };
}

async function openEmpty(databaseUrl: string): Promise<Store> {
  const store = await openStore({ databaseUrl });
  await sql`drop schema public cascade`.execute(store.db);
  await sql`create schema public`.execute(store.db);
  await store.close();
  return openStore({ databaseUrl });
}
