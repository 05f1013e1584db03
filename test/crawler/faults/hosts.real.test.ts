import { describe, expect, it, onTestFinished } from "vitest";
import { pageRequestSchema } from "../../../corpus/address.ts";
import type { Source } from "../../../corpus/source.ts";
import type { Store } from "../../../corpus/store/open-store.ts";
import { buildObstacles } from "../../../demo/portal/obstacles/main.ts";
import { startPortals } from "../../../demo/portal/start-portals.ts";
import { openFaultCorpus } from "./open-fault-corpus.ts";
import { startCrawl } from "./start-crawl.ts";

const keys = [
  "huge-attachment",
  "huge-undeclared",
  "endless-page",
  "calendar-trap",
  "search-trap",
  "endless-list",
  "reset-in-body",
  "slow-first-byte",
  "robots-long",
];
const lost: Source = {
  id: "nowhere",
  division: "990121",
  agency: null,
  entry: "http://nowhere.gov.test/zwgk/nb/",
  kind: "column",
  render: "http",
  notes: "虚构",
};

describe("hosts with faults beside each other", { timeout: 600_000 }, () => {
  it("leave a clear state at each address, within bounded memory, and keep no other from being crawled", async () => {
    const obstacles = buildObstacles({ seed: 3, keys, firstByteMs: 1_500 });
    expect(obstacles).toHaveLength(keys.length);
    const served = await startPortals(obstacles.map(({ portal }) => portal));
    onTestFinished(served.close);
    const sources = [...obstacles.flatMap(({ portal }) => portal.sources), lost];
    const { root, store, listFaults, listHeld } = await openFaultCorpus(sources);
    const child = startCrawl({ root, port: served.httpPort, words: ["--no-engine"] });
    expect(await child.ended).toBe(0);
    const states = await listStates(store);
    const isReset = ([id]: (typeof states)[number]): boolean => id === "reset-in-body";
    // Where data and reset come in one turn of a busy process, libuv tells of an end: the body is short then.
    const resets = states.filter(isReset).map(([, state, failure]) => `${state} ${failure}`);
    expect(resets).not.toEqual([]);
    expect(["due bad-response", "due reset"]).toEqual(expect.arrayContaining(resets));
    expect(states.filter((row) => !isReset(row))).toEqual([
      ["endless-page", "failed", "too-large"],
      ["huge-attachment", "failed", "too-large"],
      ["huge-undeclared", "failed", "too-large"],
      ["nowhere", "due", "dns"],
      ["robots-long", "failed", "robots"],
    ]);
    const addresses = await store.db.selectFrom("address").selectAll().execute();
    expect(addresses.find((row) => row.source_id === "nowhere")?.reason).toMatch(/DNS/u);
    // The traps are seen as such: nobody followed them.
    expect(addresses.length).toBeLessThan(10 * sources.length);
    const held = await listHeld();
    const broken = new Set(
      addresses.flatMap(({ state, source_id: id, request }) =>
        state === "due" && id === "reset-in-body" ? [readUrl(request)] : [],
      ),
    );
    const missing = obstacles
      .flatMap(({ portal }) => portal.truth)
      .filter(({ addresses: at }) => !at.some((url) => held.has(url) || broken.has(url)));
    expect(missing).toEqual([]);
    const peak = Math.max(...child.list().map(({ rss = 0 }) => rss));
    // Two answers of 50 MB at once, while 2 GB and endless ones are offered.
    expect(peak).toBeLessThan(900_000_000);
    const told = child.list().filter(({ message }) => message?.includes("search engine"));
    expect(told).toHaveLength(1);
    expect(await listFaults()).toEqual([]);
  });
});

/** Why addresses gave nothing, each cause of a source once. */
async function listStates(store: Store): Promise<readonly (readonly (string | null)[])[]> {
  const rows = await store.db
    .selectFrom("address")
    .where("state", "!=", "done")
    .select(["source_id", "state", "failure"])
    .distinct()
    .orderBy("source_id")
    .execute();
  return rows.map((row) => [row.source_id, row.state, row.failure]);
}

function readUrl(request: string): string {
  return pageRequestSchema.parse(JSON.parse(request)).url;
}
