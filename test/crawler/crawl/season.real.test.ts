import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { setSchedule } from "../../../corpus/store/schedule.ts";
import { revisitDays } from "../../../crawler/crawl/plan-revisit.ts";
import { SourceStarter } from "../../../crawler/schedule/source-starter.ts";
import { buildSeasonalPortal } from "../../../demo/portal/timed-portals.ts";
import { DirectCrawler } from "./direct-crawler.ts";
import { readKey } from "./frontier-view.ts";
import { LeapingClock } from "./leaping-clock.ts";
import { openSimulation, type Simulation } from "./open-simulation.ts";

const [hour, day] = [3_600_000, 86_400_000];
const chinaHours = 8;
/** A crawl itself takes seconds; nobody is in a hurry by less. Milliseconds. */
const crawlMs = hour;
/** robots.txt, how a missing page looks, home and what leads to the column, the column and the guesses of further pages. */
const mostLists = 12;
/** Measured: 50, of which the lists are 33 and looking after reports that are out 17. */
const mostAskedPerReport = 60;
const [from, until] = [Date.UTC(2024, 0, 1), Date.UTC(2024, 3, 1)];
const clock = new LeapingClock(new Date(from).toISOString());
const portal = buildSeasonalPortal(1, 21);

let simulation: Simulation;
/** When each crawl began, and what was asked in it. */
const crawls: { readonly at: number; readonly keys: readonly string[] }[] = [];
/** When each report was first had, by its address. */
let found: ReadonlyMap<string, number>;

beforeAll(async () => {
  // The days pass as fast as the crawls do.
  const pace = { responses: 0, leastMs: 1, mostMs: 1 };
  simulation = await openSimulation({ portals: [portal], clock, pace });
  await passSeason();
  found = await loadFound();
}, 600_000);
afterAll(() => simulation.close());

/** Crawls whenever the schedule says so; the clock leaps from one visit to the next. */
async function passSeason(): Promise<void> {
  const { store, parts, running } = simulation;
  const crawler = new DirectCrawler(parts);
  const limits = { readClock: clock.now, atOnce: 1, lostAfterMs: hour };
  const starter = new SourceStarter({ store, crawler, report: () => {}, ...limits });
  await setSchedule(store, [portal.id], "auto");
  for (let next = await planNext(starter); next < until; next = await planNext(starter)) {
    clock.leap(Math.max(0, next - clock.now()));
    const [at, before] = [clock.now(), running.listAsked().length];
    await starter.beginDue();
    await crawler.waitUntilIdle();
    await starter.noteEnded();
    const asked = running.listAsked().slice(before);
    crawls.push({ at, keys: asked.map(({ url }) => readKey(url)) });
  }
}

async function planNext(starter: SourceStarter): Promise<number> {
  await starter.planNew();
  const { next_at: next } = await simulation.store.db
    .selectFrom("source")
    .select("next_at")
    .executeTakeFirstOrThrow();
  return Date.parse(next ?? "");
}

async function loadFound(): Promise<ReadonlyMap<string, number>> {
  const rows = await simulation.store.db
    .selectFrom("visit")
    .where("role", "=", "report")
    .where("change", "=", "new")
    .select(["url", "visited_at"])
    .execute();
  return new Map(rows.map(({ url, visited_at: at }) => [readKey(url), Date.parse(at)]));
}

describe("a season on the schedule auto", () => {
  it("is crawled once a day while portals are open", () => {
    const hours = crawls.map(({ at }) => (new Date(at).getUTCHours() + chinaHours) % 24);
    expect(hours.filter((hour) => hour < 7 || hour > 19)).toEqual([]);
    const days = crawls.map(({ at }) => Math.floor((at + chinaHours * hour) / day));
    expect(days).toEqual(days.map((_, at) => (days[0] ?? 0) + at));
    expect(crawls.length).toBeGreaterThan((until - from) / day - 2);
  });

  it("brings each report at the first crawl after it is out", () => {
    const late = portal.changes.filter(({ address, at }) => {
      const next = crawls.find((crawl) => crawl.at >= at)?.at ?? NaN;
      const had = found.get(readKey(address)) ?? NaN;
      return !(had >= next && had - next < crawlMs);
    });
    expect(portal.changes).toHaveLength(24);
    expect(late).toEqual([]);
    const lags = portal.changes.map(({ address, at }) => (found.get(readKey(address)) ?? NaN) - at);
    // A day at most; half of it where the hours at which reports appear have nothing to do with the crawl's.
    expect(Math.max(...lags)).toBeLessThan(day + crawlMs);
    expect(Math.min(...lags)).toBeLessThan(8 * hour);
  });

  it("costs the lists once a day, and each report as often as it is looked after", () => {
    const reports = new Set(found.keys());
    const asked = crawls.flatMap(({ keys }) => keys);
    const ofReports = asked.filter((key) => reports.has(key)).length;
    const due = [...found.values()].reduce(
      (sum, at) => sum + 1 + Math.floor((until - at) / (revisitDays.young * day)),
      0,
    );
    expect(ofReports).toBeGreaterThan(reports.size);
    expect(ofReports).toBeLessThanOrEqual(due);
    for (const { keys } of crawls)
      expect(keys.filter((key) => !reports.has(key)).length).toBeLessThanOrEqual(mostLists);
    expect(asked.length / reports.size).toBeLessThan(mostAskedPerReport);
  });
});
