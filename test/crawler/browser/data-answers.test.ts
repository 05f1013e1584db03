import { Buffer } from "node:buffer";
import { describe, expect, it } from "vitest";
import { buildRequest } from "../../../corpus/address.ts";
import { buildFulfilment } from "../../../crawler/browser/build-fulfilment.ts";
import { buildPageRequest } from "../../../crawler/browser/build-page-request.ts";
import { findDataRequests } from "../../../crawler/browser/find-data-requests.ts";
import { isDataAnswer } from "../../../crawler/browser/is-data-answer.ts";
import type { DataAnswer } from "../../../crawler/browser/rendered.ts";
import type { Fetched } from "../../../crawler/http/exchange.ts";
import { encodeGb18030 } from "../../../demo/encode-gb18030.ts";
import { fetchPage, host, writeAnswer } from "../http/fetch-from.ts";

const rows = [1, 2].map((n) => ({ title: `落霞乡年报${n}`, url: `/nb/${n}.html` }));

function fetchAnswer(body: string | Uint8Array, ...fields: readonly string[]): Promise<Fetched> {
  return fetchPage(() => writeAnswer(body, { fields }));
}

async function buildAnswer(body: string, url = `http://${host}/api`): Promise<DataAnswer> {
  return { request: buildRequest(url), fetched: await fetchAnswer(body) };
}

describe("what a page asked for", () => {
  it("is a list where it names titles with addresses, as JSON or JSONP", async () => {
    const found = findDataRequests([
      await buildAnswer(JSON.stringify({ online: 7 })),
      await buildAnswer(JSON.stringify({ data: rows.slice(0, 1) })),
      await buildAnswer(
        `callback(${JSON.stringify(rows)});`,
        `http://${host}/p?_=17&sign=a&page=1`,
      ),
      await buildAnswer("<html><body>{}</body></html>"),
      await buildAnswer("{ broken"),
    ]);
    expect(found.map(({ items, tokens }) => ({ items, tokens }))).toEqual([
      { items: 2, tokens: ["_", "sign"] },
      { items: 1, tokens: [] },
    ]);
  });

  it("is data unless it is a program or empty", async () => {
    const jsonp = await fetchAnswer(`jQuery_1(${JSON.stringify({ rows })})`);
    const program = await fetchAnswer(
      `$(function () { load([1, 2]) })`,
      "Content-Type: text/javascript",
    );
    const json = await fetchAnswer(JSON.stringify(rows));
    expect(isDataAnswer("script", jsonp)).toBe(true);
    expect(isDataAnswer("script", program)).toBe(false);
    expect(isDataAnswer("xhr", json)).toBe(true);
    expect(isDataAnswer("fetch", await fetchAnswer(""))).toBe(false);
    expect(isDataAnswer("xhr", await fetchAnswer("%PDF-1.4\n%%EOF"))).toBe(false);
  });

  it("is asked as the crawler asks, with the page's own fields", () => {
    const request = buildPageRequest({
      url: `http://${host}/api?a=1#top`,
      method: "POST",
      body: "page=1",
      headers: {
        "user-agent": "Mozilla/5.0",
        "sec-ch-ua": "x",
        cookie: "a=1",
        referer: `http://${host}/`,
        "content-type": "application/json",
      },
    });
    expect(request).toEqual({
      url: `http://${host}/api?a=1`,
      method: "POST",
      body: "page=1",
      headers: { referer: `http://${host}/`, "content-type": "application/json" },
    });
  });

  it.each([
    ["PUT", `http://${host}/`],
    ["GET", "ftp://example.test/"],
    ["GET", "data:text/html,x"],
    ["GET", "nonsense"],
  ])("is not asked with %s %s", (method, url) => {
    expect(buildPageRequest({ url, method, body: null, headers: {} })).toBeNull();
  });
});

describe("what the browser is told", () => {
  it("is a document in UTF-8 without what spoke of the wire", async () => {
    const fetched = await fetchAnswer(
      encodeGb18030("<html><body>云陵省</body></html>"),
      "Content-Type: text/html; charset=gb2312",
      "Set-Cookie: a=1; Path=/",
      "Set-Cookie: b=2",
      "Strict-Transport-Security: max-age=1",
      "Content-Disposition: attachment",
      "X-Name: \u00C7\u00E0",
    );
    const { status, headers, body } = buildFulfilment(fetched, "document");
    expect(status).toBe(200);
    expect(headers).toEqual({
      "content-type": "text/html; charset=utf-8",
      "set-cookie": "a=1; Path=/\nb=2",
    });
    expect(body.toString("utf8")).toContain("云陵省");
  });

  it("is data as it came", async () => {
    const bytes = encodeGb18030(JSON.stringify(rows));
    const { body, headers } = buildFulfilment(
      await fetchAnswer(bytes, "Content-Type: application/json;charset=gbk"),
      "xhr",
    );
    expect(body.equals(Buffer.from(bytes))).toBe(true);
    expect(headers["content-type"]).toBe("application/json;charset=gbk");
  });
});
