import { Buffer } from "node:buffer";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { buildRequest } from "../../../corpus/address.ts";
import { buildUserAgent } from "../../../crawler/http/client-options.ts";
import { GiveUp } from "../../../crawler/http/fetch-failed.ts";
import { openClient, noHabits } from "../../../crawler/http/http-client.ts";
import {
  buildTestOptions,
  fetchFailure,
  fetchFrom,
  fetchPage,
  host,
  writeAnswer,
} from "./fetch-from.ts";

const html =
  "<!DOCTYPE html><html><head><title>年报</title></head><body>政府信息公开</body></html>";

describe("what the client sends", () => {
  it("names itself, asks in Chinese, and never keeps the connection", async () => {
    const { heard } = await fetchFrom(() => writeAnswer(html));
    expect(heard[0]?.line).toBe("GET / HTTP/1.1");
    expect(heard[0]?.headers).toMatchObject({
      host,
      "user-agent": "GongkaiBot/0.1.0 (+mailto:crawler@example.org)",
      from: "crawler@example.org",
      "accept-language": "zh-CN,zh;q=0.9",
      "accept-encoding": "gzip, deflate, br",
      connection: "close",
    });
    expect(Object.keys(heard[0]?.headers ?? {})).not.toContain("if-none-match");
  });

  it("has no From without an e-mail address", async () => {
    const { heard } = await fetchFrom(() => writeAnswer(html), {
      client: { contact: "https://example.org/crawler" },
    });
    expect(heard[0]?.headers["from"]).toBeUndefined();
    expect(buildUserAgent("1.2.3", "https://example.org/")).toBe(
      "GongkaiBot/1.2.3 (+https://example.org/)",
    );
  });

  it.each(["Mozilla/5.0 (Windows NT 10.0)", "Chrome/120", "Bot\r\nX: y", ""])(
    "does not go under %j",
    (userAgent) => {
      expect(() => openClient(buildTestOptions(1, { userAgent }))).toThrow(/crawler/);
    },
  );

  it("posts a form, with fields of its own but not the client's", async () => {
    const request = {
      url: `http://${host}/search.jsp?x=1#part`,
      method: "POST",
      body: "标题=年报",
      headers: {
        Referer: "http://x/",
        "User-Agent": "Mozilla",
        "X-Requested-With": "XMLHttpRequest",
      },
    } as const;
    const { heard, outcome } = await fetchFrom(() => writeAnswer(html), { request });
    expect(heard[0]).toMatchObject({ line: "POST /search.jsp?x=1 HTTP/1.1", body: "标题=年报" });
    expect(heard[0]?.headers).toMatchObject({
      referer: "http://x/",
      "content-type": "application/x-www-form-urlencoded; charset=UTF-8",
      "content-length": "13",
    });
    expect(heard[0]?.headers["user-agent"]).toContain("GongkaiBot");
    expect(outcome).toMatchObject({ url: `http://${host}/search.jsp?x=1` });
  });

  it.each([
    { url: "javascript:alert(1)", headers: {} },
    { url: "http://", headers: {} },
    { url: `http://${host}/`, headers: { Referer: "a\r\nX: y" } },
    { url: `http://${host}/`, headers: { "a b": "c" } },
  ])("refuses to send %j", async ({ url, headers }) => {
    const request = { ...buildRequest(url), headers };
    const { outcome, heard } = await fetchFrom(() => writeAnswer(html), { request });
    expect(outcome).toBeInstanceOf(GiveUp);
    expect(outcome).toMatchObject({ failure: "refusal" });
    expect(heard).toEqual([]);
  });

  it("asks for changes only, and takes 304 for an answer", async () => {
    const validators = { etag: '"a1"', lastModified: "Wed, 17 Jan 2024 08:00:00 GMT" };
    const { outcome, heard } = await fetchFrom(
      () => writeAnswer("", { status: "304 Not Modified", fields: ['ETag: "a1"'] }),
      { validators },
    );
    expect(heard[0]?.headers).toMatchObject({
      "if-none-match": '"a1"',
      "if-modified-since": "Wed, 17 Jan 2024 08:00:00 GMT",
    });
    expect(outcome).toMatchObject({ status: 304, movedTo: null });
  });

  it("takes a 304 that nobody asked for as a fault", async () => {
    const failure = await fetchFailure(() => writeAnswer("", { status: "304 Not Modified" }));
    expect(failure.failure).toBe("bad-response");
  });
});

describe("what the client keeps", () => {
  it("keeps the exchange as it came", async () => {
    const body = gzipSync(html);
    const fields = ["content-TYPE: text/html", "X-A: 1", "Set-Cookie: a=1", "Set-Cookie: b=2"];
    const page = await fetchPage(
      () => writeAnswer(body, { fields: [...fields, "Content-Encoding: gzip"] }),
      { client: { now: () => Date.UTC(2024, 0, 17) } },
    );
    const [exchange] = page.exchanges;
    expect(exchange).toMatchObject({
      url: `http://${host}/`,
      startedAt: "2024-01-17T00:00:00.000Z",
      ip: "127.0.0.1",
      tls: null,
      request: { method: "GET", target: "/", body: null },
      response: { status: 200, statusText: "OK", httpVersion: "1.1", cutOff: null },
    });
    expect(Buffer.from(exchange.response.body)).toEqual(body);
    expect(exchange.response.headers.slice(0, 4)).toEqual([
      ["content-TYPE", "text/html"],
      ["X-A", "1"],
      ["Set-Cookie", "a=1"],
      ["Set-Cookie", "b=2"],
    ]);
    expect(exchange.request.headers[0]).toEqual(["Host", host]);
    expect(page.headers["set-cookie"]).toBe("a=1, b=2");
    expect(exchange.totalMs).toBeGreaterThanOrEqual(exchange.firstByteMs);
  });

  it("leaves the chunked coding out", async () => {
    const page = await fetchPage(
      () =>
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5;x=y\r\n<html\r\n2 \r\n>a\r\n0\r\nX: y\r\n\r\n",
    );
    expect(Buffer.from(page.content).toString()).toBe("<html>a");
  });
});

describe("ending", () => {
  it("throws the reason of an abort, before and during a fetch", async () => {
    const reason = new Error("stopped");
    const early = AbortSignal.abort(reason);
    await expect(fetchFrom(() => writeAnswer(html), { signal: early })).rejects.toBe(reason);
    const ending = new AbortController();
    const hang = (): null => {
      setTimeout(() => ending.abort(reason), 50);
      return null;
    };
    await expect(fetchFrom(hang, { signal: ending.signal })).rejects.toBe(reason);
  });

  it("ends what is under way when it is closed", async () => {
    const http = openClient(buildTestOptions(1, { resolve: () => new Promise(() => undefined) }));
    const signal = new AbortController().signal;
    const fetching = http.fetch(buildRequest(`http://${host}/`), {
      habits: noHabits,
      validators: null,
      signal,
    });
    http.close();
    await expect(fetching).rejects.toThrow("closed");
  });
});
