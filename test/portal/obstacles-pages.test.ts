import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildRequest } from "../../corpus/address.ts";
import type { Validators } from "../../crawler/http/build-http-request.ts";
import { noHabits, openClient } from "../../crawler/http/http-client.ts";
import { askBySocket, type SocketReply } from "./ask-by-socket.ts";
import { listLinks, newest, openObstacles, type OpenObstacles } from "./open-obstacles.ts";

let open: OpenObstacles;
beforeAll(async () => {
  open = await openObstacles();
});
afterAll(() => open.close());

describe("charsets", () => {
  it.each([
    { key: "charset-gbk-bare", charset: "gb18030", declared: null, type: "text/html" },
    { key: "charset-gb2312", charset: "gb18030", declared: "gb2312", type: "text/html" },
    {
      key: "charset-said-utf8",
      charset: "gb18030",
      declared: "gbk",
      type: "text/html; charset=utf-8",
    },
    {
      key: "charset-said-gbk",
      charset: "utf-8",
      declared: "utf-8",
      type: "text/html; charset=GBK",
    },
    {
      key: "charset-unknown",
      charset: "utf-8",
      declared: "utf8mb4",
      type: "text/html; charset=ISO-88509-1",
    },
    { key: "charset-no-type", charset: "gb18030", declared: "gb2312", type: undefined },
    { key: "charset-mark", charset: "utf-8", declared: "gb2312", type: "text/html" },
  ])("of $key are $charset, and say $declared and $type", async (one) => {
    const { key, charset, declared, type } = one;
    const { headers, body } = await open.ask(key, newest);
    expect(headers["content-type"]).toBe(type);
    const text = new TextDecoder(charset, { fatal: true, ignoreBOM: true }).decode(body);
    expect(text).toContain("𠮷祥社区、㐂雨社区");
    expect(text.startsWith("\uFEFF")).toBe(key === "charset-mark");
    expect(/charset="?([\w-]+)/iu.exec(text)?.[1] ?? null).toBe(declared);
  });
});

describe("transfers", () => {
  it("are packed though nobody asked and no field says so", async () => {
    const { headers, body } = await open.ask("gzip-forced");
    expect(headers["content-encoding"]).toBeUndefined();
    expect(gunzipSync(body).toString()).toContain("政府信息公开年报");
  });

  it.each([
    ["length-too-long", 57],
    ["length-too-short", -57],
  ])("of %s declare another length", async (key, by) => {
    const { headers, body } = await open.ask(key);
    expect(Number(headers["content-length"]) - body.length).toBe(by);
  });

  it("break off within a chunk once", async () => {
    const [first, second] = [
      await open.ask("chunks-cut-off", newest),
      await open.ask("chunks-cut-off", newest),
    ];
    expect(first?.headers["transfer-encoding"]).toBe("chunked");
    expect(first?.body.toString()).not.toContain("</html>");
    expect(second?.body.toString()).toMatch(/<\/html>\s*\r\n0\r\n\r\n$/u);
  });
});

describe("ways round a corner", () => {
  it("lead on by a page, by a script, by a name and by a scheme", async () => {
    expect((await open.ask("meta-refresh", "/")).body.toString()).toContain('http-equiv="refresh"');
    expect((await open.ask("script-redirect", "/")).body.toString()).toContain(
      "window.location.href",
    );
    expect(await open.ask("scheme-loop")).toMatchObject({
      status: 301,
      headers: { location: "https://www.scheme-loop.gov.test/zwgk/nb/" },
    });
    const { port } = open;
    const bare = await askBySocket({ port, url: "http://bare-name.gov.test/zwgk/nb/" });
    expect(bare.headers["location"]).toBe("http://www.bare-name.gov.test/zwgk/nb/");
  });

  it("lead nowhere without the base", async () => {
    const { body } = await open.ask("base-address", "/zwgk/xxgknb/");
    const link = listLinks({ body }).find((href) => href.startsWith("./2024")) ?? "";
    expect(link).not.toBe("");
    expect((await open.ask("base-address", `/zwgk/xxgknb/${link}`)).status).toBe(404);
    expect((await open.ask("base-address", `/zwgk/nb/${link}`)).status).toBe(200);
  });
});

describe("pages that are none", () => {
  it("come with 200, or with 404 and a link", async () => {
    expect((await open.ask("soft-404", "/nothing.html")).status).toBe(200);
    const linked = await open.ask("linked-404", "/nothing.html");
    expect(linked.status).toBe(404);
    const further = listLinks(linked).at(-1) ?? "";
    expect((await open.ask("linked-404", further)).status).toBe(404);
  });

  it("come to whoever asks too often, until that is over", async () => {
    const asked: SocketReply[] = [];
    for (let at = 0; at < 13; at++) asked.push(await open.ask("burst-error"));
    expect(asked.map(({ status }) => status)).toEqual(asked.map(() => 200));
    expect(asked[11]?.body.toString()).toContain("1003.html");
    expect(asked[12]?.body.toString()).toContain("系统繁忙");
    open.clock.wait(1_000);
    expect((await open.ask("burst-error")).body.toString()).toContain("1003.html");
  });

  it.each(["burst-error", "burst-missing"])("come once however slowly %s is asked", async (key) => {
    open.clock.wait(1_000);
    const isMissing: boolean[] = [];
    for (let at = 0; at < 4; at++) {
      isMissing.push((await open.ask(key, newest)).body.toString().includes("找不到了"));
      open.clock.wait(600);
    }
    expect(isMissing).toEqual([true, true, false, false]);
  });
});

describe("validators", () => {
  it.each([
    { key: "etag-strong", field: "etag", condition: "If-None-Match", form: /^"\w+"$/u },
    { key: "etag-weak", field: "etag", condition: "If-None-Match", form: /^W\/"\w+"$/u },
    {
      key: "last-modified",
      field: "last-modified",
      condition: "If-Modified-Since",
      form: / GMT$/u,
    },
  ])("of $key bring 304", async ({ key, field, condition, form }) => {
    const value = (await open.ask(key)).headers[field] ?? "";
    expect(value).toMatch(form);
    const again = await open.ask(key, "/zwgk/nb/", { fields: [`${condition}: ${value}`] });
    expect(again).toMatchObject({ status: 304, body: Buffer.alloc(0) });
    const other = await open.ask(key, "/zwgk/nb/", { fields: [`${condition}: "else"`] });
    expect(other.status).toBe(200);
  });

  it.each([
    ["etag-strong", 304],
    ["etag-weak", 304],
    ["etag-lying", 304],
    ["last-modified", 304],
    ["etag-restless", 200],
    ["no-validators", 200],
  ])("of %s are sent by the crawler's client, and answered with %i", async (key, status) => {
    const userAgent = "GongkaiBot/test (+https://gongkai.test/bot)";
    const resolve = () =>
      Promise.resolve([{ address: "127.0.0.1", family: 4 as const, port: open.port }]);
    const client = openClient({ userAgent, allowPrivate: true, resolve });
    const { signal } = new AbortController();
    const request = buildRequest(`http://www.${key}.gov.test/zwgk/nb/`);
    const fetchOnce = (validators: Validators | null) =>
      client.fetch(request, { habits: noHabits, validators, signal });
    const { headers } = await fetchOnce(null);
    const [etag = null, lastModified = null] = [headers["etag"], headers["last-modified"]];
    expect((await fetchOnce({ etag, lastModified })).status).toBe(status);
    client.close();
  });

  it("are missing, or others each time", async () => {
    const none = await open.ask("no-validators");
    expect([none.headers["etag"], none.headers["last-modified"]]).toEqual([undefined, undefined]);
    const { etag } = (await open.ask("etag-restless")).headers;
    const again = await open.ask("etag-restless", "/zwgk/nb/", {
      fields: [`If-None-Match: ${etag}`],
    });
    expect(again.status).toBe(200);
    expect(again.headers["etag"]).not.toBe(etag);
  });

  it("lie of a list that has grown", async () => {
    const before = await open.ask("etag-lying");
    expect(before.body.toString()).not.toContain("1003.html");
    open.clock.wait(60_000);
    const fields = [`If-None-Match: ${before.headers["etag"]}`];
    expect((await open.ask("etag-lying", "/zwgk/nb/", { fields })).status).toBe(304);
    expect((await open.ask("etag-lying")).body.toString()).toContain("1003.html");
  });
});

describe("robots.txt", () => {
  it.each([
    ["robots-404", 404],
    ["robots-403", 403],
    ["robots-500", 500],
    ["robots-html", 200],
    ["robots-moved", 301],
  ])("of %s comes with %i", async (key, status) => {
    expect((await open.ask(key, "/robots.txt")).status).toBe(status);
    expect((await open.ask(key)).status).toBe(200);
  });

  it("is of over 600 kB, its rule within the first 500 KiB", async () => {
    const { body } = await open.ask("robots-long", "/robots.txt");
    expect(body.length).toBeGreaterThanOrEqual(600_000);
    const [path = ""] = open
      .find("robots-long")
      .withheld.map((address) => new URL(address).pathname);
    expect(body.indexOf(`Disallow: ${path}\n`)).toBeGreaterThan(0);
    expect(body.indexOf(`Disallow: ${path}\n`)).toBeLessThan(500 * 1024);
    expect(body.subarray(500 * 1024).toString()).not.toContain("llow:");
  });

  it("asks for a pause, or forbids a folder", async () => {
    expect((await open.ask("robots-delay", "/robots.txt")).body.toString()).toContain(
      "Crawl-delay: 1",
    );
    const forbidden = (await open.ask("robots-disallow", "/robots.txt")).body.toString();
    expect(forbidden).toContain("Disallow: /zwgk/");
  });
});
