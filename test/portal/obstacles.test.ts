import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { FailureCause } from "../../corpus/failure.ts";
import { sourceSchema } from "../../corpus/source.ts";
import { canonicalizeAddress } from "../../crawler/links/canonicalize-address.ts";
import { buildObstacles, obstacleKinds } from "../../demo/portal/obstacles/main.ts";
import type { Obstacle } from "../../demo/portal/obstacles/obstacle.ts";
import type { PortalHost } from "../../demo/portal/portal.ts";
import { type RunningPortals, startPortals } from "../../demo/portal/start-portals.ts";
import { collectRobots, watchManners } from "../../demo/portal/watch-manners.ts";
import { readWritten } from "../accuracy/read-written.ts";
import { VirtualClock } from "./virtual-clock.ts";
import { type PoliteWalk, walkPolitely } from "./walk-politely.ts";

const parameters = { seed: 5, firstByteMs: 50, hugeBytes: 8_000_000 };
const obstacles = buildObstacles(parameters);
const portals = obstacles.map(({ portal }) => portal);

describe("the obstacles", () => {
  it("are the same for the same seed, and other reports for another", () => {
    const keys = ["charset-gb2312", "endless-list"];
    const [again, other] = [5, 6].map((seed) => buildObstacles({ ...parameters, seed, keys }));
    const list = (built: typeof obstacles | undefined) =>
      built?.filter(({ key }) => keys.includes(key)).flatMap(({ portal }) => portal.truth);
    expect(list(again)).toHaveLength(6);
    expect(list(again)).toEqual(list(obstacles));
    expect(list(other)).not.toEqual(list(obstacles));
  });

  it("have hosts, sources and bodies of their own", () => {
    const hosts = portals.flatMap((portal) => portal.hosts.map(({ name }) => name));
    expect(new Set(hosts).size).toBe(hosts.length);
    const sources = portals.flatMap((portal) => portal.sources);
    for (const source of sources) expect(sourceSchema.parse(source)).toEqual(source);
    expect(new Set(sources.map(({ id }) => id)).size).toBe(obstacleKinds.length);
    expect(new Set(sources.map(({ agency }) => agency)).size).toBe(obstacleKinds.length);
    for (const { truth, sources: own } of portals)
      for (const { agency, sourceId } of truth)
        expect({ agency, id: sourceId }).toEqual({ agency: own[0]?.agency, id: own[0]?.id });
  });

  it("show all behaviours that are told of", () => {
    const shown = new Set(portals.flatMap(({ behaviours }) => behaviours));
    expect([...shown].toSorted((a, b) => a - b)).toEqual([
      13, 14, 15, 16, 17, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33,
    ]);
  });

  it("keep nothing where all can be had, and say what is kept else", () => {
    for (const { key, outcome, withheld, portal } of obstacles) {
      const isWhole = portal.truth.length === 0 && withheld.length === 0;
      const expected = outcome === "all" ? key === "tls-no-renegotiation" : isWhole;
      expect({ key, isWhole }).toEqual({ key, isWhole: expected });
      expect({ key, kept: withheld.length > 0 && outcome === "all" }).toEqual({ key, kept: false });
      const given = new Set(portal.truth.flatMap(({ addresses }) => addresses));
      expect(withheld.filter((address) => given.has(address))).toEqual([]);
    }
  });
});

describe("the truth of a report", () => {
  it.each(["charset-gbk-bare", "charset-mark", "gzip-forced"])(
    "of %s is what its page prints",
    async (key) => {
      const [one] = buildObstacles({ ...parameters, keys: [key] });
      const { hosts, truth } = one?.portal ?? { hosts: [], truth: [] };
      expect(truth).toHaveLength(3);
      for (const { addresses, agency, year, facts } of truth) {
        const reading = await readWritten(await servePlainly(hosts[0], addresses[0]));
        expect(reading).toMatchObject({ year, agency: { name: agency } });
        const read = reading?.facts.map(({ table, row, column, value }) => {
          return [`${table}.${row}.${column}`, value] as const;
        });
        expect(Object.fromEntries(read ?? [])).toMatchObject(facts ?? {});
        expect(Object.keys(facts ?? {}).length).toBeGreaterThan(50);
      }
    },
  );
});

/** The content at an address, without its packing. */
async function servePlainly(host: PortalHost | undefined, address = ""): Promise<Buffer> {
  const { signal } = new AbortController();
  const asked = { url: new URL(address), method: "GET", headers: {}, body: "", at: 0, signal };
  const served = await host?.serve(asked);
  if (served === undefined || "write" in served) throw new Error(`${address} is no page.`);
  const bytes = Buffer.from(served.body);
  return bytes[0] === 0x1f ? gunzipSync(bytes) : bytes;
}

/** Those that are on the port of all portals, and need no browser. */
const plain = obstacles.filter(
  ({ listeners, portal }) =>
    listeners.every(({ kind }) => kind === "closed-hours") &&
    portal.sources.every(({ render }) => render === "http"),
);

/** After these nothing more is asked of a host. */
const hostStops = new Set<string>(["challenge", "domain-lost", "robots-unreachable"]);

describe("a polite walk", () => {
  const clock = new VirtualClock();
  let running: RunningPortals;
  let robots: ReadonlyMap<string, string>;
  beforeAll(async () => {
    robots = await collectRobots(portals, clock.now());
    running = await startPortals(portals, { clock: clock.now });
  });
  afterAll(() => running.close());

  it.each(plain)("of $key ends as told: $outcome", async (obstacle) => {
    const { key, portal } = obstacle;
    const [source] = portal.sources;
    if (!source) throw new Error(`${key} has no source.`);
    // What never answers need not be waited for as long as what answers slowly.
    const timeOuts = key === "robots-hangs" ? { firstByte: 300 } : {};
    const before = running.listAsked().length;
    const walk = await walkPolitely(source, { portals: running, clock, timeOuts });
    const came = (address: string) => walk.came.get(readKey(address));

    for (const { addresses, digest } of portal.truth)
      expect(addresses.map((address) => came(address)?.digest)).toContain(digest);
    const reports = [...walk.came.values()].filter(({ role }) => role === "report");
    expect(new Set(reports.map(({ digest }) => digest)).size).toBe(portal.truth.length);
    expect(reports.length).toBe(portal.truth.length);
    expect(portal.decoys.filter((address) => came(address))).toEqual([]);

    expect(walk.failed).toEqual(listFailures(obstacle, walk));
    const isStop = hostStops.has(obstacle.outcome);
    expect(walk.stopped).toBe(isStop ? obstacle.outcome : null);
    const violations = watchManners(running.listAsked().slice(before), { robots });
    expect(violations.map(({ kind, why, entry }) => `${kind} ${entry.url}: ${why}`)).toEqual([]);
  });
});

/** What is kept back; else where the walk was stopped, or which links are dead. */
function listFailures(
  { portal, outcome, withheld }: Obstacle,
  { failed }: Pick<PoliteWalk, "failed">,
): ReadonlyMap<string, FailureCause> {
  const dead = [...failed].filter(([address]) => portal.decoys.map(readKey).includes(address));
  if (outcome === "all") return new Map(dead);
  if (withheld.length > 0) return new Map(withheld.map((address) => [readKey(address), outcome]));
  const last = outcome === "domain-lost" ? portal.decoys[0] : portal.sources[0]?.entry;
  return new Map([[readKey(last ?? ""), outcome]]);
}

function readKey(address: string): string {
  return canonicalizeAddress(address)?.key ?? address;
}
