import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, it, onTestFinished } from "vitest";
import { createRandom } from "../../../demo/generator/random.ts";
import type { AskedEntry } from "../../../demo/portal/asked-entry.ts";
import { buildDemoPortals } from "../../../demo/portal/demo-portals.ts";
import { startPortals } from "../../../demo/portal/start-portals.ts";
import {
  collectRobots,
  countViolations,
  watchManners,
} from "../../../demo/portal/watch-manners.ts";
import { type FaultCorpus, openFaultCorpus } from "./open-fault-corpus.ts";
import { startCrawl } from "./start-crawl.ts";

/** `npm run nightly` kills fifty times. */
const kills = Number(process.env["GONGKAI_CRAWL_KILLS"] ?? 4);
const killsOfCrawl = 10;
const seed = Number(process.env["FUZZ_SEED"] ?? 1);
/** Killed so many milliseconds after it opened the corpus at the latest: a whole crawl takes some seconds. */
const latestMs = 900;

const portals = buildDemoPortals();
const sources = portals.flatMap((portal) => portal.sources);
const truth = portals.flatMap((portal) => portal.truth);

function countAsked(asked: readonly AskedEntry[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { url } of asked) counts.set(url, (counts.get(url) ?? 0) + 1);
  return counts;
}

describe("a crawl killed at any moment", { timeout: 3_600_000 }, () => {
  it("goes on where it stopped until it has every report, and asks twice only for what was under way", async () => {
    const random = createRandom(seed);
    const usual = await crawl([]);
    for (let left = kills; left > 0; left -= killsOfCrawl) {
      const count = Math.min(left, killsOfCrawl);
      const moments = Array.from({ length: count }, () => random.below(latestMs));
      const killed = await crawl(moments);
      const extra = [...killed.counts].map(([url, n]) => n - (usual.counts.get(url) ?? 0));
      const again = extra.filter((n) => n > 0).reduce((sum, n) => sum + n, 0);
      expect(again).toBeLessThanOrEqual(count * portals.length);
      expect([...usual.counts.keys()].filter((url) => !killed.counts.has(url))).toEqual([]);
      expect(Math.max(...killed.silences)).toBeLessThan(60_000);
    }
  });
});

interface KilledCrawl {
  readonly counts: ReadonlyMap<string, number>;
  /** Milliseconds from each new start to its first request. */
  readonly silences: readonly number[];
}

/** Crawls the portals of the demo in processes that are killed so many milliseconds after they opened the corpus. */
async function crawl(moments: readonly number[]): Promise<KilledCrawl> {
  const robots = await collectRobots(portals, Date.now());
  const served = await startPortals(portals);
  onTestFinished(served.close);
  const corpus = await openFaultCorpus(sources);
  const given = { root: corpus.root, port: served.httpPort };
  const silences: number[] = [];
  for (const [at, moment] of moments.entries()) {
    const child = startCrawl(given);
    const before = served.listAsked().length;
    const started = Date.now();
    // The first of them is killed while it opens the store.
    if (at > 0)
      await Promise.race([child.hasPrinted(({ type }) => type === "opened"), child.ended]);
    await sleep(moment);
    await child.kill("SIGKILL");
    const first = served.listAsked()[before];
    if (first) silences.push(first.at - started);
  }
  const before = served.listAsked().length;
  const started = Date.now();
  const code = await startCrawl(given).ended;
  const asked = served.listAsked();
  silences.push((asked[before]?.at ?? Infinity) - started);
  expect(code).toBe(0);
  expect(await corpus.listFaults()).toEqual([]);
  expect(await listMissing(corpus)).toEqual([]);
  const broken = countViolations(watchManners(asked, { robots, minDelay: 15, tolerance: 5 }));
  expect(broken).toEqual({ ...countViolations([]), challenge: 0 });
  await served.close();
  return { counts: countAsked(asked), silences };
}

async function listMissing({ listHeld }: FaultCorpus): Promise<readonly string[]> {
  const held = await listHeld();
  return truth.flatMap(({ addresses, digest, attachments }) => {
    const isHeld = addresses.some((url) => held.has(digest === null ? url : `${digest} ${url}`));
    return [
      ...(isHeld ? [] : addresses.slice(0, 1)),
      ...attachments.filter((url) => !held.has(url)),
    ];
  });
}
