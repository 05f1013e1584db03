import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, it, onTestFinished } from "vitest";
import { createRandom, type Random } from "../../../demo/generator/random.ts";
import type { AskedEntry } from "../../../demo/portal/asked-entry.ts";
import { buildDemoPortals } from "../../../demo/portal/demo-portals.ts";
import { buildObstacles } from "../../../demo/portal/obstacles/main.ts";
import type { Portal } from "../../../demo/portal/portal.ts";
import { startPortals } from "../../../demo/portal/start-portals.ts";
import { collectRobots, watchManners } from "../../../demo/portal/watch-manners.ts";
import { loadHeldReports, nameReport } from "../crawl/load-held-reports.ts";
import { type FaultCorpus, openFaultCorpus } from "./open-fault-corpus.ts";
import { type CrawlChild, startCrawl } from "./start-crawl.ts";

/** `npm run nightly` kills fifty times. */
const kills = Number(process.env["GONGKAI_CRAWL_KILLS"] ?? 4);
/** Few kills need no more portals than leave something to do after the last of them. */
const demoPortals = kills < 10 ? 3 : Infinity;
const seed = Number(process.env["FUZZ_SEED"] ?? 1);
/** So long at the latest after the request that chose the moment: an answer is written down by then. */
const latestMs = 30;
const openingMs = 1_500;

/** Beside well-behaved portals: ways round a corner, a host that asks for a person, rules and pages that mislead. */
const keys = [
  "meta-refresh",
  "bare-name",
  "cookie-redirect",
  "challenge-412",
  "robots-moved",
  "soft-404",
];

describe("a crawl killed at any moment", { timeout: 3_600_000 }, () => {
  it("goes on where it stopped until every report is had and read, and asks twice only for what was under way", async () => {
    expect(await crawl(createRandom(seed))).toBe(kills);
  });
});

/** Crawls portals in processes that are killed after some requests, and looks what is left. Returns how many were. */
async function crawl(random: Random): Promise<number> {
  // They remember who asked them.
  const obstacles = buildObstacles({ seed: 1, keys });
  const portals = [
    ...buildDemoPortals().slice(0, demoPortals),
    ...obstacles.map(({ portal }) => portal),
  ];
  // Each report is a request at least: there are more than all these runs make.
  const most = Math.floor(portals.flatMap(({ truth }) => truth).length / kills);
  const served = await startPortals(portals);
  onTestFinished(served.close);
  const corpus = await openFaultCorpus(portals.flatMap(({ sources }) => sources));
  const given = { root: corpus.root, port: served.httpPort, words: ["--reads"] };
  const ends: number[] = [];
  for (let left = kills; left > 0; left--) {
    const child = startCrawl(given);
    const target = served.listAsked().length + random.below(most);
    // The first of them is killed while it opens the store.
    if (left === kills) await sleep(random.below(openingMs));
    else await waitUntil(child, () => served.listAsked().length >= target);
    await sleep(random.below(latestMs));
    await child.kill("SIGKILL");
    if ((await child.ended) === null) ends.push(served.listAsked().length);
  }
  expect(await startCrawl(given).ended).toBe(0);
  const asked = served.listAsked();
  expect(asked.length).toBeGreaterThan(ends.at(-1) ?? 0);
  expect(await corpus.listFaults()).toEqual([]);
  expect(await listMissing(corpus, portals)).toEqual([]);
  await expectRead(corpus, portals);
  const again = listAskedAgain(asked, ends);
  const needless = again.filter(({ wasUnderWay }) => !wasUnderWay);
  expect(needless.map(({ entry, runs }) => [entry.url, entry.status, ...runs])).toEqual([]);
  await expectManners(asked, { portals, again: new Set(again.map(({ entry }) => entry)) });
  await served.close();
  return ends.length;
}

async function waitUntil(child: CrawlChild, isReached: () => boolean): Promise<void> {
  await child.hasPrinted(({ type }) => type === "opened");
  while (!isReached()) await sleep(1);
}

interface AskedAgain {
  readonly entry: AskedEntry;
  /** Whether nothing else had been asked of its host since, until the process was killed. */
  readonly wasUnderWay: boolean;
  /** In which process it was asked for before, and in which again. */
  readonly runs: readonly [before: number, again: number];
}

/** What was asked for once more by itself; `ends` is how much was asked at each kill. */
function listAskedAgain(
  asked: readonly AskedEntry[],
  ends: readonly number[],
): readonly AskedAgain[] {
  const visits = listVisits(asked, ends);
  const last = new Map(visits.map((visit) => [`${visit.run} ${visit.entry.host}`, visit]));
  const before = new Map<string, Visit>();
  return visits.flatMap((visit) => {
    const { entry, run } = visit;
    const known = before.get(entry.url);
    before.set(entry.url, visit);
    if (known === undefined) return [];
    const wasUnderWay = known.run < run && last.get(`${known.run} ${entry.host}`) === known;
    return [{ entry, wasUnderWay, runs: [known.run, run] }];
  });
}

interface Visit {
  readonly entry: AskedEntry;
  /** How many processes were killed before. */
  readonly run: number;
}

/** What was asked for; where a redirect led from there belongs to the same visit. */
function listVisits(asked: readonly AskedEntry[], ends: readonly number[]): readonly Visit[] {
  const led = new Set<string>();
  return asked.flatMap((entry, at) => {
    const run = ends.filter((end) => end <= at).length;
    const isLed = led.delete(`${run} ${entry.url}`);
    if (entry.location !== null) led.add(`${run} ${entry.location}`);
    return isLed ? [] : [{ entry, run }];
  });
}

/** A host that asked for a person may be asked again only where the process died before it could note so. */
async function expectManners(
  asked: readonly AskedEntry[],
  {
    portals,
    again,
  }: { readonly portals: readonly Portal[]; readonly again: ReadonlySet<AskedEntry> },
): Promise<void> {
  const robots = await collectRobots(portals, Date.now());
  const broken = watchManners(asked, { robots, minDelay: 15, tolerance: 5 });
  const rude = broken.filter(({ kind, entry }) => kind !== "challenge" || !again.has(entry));
  expect(rude.map(({ kind, why, entry: { url } }) => [kind, why, url])).toEqual([]);
}

async function listMissing(
  { listHeld }: FaultCorpus,
  portals: readonly Portal[],
): Promise<readonly string[]> {
  const held = await listHeld();
  return portals
    .flatMap(({ truth }) => truth)
    .flatMap(({ addresses, digest, attachments }) => {
      const isHeld = addresses.some((url) => held.has(digest === null ? url : `${digest} ${url}`));
      return [
        ...(isHeld ? [] : addresses.slice(0, 1)),
        ...attachments.filter((url) => !held.has(url)),
      ];
    });
}

/** Every report once, with its numbers. */
async function expectRead({ store }: FaultCorpus, portals: readonly Portal[]): Promise<void> {
  const held = await loadHeldReports(store);
  const truth = portals.flatMap((portal) => portal.truth);
  expect([...held.keys()].toSorted()).toEqual(truth.map(nameReport).toSorted());
  const unread = truth.filter((report) => {
    const facts = held.get(nameReport(report))?.facts;
    return Object.entries(report.facts ?? {}).some(([key, value]) => facts?.get(key) !== value);
  });
  expect(unread.map(({ addresses }) => addresses[0])).toEqual([]);
}
