import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Archive } from "../../../corpus/archive/archive.ts";
import { openArchive } from "../../../corpus/archive/open-archive.ts";
import { type Gazetteer } from "../../../corpus/divisions/gazetteer.ts";
import { loadGazetteer } from "../../../corpus/divisions/load-gazetteer.ts";
import type { Store } from "../../../corpus/store/open-store.ts";
import { loadSources, saveSources } from "../../../corpus/store/sources.ts";
import { openRenderer, type Renderer } from "../../../crawler/browser/open-renderer.ts";
import type { CrawlParts } from "../../../crawler/crawl/crawl-parts.ts";
import type { CrawlEvent } from "../../../crawler/crawl/crawl-event.ts";
import { StoreCrawler } from "../../../crawler/crawl/store-crawler.ts";
import { defaultTimeOuts } from "../../../crawler/http/client-options.ts";
import { openClient } from "../../../crawler/http/http-client.ts";
import type { PaceBounds } from "../../../crawler/manners/compute-delay.ts";
import { demoDivisions } from "../../../demo/list-demo.ts";
import type { Obstacle } from "../../../demo/portal/obstacles/obstacle.ts";
import { openListeners } from "../../../demo/portal/obstacles/open-listeners.ts";
import type { Portal } from "../../../demo/portal/portal.ts";
import { type RunningPortals, startPortals } from "../../../demo/portal/start-portals.ts";
import { readPending } from "../../../indexer/read-pending.ts";
import { findTestChromium } from "../browser/find-test-chromium.ts";
import type { LeapingClock } from "./leaping-clock.ts";
import { openEmptyStore } from "../../store/open-empty-store.ts";

/** Portals that are served, and a corpus in a folder of its own that their sources are crawled into. */
export interface Simulation {
  readonly store: Store;
  readonly archive: Archive;
  /** What visits are made with here. */
  readonly parts: CrawlParts;
  /** Reads what came, and returns how many. */
  readonly read: () => Promise<number>;
  readonly running: RunningPortals;
  /** Obstacles that this machine cannot show, and why. */
  readonly missing: readonly string[];
  readonly events: readonly CrawlEvent[];
  /** Crawls every source to its end, and reads what came. */
  readonly crawl: () => Promise<void>;
  readonly close: () => Promise<void>;
}

export interface SimulationPlan {
  readonly portals: readonly Portal[];
  readonly obstacles?: readonly Obstacle[];
  readonly clock: LeapingClock;
  readonly pace?: PaceBounds;
  /** IP addresses that hosts seem to have; all are on this machine, which nobody shares. */
  readonly addresses?: ReadonlyMap<string, string>;
}

/** The portals are on this machine: they are asked as densely as they can bear. */
export const simulatedPace: PaceBounds = { responses: 2, leastMs: 50, mostMs: 1_000 };
const userAgent = "GongkaiBot/test (+https://gongkai.test/bot)";

/** Serves the portals and opens an empty corpus for them. */
export async function openSimulation(plan: SimulationPlan): Promise<Simulation> {
  const { clock, obstacles = [] } = plan;
  const portals = [...plan.portals, ...obstacles.map(({ portal }) => portal)];
  const ports: { http: number } = { http: 0 };
  const listening = { httpPort: () => ports.http, clock: clock.now, startsPrograms: true };
  const listeners = await openListeners(obstacles, listening);
  const options = { clock: clock.now, listeners: listeners.addresses };
  const running = await startPortals(portals, options);
  ports.http = running.httpPort;
  const folder = mkdtempSync(join(tmpdir(), "gk-simulation-"));
  const store = await openEmptyStore(join(folder, "gongkai.db"));
  const readClock = () => new Date(clock.now());
  const archive = await openArchive({ folder: join(folder, "archive"), store, readClock });
  await saveSources(
    store,
    portals.flatMap(({ sources }) => sources),
    "demo",
  );
  const events: CrawlEvent[] = [];
  const crawling = openCrawling({ store, archive, running, events, plan });
  const gazetteer = loadGazetteer([demoDivisions]);
  const read = () => readPending(buildTargets({ store, archive, gazetteer, clock }));
  return {
    store,
    archive,
    parts: crawling.parts,
    read,
    running,
    events,
    missing: listeners.missing,
    crawl: async () => {
      for (const source of await loadSources(store))
        await crawling.crawler.begin(source, "schedule");
      await crawling.crawler.waitUntilIdle();
      await read();
    },
    close: async () => {
      await crawling.close();
      await running.close();
      await listeners.close();
      await archive.close();
      await store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function buildTargets({
  clock,
  ...parts
}: {
  readonly store: Store;
  readonly archive: Archive;
  readonly gazetteer: Gazetteer;
  readonly clock: LeapingClock;
}) {
  const readClock = () => new Date(clock.now()).toISOString();
  return { ...parts, divisionLists: [demoDivisions], readClock };
}

function openCrawling({
  store,
  archive,
  running: { resolve },
  events,
  plan,
}: {
  readonly store: Store;
  readonly archive: Archive;
  readonly running: RunningPortals;
  readonly events: CrawlEvent[];
  readonly plan: SimulationPlan;
}) {
  const { pace = simulatedPace, addresses, clock } = plan;
  const { now } = clock;
  const timeOuts = { ...defaultTimeOuts, firstByte: 5_000 };
  const limits = { allowPrivate: true, maxBytes: 5_000_000, timeOuts };
  const client = openClient({ userAgent, resolve, now, ...limits });
  const opened: { renderer: Renderer | null } = { renderer: null };
  const network = {
    client,
    resolve: async (host: string, port: number) => {
      const seen = addresses?.get(host);
      const found = await resolve(host, port);
      return seen === undefined ? found : found.map((own) => ({ ...own, address: seen }));
    },
    pace,
    openRenderer: async () => {
      const executable = findTestChromium();
      if (executable === null) throw new Error("There is no browser to test with.");
      opened.renderer ??= openRenderer({ executable, client, userAgent });
      return opened.renderer;
    },
  };
  const onEvent = (event: CrawlEvent) => void events.push(event);
  const parts: CrawlParts = {
    store,
    archive,
    owner: "simulation",
    findNetwork: () => network,
    now,
    onEvent,
  };
  const crawler = new StoreCrawler(parts, { patienceMs: 10_000, hosts: 96 });
  const close = async () => {
    await crawler.close();
    await opened.renderer?.close();
    client.close();
  };
  return { crawler, parts, close };
}
