import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { askBySocket } from "./ask-by-socket.ts";
import { listLinks, newest, openObstacles, type OpenObstacles } from "./open-obstacles.ts";

let open: OpenObstacles;
beforeAll(async () => {
  open = await openObstacles();
});
afterAll(() => open.close());

const hugeBytes = 2 * 1024 ** 3;

describe("hosts that ask for patience", () => {
  it.each([
    ["retry-seconds", 429],
    ["retry-date", 429],
    ["retry-503", 503],
  ])("%s with %i and open again when the time has come", async (key, status) => {
    expect((await open.ask(key)).status).toBe(200);
    const first = await open.ask(key, newest);
    expect(first.status).toBe(status);
    const value = first.headers["retry-after"] ?? "";
    const until = /^\d+$/u.test(value)
      ? open.clock.now() + Number(value) * 1000
      : Date.parse(value);
    expect(until - open.clock.now()).toBeGreaterThan(1_000);
    expect(until - open.clock.now()).toBeLessThan(4_000);
    open.clock.wait(until - open.clock.now() - 1);
    expect((await open.ask(key)).status).toBe(status);
    open.clock.wait(1);
    expect((await open.ask(key, newest)).status).toBe(200);
  });

  it("ban who asks faster than once a second, and nobody else", async () => {
    for (let at = 0; at < 5; at++) {
      expect((await open.ask("rate-ban")).status).toBe(200);
      open.clock.wait(1_000);
    }
    const statuses: number[] = [];
    for (let at = 0; at < 3; at++) statuses.push((await open.ask("rate-ban")).status);
    expect(statuses).toEqual([200, 200, 429]);
    open.clock.wait(59_999);
    expect((await open.ask("rate-ban")).status).toBe(429);
    open.clock.wait(1);
    expect((await open.ask("rate-ban")).status).toBe(200);
  });

  it("ban once whoever comes, at the first report", async () => {
    open.clock.wait(60_000);
    const statuses: number[] = [];
    for (const wait of [30_000, 30_000, 2_000, 2_000]) {
      statuses.push((await open.ask("rate-ban", newest)).status);
      open.clock.wait(wait);
    }
    expect(statuses).toEqual([429, 429, 200, 200]);
  });
});

describe("challenges", () => {
  it.each([
    ["challenge-202", 202, "document.cookie"],
    ["challenge-412", 412, "$_ts"],
    ["challenge-521", 521, "__jsl_clearance"],
    ["challenge-200", 200, "完成验证"],
  ])("of %s come with %i for every page", async (key, status, mark) => {
    for (const path of ["/", "/zwgk/nb/", newest]) {
      const reply = await open.ask(key, path);
      expect(reply.status).toBe(status);
      expect(reply.body.toString()).toContain(mark);
    }
  });

  it("are none where a cookie is given on the way", async () => {
    const first = await open.ask("cookie-redirect");
    expect(first).toMatchObject({
      status: 302,
      headers: { location: "http://www.cookie-redirect.gov.test/zwgk/nb/" },
    });
    const cookie = first.headers["set-cookie"]?.split(";")[0] ?? "";
    expect(cookie).toMatch(/^CT6T=/u);
    const fields = [`Cookie: other=1; ${cookie}`];
    expect((await open.ask("cookie-redirect", "/zwgk/nb/", { fields })).status).toBe(200);
  });
});

describe("a host that breaks off", () => {
  it("resets a report in its middle once", async () => {
    const first = await open.ask("reset-in-body", newest);
    expect(first.error).toBe("ECONNRESET");
    const second = await open.ask("reset-in-body", newest);
    expect(second.error).toBeNull();
    expect(second.body.length).toBe(Number(first.headers["content-length"]));
    expect(first.body.length).toBeLessThan(second.body.length);
  });
});

describe("a lost domain", () => {
  it("leads to a copy with words that are not the portal's", async () => {
    const { headers, status } = await open.ask("domain-lost");
    expect(status).toBe(302);
    const [column = "", ...reports] = open.find("domain-lost").portal.decoys;
    expect(headers["location"]).toBe(column);
    const { port } = open;
    for (const url of [column, ...reports])
      expect((await askBySocket({ port, url })).body.toString()).toContain("幸运大转盘");
  });
});

describe("lists of scripts", () => {
  it("have their rows in JSON, two a page", async () => {
    expect((await open.ask("script-list")).body.toString()).not.toContain("1003.html");
    const pages = [
      await open.ask("script-list", "/api/list?page=1"),
      await open.ask("script-list", "/api/list?page=2"),
    ];
    const rows = pages.flatMap(({ body }) => [...body.toString().matchAll(/"url":"([^"]+)"/gu)]);
    const truth = open.find("script-list").portal.truth.map(({ addresses }) => addresses[0]);
    expect(new Set(rows.map(([, url]) => `http://www.script-list.gov.test${url}`))).toEqual(
      new Set(truth),
    );
  });

  it("take each token once", async () => {
    expect((await open.ask("script-list-token", "/api/list?page=1&token=made-up")).status).toBe(
      403,
    );
    const { body } = await open.ask("script-list-token", "/api/token");
    const token = /"token":"(\w+)"/u.exec(body.toString())?.[1];
    const address = `/api/list?page=1&token=${token}`;
    expect((await open.ask("script-list-token", address)).status).toBe(200);
    expect((await open.ask("script-list-token", address)).status).toBe(403);
  });
});

describe("traps", () => {
  it.each([
    ["calendar-trap", "/rili/index.html?year=2024&month=1", /month=/u],
    ["search-trap", "/search?q=x&page=1", /page=/u],
    ["endless-list", "/zwgk/nb/", /index_\d+\.html/u],
  ])("of %s lead on for ever", async (key, start, mark) => {
    const seen = new Set<string>();
    let path = start;
    for (let at = 0; at < 20; at++) {
      expect(seen).not.toContain(path);
      seen.add(path);
      const { status, body } = await open.ask(key, path);
      expect(status).toBe(200);
      path =
        listLinks({ body })
          .filter((href) => mark.test(href))
          .at(key === "calendar-trap" ? 1 : 0) ?? "";
    }
  });

  it("name each visit in its addresses, and serve the same without", async () => {
    const list = async () =>
      listLinks(await open.ask("session-parameter")).filter((href) =>
        href.includes(";jsessionid="),
      );
    const [first, second] = [await list(), await list()];
    expect(first).toHaveLength(3);
    expect(first?.filter((href) => second?.includes(href))).toEqual([]);
    const [named, plain] = [first?.[0] ?? "", first?.[0]?.replace(/;.*$/u, "") ?? ""];
    const bodies = await Promise.all(
      [named, plain].map((href) => open.ask("session-parameter", `/zwgk/nb/${href}`)),
    );
    expect(bodies[0]?.body.equals(bodies[1]?.body ?? Buffer.alloc(0))).toBe(true);
    const folders = [await open.ask("session-folder"), await open.ask("session-folder")];
    expect(folders[0]?.headers["location"]).toMatch(/^\/\(S\(\w+\)\)\/zwgk\/nb\/$/u);
    expect(folders[0]?.headers["location"]).not.toBe(folders[1]?.headers["location"]);
  });
});

describe("files without end", () => {
  it.each(["huge-attachment", "huge-undeclared"])("of %s are never held", async (key) => {
    const [address = ""] = open.find(key).withheld;
    const { headers, body } = await open.ask(key, new URL(address).pathname, { most: 3_000_000 });
    expect(headers["content-length"]).toBe(
      key === "huge-attachment" ? String(hugeBytes) : undefined,
    );
    expect(body.length).toBeGreaterThan(2_900_000);
    expect(body.every((byte) => byte === 0)).toBe(true);
  });

  it("come as a page too", async () => {
    const [address = ""] = open.find("endless-page").withheld;
    const path = new URL(address).pathname;
    const { body } = await open.ask("endless-page", path, { most: 20_000_000 });
    expect(body.length).toBeGreaterThan(19_000_000);
    expect(body.subarray(0, 100).toString()).toContain("<!DOCTYPE html>");
  });
});
