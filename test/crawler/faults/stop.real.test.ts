import { describe, expect, it, onTestFinished } from "vitest";
import { buildDemoPortals } from "../../../demo/portal/demo-portals.ts";
import { buildObstacles } from "../../../demo/portal/obstacles/main.ts";
import { startPortals } from "../../../demo/portal/start-portals.ts";
import { countViolations, watchManners } from "../../../demo/portal/watch-manners.ts";
import { loadRuns } from "../../../corpus/store/runs.ts";
import { openFaultCorpus } from "./open-fault-corpus.ts";
import { startCrawl, until } from "./start-crawl.ts";

/** `npm run nightly` crawls all. */
const crawledPortals = Number(process.env["FUZZ_FACTOR"] ?? 1) > 1 ? Infinity : 3;

describe("a crawl under way", { timeout: 600_000 }, () => {
  it.each(["SIGINT", "SIGTERM"] as const)(
    "ends by %s without waiting for a host that does not answer, and goes on at the next start",
    async (signal) => {
      // Its answer comes after hours; the hosts beside it are quick.
      const slow = buildObstacles({ seed: 4, keys: ["slow-first-byte"], firstByteMs: 3_600_000 });
      const portals = [...slow.map(({ portal }) => portal), ...buildDemoPortals().slice(0, 2)];
      const served = await startPortals(portals);
      onTestFinished(served.close);
      const sources = portals.flatMap((portal) => portal.sources);
      const { root, store, listFaults } = await openFaultCorpus(sources);
      const given = { root, port: served.httpPort };
      const child = startCrawl(given);
      await until(() => served.listAsked().length > 15);
      await child.kill(signal);
      expect(await child.ended).toBe(0);
      expect(child.list().at(-1)?.type).toBe("closed");
      const leases = await store.db
        .selectFrom("host")
        .where("leased_by", "is not", null)
        .select("name")
        .execute();
      expect(leases).toEqual([]);
      const runs = await loadRuns(store, { sourceId: null, limit: 99 });
      // A quick source may have come to its end before the signal; the slow one cannot have.
      const slowIds = new Set(slow.flatMap(({ portal }) => portal.sources.map(({ id }) => id)));
      expect(runs).toHaveLength(sources.length);
      const isEnded = ({ state }: { state: string }) => state === "stopped" || state === "done";
      expect(runs.filter((run) => !isEnded(run))).toEqual([]);
      const slowStates = runs.flatMap(({ sourceId, state }) =>
        slowIds.has(sourceId) ? state : [],
      );
      expect(slowStates).toEqual(slowStates.map(() => "stopped"));
      expect(slowStates).toHaveLength(slowIds.size);
      const before = new Set(served.listAsked().map(({ url }) => url));
      const count = served.listAsked().length;
      const next = startCrawl(given);
      await until(() => served.listAsked().length > count + 15);
      await next.kill(signal);
      const again = served
        .listAsked()
        .slice(count)
        .filter(({ url }) => before.has(url));
      expect(again.length).toBeLessThanOrEqual(portals.length);
      expect(await listFaults()).toEqual([]);
      const broken = watchManners(served.listAsked(), { robots: new Map() });
      expect(countViolations(broken).parallel).toBe(0);
    },
  );
});

describe("two processes that crawl the same", { timeout: 600_000 }, () => {
  it("never ask one host at once, and one takes over what the other left when it is killed", async () => {
    const portals = buildDemoPortals().slice(0, crawledPortals);
    const served = await startPortals(portals);
    onTestFinished(served.close);
    const corpus = await openFaultCorpus(portals.flatMap((portal) => portal.sources));
    const given = { root: corpus.root, port: served.httpPort };
    const dying = startCrawl(given);
    await until(() => served.listAsked().length > 10);
    const living = startCrawl(given);
    await living.hasPrinted(({ type }) => type === "opened");
    const left = await corpus.store.db.selectFrom("run").select("state").execute();
    expect(left.every(({ state }) => state !== "stopped")).toBe(true);
    await dying.kill("SIGKILL");
    expect(await living.ended).toBe(0);
    expect(await corpus.listFaults()).toEqual([]);
    const held = await corpus.listHeld();
    const truth = portals.flatMap((portal) => portal.truth);
    const missing = truth.filter(({ addresses }) => !addresses.some((url) => held.has(url)));
    expect(missing).toEqual([]);
    const broken = watchManners(served.listAsked(), { robots: new Map() });
    expect(countViolations(broken).parallel).toBe(0);
  });
});
