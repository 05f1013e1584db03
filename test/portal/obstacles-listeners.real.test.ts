import { readFileSync } from "node:fs";
import { connect as connectTls } from "node:tls";
import { once } from "node:events";
import { connect } from "node:net";
import { networkInterfaces } from "node:os";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildRequest, noHints, noTrail } from "../../corpus/address.ts";
import { openRenderer } from "../../crawler/browser/open-renderer.ts";
import type { Fetched, HostHabits } from "../../crawler/http/exchange.ts";
import { FetchFailed } from "../../crawler/http/fetch-failed.ts";
import { noHabits, openClient } from "../../crawler/http/http-client.ts";
import { canonicalizeAddress } from "../../crawler/links/canonicalize-address.ts";
import { findAddresses } from "../../crawler/links/find-addresses.ts";
import { buildObstacles } from "../../demo/portal/obstacles/main.ts";
import type { Obstacle } from "../../demo/portal/obstacles/obstacle.ts";
import { openListeners, type OpenListeners } from "../../demo/portal/obstacles/open-listeners.ts";
import { canServeLegacy } from "../../demo/portal/obstacles/start-legacy-server.ts";
import { type RunningPortals, startPortals } from "../../demo/portal/start-portals.ts";
import { findBrowser } from "../web/open-browser.ts";
import { VirtualClock } from "./virtual-clock.ts";
import { walkPolitely } from "./walk-politely.ts";

const clock = new VirtualClock();
const obstacles = buildObstacles({ seed: 3, firstByteMs: 3_000 });
const userAgent = "GongkaiBot/test (+https://gongkai.test/bot)";
let listeners: OpenListeners;
let running: RunningPortals;
beforeAll(async () => {
  listeners = await openListeners(obstacles, {
    httpPort: () => running.httpPort,
    clock: clock.now,
    startsPrograms: true,
  });
  const portals = obstacles.map(({ portal }) => portal);
  running = await startPortals(portals, { clock: clock.now, listeners: listeners.addresses });
});
afterAll(async () => {
  await running.close();
  await listeners.close();
});

function find(key: string): Obstacle {
  const obstacle = obstacles.find((one) => one.key === key);
  if (!obstacle) throw new Error(`There is no obstacle ${key}.`);
  return obstacle;
}

function walk(key: string) {
  const [source] = find(key).portal.sources;
  if (!source) throw new Error(`${key} has no source.`);
  return walkPolitely(source, { portals: running, clock });
}

async function fetchEntry(
  key: string,
  habits: HostHabits = noHabits,
): Promise<Fetched | FetchFailed> {
  const client = openClient({ userAgent, allowPrivate: true, resolve: running.resolve });
  const { signal } = new AbortController();
  const entry = find(key).portal.sources[0]?.entry ?? "";
  try {
    return await client.fetch(buildRequest(entry), { habits, validators: null, signal });
  } catch (error) {
    if (error instanceof FetchFailed) return error;
    throw error;
  } finally {
    client.close();
  }
}

describe("TLS out of date", () => {
  it.each([
    ["tls-expired", "strict"],
    ["tls-other-name", "strict"],
    ["tls-old", "old"],
  ] as const)("of %s keeps no report back, at step %s", async (key, step) => {
    const { came, stopped } = await walk(key);
    expect(stopped).toBeNull();
    for (const { addresses, digest } of find(key).portal.truth) {
      const visited = came.get(readKey(addresses[0] ?? ""));
      expect(visited).toMatchObject({ digest, habits: { tls: step } });
      expect(visited?.fault).not.toBeNull();
    }
  });

  it.each([
    ["tls-expired", "CERT_HAS_EXPIRED"],
    ["tls-other-name", "ERR_TLS_CERT_ALTNAME_INVALID"],
  ])("of %s is what its certificate says: %s", async (key, fault) => {
    const host = `www.${key}.gov.test`;
    const [address] = await running.resolve(host, 443);
    const socket = connectTls({
      host: address?.address,
      port: address?.port,
      servername: host,
      ca: readFileSync(listeners.authority ?? ""),
      rejectUnauthorized: false,
    });
    await once(socket, "secureConnect");
    const { authorizationError: told } = socket;
    socket.destroy();
    const code: unknown = told instanceof Error && "code" in told ? told.code : told;
    expect(code).toBe(fault);
  });

  it.each(["schemes-plain", "schemes-secure"])(
    "of %s is the site that is there without",
    async (key) => {
      const { came, stopped } = await walk(key);
      expect(stopped).toBeNull();
      for (const { addresses, digest } of find(key).portal.truth) {
        expect(addresses.map((address) => address.split(":")[0])).toEqual(["http", "https"]);
        expect(came.get(readKey(addresses[0] ?? ""))).toMatchObject({ digest });
      }
    },
  );

  it("leads in a circle from http to https to http", async () => {
    expect(await fetchEntry("scheme-loop")).toMatchObject({ failure: "redirect-loop" });
    expect((await walk("scheme-loop")).failed).toEqual(
      new Map([["scheme-loop.gov.test/zwgk/nb", "redirect-loop"]]),
    );
  });

  it.runIf(canServeLegacy())("without renegotiation is reached by the legacy step", async () => {
    expect(await fetchEntry("tls-no-renegotiation")).toMatchObject({
      status: 200,
      habits: { tls: "legacy" },
    });
  });
});

const hasIpv6 = Object.values(networkInterfaces()).some((cards) =>
  cards?.some(({ address }) => address === "::1"),
);

describe.runIf(hasIpv6)("families of addresses", () => {
  it.each([
    ["ipv6-only", null],
    ["ipv6-dead", null],
    ["ipv4-dead", 6],
  ] as const)("of %s keep no report back, and %s is remembered", async (key, family) => {
    const { came } = await walk(key);
    for (const { addresses, digest } of find(key).portal.truth)
      expect(came.get(readKey(addresses[0] ?? ""))).toMatchObject({ digest, habits: { family } });
  });

  it("are tried again where the remembered one died", async () => {
    const habits: HostHabits = { tls: "strict", family: 6 };
    expect(await fetchEntry("ipv6-dead", habits)).toMatchObject({
      status: 200,
      habits: { family: 4 },
    });
  });
});

describe("a host at night", () => {
  it.each([
    [11, 200],
    [12, "refused"],
    [22, "refused"],
    [23, 200],
  ])("at %i h in UTC answers %s", async (hour, answer) => {
    clock.setHour(hour);
    const outcome = await fetchEntry("closed-at-night");
    expect(outcome instanceof FetchFailed ? outcome.failure : outcome.status).toBe(answer);
    expect(listeners.addresses.has("www.closed-at-night.gov.test:80")).toBe(answer !== 200);
    clock.setHour(2);
  });
});

describe("a slow host", () => {
  it("takes its time to the first byte, and is waited for", async () => {
    const fetched = await fetchEntry("slow-first-byte");
    if (fetched instanceof FetchFailed) throw fetched;
    expect(fetched.exchanges[0].firstByteMs).toBeGreaterThan(2_900);
  });
});

describe("a file of 2 GB", () => {
  it("goes out whole without ever being held", async () => {
    const address = new URL(find("huge-attachment").withheld[0] ?? "");
    const before = process.memoryUsage.rss();
    const socket = connect(running.httpPort, "127.0.0.1");
    let [bytes, most] = [0, before];
    socket.on("data", (part: Buffer) => {
      if (bytes % 50_000_000 > (bytes + part.length) % 50_000_000)
        most = Math.max(most, process.memoryUsage.rss());
      bytes += part.length;
    });
    socket.write(`GET ${address.pathname} HTTP/1.1\r\nHost: ${address.host}\r\n\r\n`);
    await once(socket, "close");
    expect(bytes).toBeGreaterThan(2 * 1024 ** 3);
    expect(most - before).toBeLessThan(1_000_000_000);
  });

  it.each(["huge-attachment", "huge-undeclared"])("of %s is given up", async (key) => {
    const { failed } = await walk(key);
    expect([...failed.values()]).toEqual(["too-large"]);
  });
});

describe.runIf(findBrowser() !== null)("a list made by a script", () => {
  it.each(["script-list", "script-list-token"])("of %s is read in a browser", async (key) => {
    const client = openClient({ userAgent, allowPrivate: true, resolve: running.resolve });
    const executable = findBrowser() ?? "";
    const renderer = openRenderer({ executable, client, userAgent });
    const { portal } = find(key);
    try {
      const request = buildRequest(portal.sources[0]?.entry ?? "");
      const { signal } = new AbortController();
      const rendered = await renderer.render(request, {
        habits: noHabits,
        signal,
        mayFetch: () => true,
      });
      const text = new TextDecoder().decode(rendered.content);
      const page = { request, url: request.url, role: "entry" as const, mediaType: "text/html" };
      const found = findAddresses({ ...page, hints: noHints, trail: noTrail, text });
      const reports = found.filter(({ role }) => role === "report");
      expect(new Set(reports.map((report) => report.request.url))).toEqual(
        new Set(portal.truth.map(({ addresses }) => addresses[0])),
      );
      expect(rendered.answers.length).toBe(key === "script-list" ? 2 : 4);
    } finally {
      await renderer.close();
      client.close();
    }
  });
});

function readKey(address: string): string {
  return canonicalizeAddress(address)?.key ?? address;
}
