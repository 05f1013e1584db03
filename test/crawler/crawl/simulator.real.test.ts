import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { verifyArchive } from "../../../corpus/archive/verify-archive.ts";
import type { ArchiveFault } from "../../../corpus/archive/verify-file.ts";
import type { AskedEntry } from "../../../demo/portal/asked-entry.ts";
import { buildObstacles } from "../../../demo/portal/obstacles/main.ts";
import type { Obstacle } from "../../../demo/portal/obstacles/obstacle.ts";
import type { PortalHost } from "../../../demo/portal/portal.ts";
import { buildFamilyPortals } from "../../../demo/portal/test-portals.ts";
import { collectRobots, watchManners } from "../../../demo/portal/watch-manners.ts";
import { findTestChromium } from "../browser/find-test-chromium.ts";
import { FrontierView, readKey } from "./frontier-view.ts";
import { LeapingClock } from "./leaping-clock.ts";
import { type HeldReport, loadHeldReports, nameReport } from "./load-held-reports.ts";
import { openSimulation, type Simulation, simulatedPace } from "./open-simulation.ts";

const [minute, hour] = [60_000, 3_600_000];
/** More than the least delay of the simulation. */
const slowMs = 120;
const hasBrowser = findTestChromium() !== null;

// In the evening: hosts that are closed at night are found closed.
const clock = new LeapingClock("2024-05-06T13:00:00Z");
const families = buildFamilyPortals(1);
// Whoever keeps the pace of the simulation is let in, whoever does not is found out.
const obstacles = buildObstacles({
  seed: 1,
  firstByteMs: 1_500,
  hugeBytes: 20_000_000,
  burst: { requests: 25, withinMs: 1_000 },
  bucket: { perSecond: 25, size: 5, banMs: minute },
})
  .filter(({ portal }) => hasBrowser || portal.sources.every(({ render }) => render === "http"))
  .map((obstacle) => (obstacle.key === "base-address" ? slowDown(obstacle) : obstacle));
// Two hosts lie at one address, which a provider has for many.
const addresses = new Map(
  ["www.meta-refresh.gov.test", "www.bare-name.gov.test"].map((host) => [host, "192.31.196.4"]),
);
const portals = [...families, ...obstacles.map(({ portal }) => portal)];
const truth = portals.flatMap((portal) => portal.truth);

let simulation: Simulation;
let frontier: FrontierView;
let held: ReadonlyMap<string, HeldReport>;

beforeAll(async () => {
  simulation = await openSimulation({ portals: families, obstacles, clock, addresses });
  // What broke off is tried again after minutes, what was closed at night in the morning.
  for (const leap of [0, 3 * minute, 12 * hour, 3 * hour]) {
    clock.leap(leap);
    await simulation.crawl();
  }
  frontier = await FrontierView.load(simulation.store);
  held = await loadHeldReports(simulation.store);
}, 600_000);
afterAll(() => simulation.close());

describe("a crawl of the simulator with all its behaviours", () => {
  it("finds every report and attachment that a person could reach", () => {
    const missed = truth.filter(({ addresses, digest }) =>
      frontier.find(addresses).every(
        // A browser leaves a page as its scripts made it; the page itself is archived beside it.
        (known) =>
          known.state !== "done" ||
          (digest !== null && known.digest !== digest && known.render === "http"),
      ),
    );
    expect(missed.map(({ addresses }) => addresses[0])).toEqual([]);
    const files = truth.flatMap(({ attachments }) => attachments);
    expect(files.length).toBeGreaterThan(50);
    expect(
      files.filter((file) => frontier.find([file]).every(({ state }) => state !== "done")),
    ).toEqual([]);
  });

  it("archives every byte of them", async () => {
    const faults: ArchiveFault[] = [];
    const onFault = (fault: ArchiveFault) => void faults.push(fault);
    await verifyArchive(simulation.archive, { adopt: false, onFault, onProgress: () => {} });
    expect(faults).toEqual([]);
    const lost: string[] = [];
    for (const { digest, addresses } of truth) {
      if (digest !== null && (await simulation.archive.read(digest)) === null)
        lost.push(addresses[0] ?? "");
    }
    expect(lost).toEqual([]);
  });

  it("keeps its manners", async () => {
    const log = simulation.running.listAsked();
    const robots = await collectRobots(portals, clock.now());
    const { leastMs, responses } = simulatedPace;
    const rules = { robots, minDelay: leastMs, responses, tolerance: 1, addresses, isChallenge };
    expect(log.length).toBeGreaterThan(truth.length);
    expect(
      watchManners(log, rules).map(({ kind, why, entry: { url } }) => [kind, why, url]),
    ).toEqual([]);
    // It bans once whoever comes, and never again.
    const banned = log.filter(({ host }) => host === "www.rate-ban.gov.test");
    const bans = banned.filter(({ status }) => status === 429);
    expect(bans).toHaveLength(1);
    const since = bans[0]?.at ?? 0;
    expect(banned.filter(({ at }) => at > since && at < since + minute)).toEqual([]);
  });

  it.skipIf(!hasBrowser)("keeps them for what a page's own scripts want, too", () => {
    expect(simulation.running.listAsked().filter(isByScript).length).toBeGreaterThan(1);
  });

  it.each(obstacles.filter(({ outcome }) => outcome !== "all"))(
    "ends with $outcome at $key",
    ({ outcome, withheld, portal: { sources } }) => {
      const kept = withheld.length > 0 ? withheld : sources.map(({ entry }) => entry);
      for (const address of kept) {
        const [known] = frontier.find([address]);
        expect(known).toMatchObject({ failure: outcome, digest: null });
      }
    },
  );

  it("asks for nothing that robots.txt keeps back", () => {
    const kept = obstacles
      .filter(({ outcome }) => outcome === "robots" || outcome === "domain-lost")
      .flatMap(({ withheld, portal: { decoys } }) => [...withheld, ...decoys]);
    const asked = new Set(simulation.running.listAsked().map(({ url }) => readKey(url)));
    expect(kept.length).toBeGreaterThan(5);
    expect(kept.filter((address) => asked.has(readKey(address)))).toEqual([]);
  });

  it("asks once for what lies under http and https", () => {
    const own = obstacles.filter(({ key }) => key.startsWith("schemes-"));
    const reports = own.flatMap(({ portal }) => portal.truth.map(({ addresses }) => addresses));
    const asked = simulation.running.listAsked().map(({ url }) => readKey(url));
    expect(reports.map((addresses) => new Set(addresses.map(readKey)).size)).toEqual(
      Array<number>(6).fill(1),
    );
    expect(reports.map(([one = ""]) => asked.filter((key) => key === readKey(one)).length)).toEqual(
      Array<number>(6).fill(1),
    );
  });

  it("has nothing to complain of", () => {
    expect(simulation.events.filter(({ type }) => type === "trouble")).toEqual([]);
    expect(simulation.missing.filter((words) => !/gnutls-serv|::1/u.test(words))).toEqual([]);
  });
});

describe("reading what came", () => {
  it("gives every report of the truth once and no other", async () => {
    const unread = truth.filter((report) => !held.has(nameReport(report)));
    const told = new Set(truth.map(nameReport));
    expect([...held.keys()].filter((name) => !told.has(name))).toEqual([]);
    // Where a whole report is a picture, nothing else can be read; nobody recognises text here.
    expect(await listWithoutPictures(unread.map(({ attachments }) => attachments))).toEqual([]);
    expect(unread.every(({ byRecognition }) => byRecognition)).toBe(true);
    expect(unread.length).toBeLessThan(10);
  });

  it("takes no other paper for one", async () => {
    const decoys = new Set(portals.flatMap((portal) => portal.decoys.map(readKey)));
    const read = await simulation.store.db
      .selectFrom("reading")
      .where("state", "=", "report")
      .select("url")
      .execute();
    expect(decoys.size).toBeGreaterThan(100);
    expect(read.filter(({ url }) => decoys.has(readKey(url)))).toEqual([]);
  });

  it("reads every cell as it is printed", () => {
    const printed = truth.filter(({ byRecognition }) => !byRecognition);
    const wrong = printed.flatMap((report) => {
      const own = held.get(nameReport(report));
      return Object.entries(report.facts ?? {}).flatMap(([key, value]) => {
        const read = own?.facts.get(key) ?? null;
        return read === value ? [] : [[report.addresses[0], key, value, read]];
      });
    });
    expect(wrong).toEqual([]);
  });

  it("takes no number for read where only recognition of text reads them", () => {
    const pictures = truth.filter(({ byRecognition }) => byRecognition);
    expect(pictures.length).toBeGreaterThan(20);
    for (const report of pictures) {
      expect(Object.keys(report.facts ?? {}).length).toBeGreaterThan(50);
      const read = [...(held.get(nameReport(report))?.facts.values() ?? [])];
      expect(read.filter((value) => value !== null)).toEqual([]);
    }
  });

  it("reads the numbers of an OFD where the page has none", () => {
    const files = truth.flatMap((report) =>
      report.attachments.some((file) => file.endsWith(".ofd")) ? [report] : [],
    );
    expect(files.length).toBeGreaterThan(1);
    for (const report of files) {
      const own = held.get(nameReport(report));
      expect(own?.current).toMatch(/\.ofd$/u);
      expect(own?.facts.size).toBeGreaterThan(50);
    }
  });

  it("reads documents of Word 97 and WPS, and what a page has as Word and as PDF once", () => {
    const kept = truth.filter(({ sourceId }) => sourceId === "kept");
    const endings = kept.map(({ attachments }) =>
      attachments.map((file) => file.slice(file.lastIndexOf("."))).join(" "),
    );
    expect(endings.toSorted()).toEqual([".doc", ".docx .pdf", ".wps"]);
    const read = kept.map((report) => held.get(nameReport(report))?.versions.length);
    expect(read).toEqual([1, 1, 1]);
  });

  it("reads the form of 2014", () => {
    const earlier = truth.filter(({ sourceId }) => sourceId === "earlier");
    expect(earlier).toHaveLength(30);
    expect(earlier.map((report) => held.get(nameReport(report))?.form)).toEqual(
      Array<string>(30).fill("2014"),
    );
  });

  it("makes versions of a page and its files alone", () => {
    const files = new Set(truth.flatMap(({ attachments }) => attachments.map(readKey)));
    const twice = [...held.values()].filter(({ versions }) => {
      const pages = versions.filter((address) => !files.has(readKey(address)));
      return pages.length > 1 || versions.length - pages.length > 1;
    });
    expect(twice).toEqual([]);
  });

  it("reads every charset right", () => {
    const reports = obstacles
      .filter(({ key }) => key.startsWith("charset-"))
      .flatMap(({ portal }) => portal.truth);
    expect(reports.length).toBeGreaterThan(18);
    for (const report of reports)
      expect(held.get(nameReport(report))?.preamble).toContain("𠮷祥社区、㐂雨社区");
  });
});

/** Its host takes its time for whatever it is asked. */
function slowDown(obstacle: Obstacle): Obstacle {
  const { portal } = obstacle;
  const hosts = portal.hosts.map(({ name, serve }): PortalHost => ({
    name,
    serve: async (asked) => {
      await sleep(slowMs);
      return serve(asked);
    },
  }));
  return { ...obstacle, portal: { ...portal, hosts } };
}

/** What a page that a browser shows asks for by itself; a person's browser asks for it at once, too. */
function isByScript({ host, url }: AskedEntry): boolean {
  return host.startsWith("www.script-list") && new URL(url).pathname.startsWith("/api/");
}

function isChallenge({ host, status, url }: AskedEntry): boolean {
  const isTest = host === "www.challenge-200.gov.test" && !url.endsWith("/robots.txt");
  return isTest || status === 202 || status === 412 || status === 521;
}

/** Of reports by their files: those of which no picture was refused for want of text recognition. */
async function listWithoutPictures(
  reports: readonly (readonly string[])[],
): Promise<readonly (readonly string[])[]> {
  const refused = await simulation.store.db
    .selectFrom("reading")
    .where("state", "=", "refused")
    .where("reason", "like", "Pictures are read only by text recognition%")
    .select("url")
    .execute();
  const pictures = new Set(refused.map(({ url }) => url));
  return reports.filter((files) => !files.some((file) => pictures.has(file)));
}
