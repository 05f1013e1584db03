import { describe, expect, it } from "vitest";
import type { Exchange, Fetched } from "../../../crawler/http/exchange.ts";
import { detectChallenge } from "../../../crawler/manners/detect-challenge.ts";

const url = "http://www.qingshan.gov.test/zwgk/";

function buildFetched(status: number, mediaType = "text/html"): Fetched {
  const exchange: Exchange = {
    url,
    startedAt: "2024-01-17T00:00:00.000Z",
    request: { method: "GET", target: "/zwgk/", headers: [], body: null },
    response: {
      status,
      statusText: "",
      httpVersion: "1.1",
      headers: [],
      body: new Uint8Array(),
      cutOff: null,
    },
    ip: "127.0.0.1",
    tls: null,
    firstByteMs: 1,
    totalMs: 1,
  };
  return {
    exchanges: [exchange],
    url,
    status,
    headers: {},
    content: new Uint8Array(),
    mediaType,
    charset: "utf-8",
    movedTo: null,
    habits: { tls: "strict", family: null },
  };
}

const page = `<html><head><meta name="SiteName" content="青山县人民政府"></head><body><a href="/zfxxgk/">政府信息公开</a></body></html>`;
const cookieScript =
  '<script>document.cookie="__jsl_clearance=1;path=/";location.href=location.pathname</script>';

describe("challenges", () => {
  it.each([
    [
      "412 with a bootstrap script",
      412,
      "<html><meta content='kq2'><script>$_ts=window['$_ts'];</script></html>",
    ],
    ["412 with nothing", 412, ""],
    ["521 with a cookie script", 521, cookieScript],
    ["202 with a script", 202, "<html><script src='/a/b.js'></script></html>"],
    ["200 with a cookie script", 200, cookieScript],
    [
      "200 with any cookie script",
      200,
      "<script>var a=1;document.cookie='k='+a;window.location.reload()</script>",
    ],
    ["200 with 瑞数", 200, "<html><script>$_ts={};</script></html>"],
    ["200 with a slider", 200, "<html><body>请完成滑动验证</body></html>"],
    ["200 with a check", 200, "<title>正在进行安全检查</title>"],
    [
      "200 with links to itself alone",
      200,
      `<p>人机验证</p><a href="${url}">重试</a><a href="javascript:;">x</a>`,
    ],
    [
      "200 with links to a vendor",
      200,
      '<p>人机验证</p><a href="https://www.vendor.test/help">帮助</a>',
    ],
    ["403 of a firewall", 403, "<h1>403</h1><p>您的请求疑似攻击行为，已被拦截</p>"],
    ["405 of a firewall", 405, "<p>Sorry, blocked. Request ID: 76b20f</p>"],
    ["503 with a cookie script", 503, cookieScript],
  ])("are seen: %s", (_name, status, text) => {
    expect(detectChallenge(buildFetched(status), text)).toContain(
      `www.qingshan.gov.test asks for proof of a person (status ${status}): `,
    );
  });

  it.each([
    ["a page", 200, page],
    ["a short page", 200, "<html><body>暂无内容</body></html>"],
    ["a page that comes with 202", 202, page],
    [
      "a page that sets a cookie",
      200,
      `${page}<script>document.cookie='a=1';if(0)location.href='/m'</script>`,
    ],
    ["a page about checks", 200, `<a href="/xxgk/2.html">网站安全验证</a>关于人机验证的通知`],
    ["a long text about checks", 200, `人机验证${"正文".repeat(8000)}`],
    ["a missing page with a number", 404, "<h1>404</h1>Request Id: 12"],
    ["an inner error with a number", 502, "<h1>502</h1>Request Id: 12"],
    ["a forbidden folder", 403, "<h1>403 - 禁止访问: 访问被拒绝。</h1>"],
    ["nothing", 200, ""],
    ["nothing new", 304, ""],
  ])("are not seen in %s", (_name, status, text) => {
    expect(detectChallenge(buildFetched(status), text)).toBeNull();
  });

  it("are not seen in data and files", () => {
    expect(detectChallenge(buildFetched(200, "application/json"), '{"requestId":"1"}')).toBeNull();
    expect(detectChallenge(buildFetched(202, "application/json"), "{}")).toBeNull();
    expect(detectChallenge(buildFetched(202, "application/pdf"), "")).toBeNull();
  });

  it("are not seen in a redirect to another host", () => {
    const moved = { ...buildFetched(302), movedTo: "http://www.clone.test/" };
    expect(detectChallenge(moved, cookieScript)).toBeNull();
  });

  it.each(["document.cookie=", "location ", "<a href=", "<meta ", "<a "])(
    "are looked for in time that grows with the length: %j",
    (piece) => {
      for (const status of [200, 202])
        expect(() => detectChallenge(buildFetched(status), piece.repeat(300_000))).not.toThrow();
      const small = piece.repeat(Math.floor(15_000 / piece.length));
      expect(() => detectChallenge(buildFetched(200), small)).not.toThrow();
    },
  );
});
