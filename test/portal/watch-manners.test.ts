import { expect, it } from "vitest";
import type { AskedEntry } from "../../demo/portal/asked-entry.ts";
import { buildDemoPortals } from "../../demo/portal/demo-portals.ts";
import {
  collectRobots,
  countViolations,
  type MannersRules,
  watchManners,
} from "../../demo/portal/watch-manners.ts";
import { buildObstacles } from "../../demo/portal/obstacles/main.ts";
import { readRobotsRules } from "../../demo/portal/read-robots-rules.ts";

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
] as const)("counts a request before the delay %s, from the end of an answer", (_, rules) => {
  const log = [build(0), build(500), build(1_510), build(2_490), build(3_400)];
  expect(list(log, rules)).toEqual([
    ["delay", 500],
    ["delay", 3_400],
  ]);
});

it("counts a request that follows a slow answer too soon", () => {
  const slow = (at: number) => build(at, { endedAt: at + 400 });
  const log = [slow(0), slow(2_400), slow(4_000), slow(6_300)];
  const rules = { ...none, minDelay: 50, responses: 5, tolerance: 1 };
  expect(list(log, rules)).toEqual([
    ["delay", 4_000],
    ["delay", 6_300],
  ]);
});

it("takes hosts at one address for one", () => {
  const other = { host: "b.gov.test", url: "http://b.gov.test/" };
  const log = [build(0, { endedAt: 500 }), build(200, other), build(900)];
  const rules = { ...none, minDelay: 1_000 };
  expect(list(log, rules)).toEqual([["delay", 900]]);
  const addresses = new Map(["a.gov.test", "b.gov.test"].map((host) => [host, "192.31.196.4"]));
  expect(list(log, { ...rules, addresses })).toEqual([
    ["parallel", 200],
    ["delay", 900],
  ]);
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

it.each([
  ["Disallow: /zwgk/\nAllow: /zwgk/nb/", "/zwgk/nb/1.html", true],
  ["Allow: /zwgk/\nDisallow: /zwgk/", "/zwgk/", true],
  ["Disallow: /*.pdf$", "/files/a.pdf", false],
  ["Disallow: /*.pdf$", "/files/a.pdf?x=1", true],
  ["Disallow: /a*b*c", "/a/1/b/c", false],
  ["Disallow: /年报/", "/%e5%b9%b4%E6%8A%A5/1", false],
  ["Disallow: /%7Eadmin", "/~admin/", false],
  ["Disallow:", "/x", true],
  ["Disallow: / # everything", "/x", false],
  ["Disallow: /\nUser-agent: gongkaibot\nUser-agent: other\nDisallow: /own/", "/x", true],
  ["Disallow: /\nUser-agent: gongkaibot\nDisallow: /own/", "/own/", false],
  ["Disallow: /a\nUser-agent: other\nDisallow: /\nUser-agent: *\nDisallow: /b", "/b", false],
] as const)("reads the rule %j for %s as RFC 9309 has it", (rule, path, allowed) => {
  const text = `User-agent: *\n${rule}`;
  expect(readRobotsRules(text, userAgent).allows(`http://a.gov.test${path}`)).toBe(allowed);
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

it("finds robots.txt where a redirect leads for it", async () => {
  const obstacles = buildObstacles({ seed: 1, keys: ["robots-moved"] });
  const texts = await collectRobots(
    obstacles.map(({ portal }) => portal),
    0,
  );
  const [url = ""] = obstacles.flatMap(({ withheld }) => withheld);
  const host = new URL(url).hostname;
  expect(list([build(0, { host, url })], { robots: texts })).toEqual([["robots", 0]]);
});
