import { expect, it } from "vitest";
import type { AskedEntry } from "../../demo/portal/asked-entry.ts";
import { buildDemoPortals } from "../../demo/portal/demo-portals.ts";
import {
  collectRobots,
  countViolations,
  type MannersRules,
  watchManners,
} from "../../demo/portal/watch-manners.ts";

const userAgent = "GongkaiBot/1 (+https://gongkai.test/bot)";

function build(at: number, change: Partial<AskedEntry> = {}): AskedEntry {
  return {
    host: "a.gov.test",
    url: "http://a.gov.test/x",
    method: "GET",
    userAgent,
    from: "",
    at,
    endedAt: at + 10,
    status: 200,
    location: null,
    retryAt: null,
    ...change,
  };
}

const robots = (text: string): MannersRules => ({ robots: new Map([["a.gov.test", text]]) });
const none: MannersRules = { robots: new Map() };
const list = (log: readonly AskedEntry[], rules: MannersRules) =>
  watchManners(log, rules).map(({ kind, entry }) => [kind, entry.at]);

it("finds nothing in the log of a polite crawler", () => {
  const log = [
    build(0),
    build(3_000),
    build(3_001, { host: "b.gov.test", url: "http://b.gov.test/" }),
  ];
  expect(
    list(log, { ...robots("User-agent: *\nCrawl-delay: 3\nDisallow: /y"), minDelay: 1_000 }),
  ).toEqual([]);
});

it("counts two requests at once to one host", () => {
  expect(list([build(0, { endedAt: 500 }), build(200), build(600)], none)).toEqual([
    ["parallel", 200],
  ]);
  expect(list([build(0, { endedAt: null }), build(900)], none)).toEqual([["parallel", 900]]);
});

it.each([
  ["that the test asks for", { ...none, minDelay: 1_000 }],
  ["of robots.txt", robots("User-agent: *\nCrawl-delay: 1")],
] as const)("counts a request before the delay %s", (_, rules) => {
  expect(list([build(0), build(500), build(1_500), build(2_480)], rules)).toEqual([["delay", 500]]);
});

it("lets a redirect be followed at once", () => {
  const log = [
    build(0, { status: 302, location: "http://a.gov.test/y" }),
    build(20, { url: "http://a.gov.test/y" }),
  ];
  expect(list(log, { ...none, minDelay: 1_000 })).toEqual([]);
});

it("counts a request before Retry-After is over", () => {
  expect(
    list([build(0, { status: 429, retryAt: 30_000 }), build(20_000), build(30_000)], none),
  ).toEqual([["retryAfter", 20_000]]);
});

it("counts what robots.txt forbids, and never robots.txt itself", () => {
  const log = [
    build(0, { url: "http://a.gov.test/robots.txt" }),
    build(100, { url: "http://a.gov.test/zwgk/a.html" }),
    build(200, { url: "http://a.gov.test/zwgkx" }),
  ];
  expect(list(log, robots("User-agent: *\nDisallow: /zwgk/\nDisallow: /robots.txt"))).toEqual([
    ["robots", 100],
  ]);
});

it("counts whatever is asked after a challenge", () => {
  expect(list([build(0, { status: 412 }), build(60_000)], none)).toEqual([["challenge", 60_000]]);
  const marked = { ...none, isChallenge: ({ url }: AskedEntry) => url.endsWith("/x") };
  expect(list([build(0), build(60_000)], marked)).toEqual([["challenge", 60_000]]);
});

it("counts requests that tell nobody to write to", () => {
  const log = [
    build(0, { userAgent: "Mozilla/5.0" }),
    build(100, { userAgent: "bot", from: "a@b.test" }),
  ];
  const found = watchManners(log, none);
  expect(found.map(({ kind, entry }) => [kind, entry.at])).toEqual([["nameless", 0]]);
  expect(countViolations(found)).toEqual({
    parallel: 0,
    delay: 0,
    retryAfter: 0,
    robots: 0,
    challenge: 0,
    nameless: 1,
  });
});

it("takes robots.txt from the hosts themselves", async () => {
  const portals = buildDemoPortals();
  const texts = await collectRobots(portals, 0);
  const hosts = portals.flatMap((portal) => portal.hosts.map((host) => host.name));
  expect(new Set(texts.keys())).toEqual(new Set(hosts));
  const [host = ""] = hosts;
  const log = [build(0, { host, url: `http://${host}/admin/` })];
  expect(list(log, { robots: texts })).toEqual([["robots", 0]]);
});
