import { afterEach, describe, expect, it } from "vitest";
import type { Portal } from "../../../demo/portal/portal.ts";
import { buildObstacles } from "../../../demo/portal/obstacles/main.ts";
import type { Obstacle } from "../../../demo/portal/obstacles/obstacle.ts";
import { FrontierView } from "./frontier-view.ts";
import { LeapingClock } from "./leaping-clock.ts";
import { openSimulation, type Simulation } from "./open-simulation.ts";

const clock = new LeapingClock("2024-05-06T02:00:00Z");
const opened: Simulation[] = [];
afterEach(async () => {
  for (const simulation of opened.splice(0)) await simulation.close();
});

async function open(portals: readonly Portal[], obstacles: readonly Obstacle[] = []) {
  const simulation = await openSimulation({ portals, obstacles, clock });
  opened.push(simulation);
  return simulation;
}

function build(key: string): Obstacle {
  const [obstacle] = buildObstacles({ seed: 1, keys: [key] });
  if (!obstacle) throw new Error(`There is no obstacle ${key}.`);
  return obstacle;
}

async function loadHost({ store: { db } }: Simulation, name: string) {
  return db.selectFrom("host").where("name", "=", name).selectAll().executeTakeFirstOrThrow();
}

describe("a host that begins to ask for a person", () => {
  it.each([
    [412, "<script>$_ts = window['$_ts'] || {};</script>"],
    [521, "<script>document.cookie = '__jsl_clearance_s=mock';</script>"],
    [403, "<p>您的请求疑似攻击，已被网站防火墙拦截。</p>"],
  ])("with status %i is stopped and not given up", async (status, body) => {
    const { portal } = build("robots-404");
    const [host] = portal.hosts;
    if (!host) throw new Error("The portal has no host.");
    const asked: string[] = [];
    const simulation = await open([
      {
        ...portal,
        hosts: [
          {
            name: host.name,
            serve: (page) => {
              asked.push(page.url.pathname);
              if (!/\/t\d+_\d+\.html$/u.test(page.url.pathname)) return host.serve(page);
              return { status, headers: [["Content-Type", "text/html"]], body };
            },
          },
        ],
      },
    ]);
    await simulation.crawl();
    expect(await loadHost(simulation, host.name)).toMatchObject({ state: "challenged", trips: 1 });
    expect(asked.filter((path) => path.includes("/t20"))).toHaveLength(1);
    const frontier = await FrontierView.load(simulation.store);
    const reports = frontier.find(portal.truth.flatMap(({ addresses }) => addresses));
    expect(reports.map(({ state }) => state)).toEqual(["due", "due", "due"]);
    expect(reports.filter(({ failure }) => failure === "challenge")).toHaveLength(1);
  });
});

describe("a host that answers under https alone", () => {
  it("is asked for robots.txt under it, too", async () => {
    const { portal, ...obstacle } = build("tls-expired");
    const sources = portal.sources.map((source) => ({
      ...source,
      entry: source.entry.replace("https:", "http:"),
    }));
    const listeners: Obstacle["listeners"] = [
      ...obstacle.listeners,
      // Refuses connections on the port without TLS at every hour.
      {
        kind: "closed-hours",
        host: new URL(sources[0]?.entry ?? "").host,
        port: 80,
        from: 0,
        until: 24,
      },
    ];
    const simulation = await open([], [{ ...obstacle, listeners, portal: { ...portal, sources } }]);
    await simulation.crawl();
    const before = await FrontierView.load(simulation.store);
    const entries = sources.map(({ entry }) => entry);
    expect(before.find(entries)).toMatchObject([{ state: "due", failure: "robots-unreachable" }]);
    clock.leap(2 * 3_600_000);
    await simulation.crawl();
    const after = await FrontierView.load(simulation.store);
    const reports = after.find(portal.truth.flatMap(({ addresses }) => addresses));
    expect(reports.map(({ state }) => state)).toEqual(["done", "done", "done"]);
  });
});

describe("a host whose robots.txt cannot be read for days", () => {
  it("is never given up", async () => {
    const obstacle = build("robots-500");
    const simulation = await open([], [obstacle]);
    for (let day = 0; day < 9; day++) {
      await simulation.crawl();
      clock.leap(25 * 3_600_000);
    }
    const frontier = await FrontierView.load(simulation.store);
    const entries = obstacle.portal.sources.map(({ entry }) => entry);
    expect(frontier.find(entries)).toMatchObject([{ state: "due", failure: "robots-unreachable" }]);
  });
});
