import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  buildRequestKey,
  canonicalizeAddress,
} from "../../../crawler/links/canonicalize-address.ts";

const page = "http://www.qingshan.gov.test/zwgk/nb/t20240119_1.html";
const keyOf = (address: string): string | undefined => canonicalizeAddress(address)?.key;

describe("canonicalizeAddress", () => {
  it.each([
    "https://www.qingshan.gov.test/zwgk/nb/t20240119_1.html",
    "http://qingshan.gov.test/zwgk/nb/t20240119_1.html",
    "HTTP://WWW.Qingshan.GOV.TEST:80/zwgk/nb/t20240119_1.html",
    "https://www.qingshan.gov.test:443/zwgk/nb/t20240119_1.html#top",
    "http://www.qingshan.gov.test./zwgk/nb/t20240119_1.html",
    "http://www.qingshan.gov.test/zwgk/./x/../nb//t20240119_1.html",
    "http://www.qingshan.gov.test/zwgk/nb/t20240119_1_wap.html",
    "http://www.qingshan.gov.test/zwgk/nb/t20240119_1_print.html",
    "http://www.qingshan.gov.test/zwgk/nb/t20240119_1.html;jsessionid=1A2B3C",
    "http://www.qingshan.gov.test/zwgk/nb/t20240119_1.html?utm_source=x&spm=1.2",
    "http://www.qingshan.gov.test/zwgk/nb/t20240119_1.html?JSESSIONID=77&print=1",
    "http://www.qingshan.gov.test/zwgk/nb/t20240119_1.html?from=singlemessage&isappinstalled=0",
    "http://www.qingshan.gov.test/zwgk/nb/t20240119_1.html?t=1705640000000",
    "http://www.qingshan.gov.test/zwgk/nb/t20240119_1.html?",
    "http://www.qingshan.gov.test/zwgk/%6eb/t20240119_1.html",
    "http://big5.hubei.gov.test/gate/big5/www.qingshan.gov.test/zwgk/nb/t20240119_1.html",
    "http://user:secret@www.qingshan.gov.test/zwgk/nb/t20240119_1.html",
  ])("knows %s for the same page", (address) => {
    expect(keyOf(address)).toBe(keyOf(page));
  });

  it.each([
    "http://www.qingshan.gov.test/zwgk/nb/t20240119_2.html",
    "http://www.qingshan.gov.test:8080/zwgk/nb/t20240119_1.html",
    "http://zwgk.qingshan.gov.test/zwgk/nb/t20240119_1.html",
    "http://www.qingshan.gov.test/zwgk/nb/t20240119_1.html?id=2",
    "http://www.qingshan.gov.test/ZWGK/nb/t20240119_1.html",
  ])("keeps %s apart", (address) => {
    expect(keyOf(address)).not.toBe(keyOf(page));
  });

  it("does not mind order, slashes at the end and index.html", () => {
    expect(keyOf("http://a.gov.test/x?b=2&a=1")).toBe(keyOf("http://a.gov.test/x?a=1&b=2"));
    expect(keyOf("http://a.gov.test/nb/index.html")).toBe(keyOf("http://a.gov.test/nb"));
    expect(keyOf("http://a.gov.test/nb/index_1.html")).not.toBe(keyOf("http://a.gov.test/nb/"));
    expect(keyOf("http://a.gov.test/n?p=%e5%b9%b4")).toBe(keyOf("http://a.gov.test/n?p=年"));
    expect(keyOf("http://青山.gov.test/")).toBe(keyOf(new URL("http://青山.gov.test/").href));
  });

  it("fetches what was printed, but for what names the visit", () => {
    expect(canonicalizeAddress("http://www.a.gov.test/x?b=2&a=1&sid=755001#p")?.url).toBe(
      "http://www.a.gov.test/x?b=2&a=1&sid=755001",
    );
    expect(canonicalizeAddress("https://www.a.gov.test/(S(abc123))/x.aspx")?.url).toBe(
      "https://www.a.gov.test/x.aspx",
    );
  });

  it.each([
    "",
    "mailto:a@b.c",
    "javascript:;",
    "ftp://a.gov.test/",
    "http://",
    "//x",
    `http://a/${"x".repeat(30_000)}`,
  ])("knows that %s is no address", (address) => expect(canonicalizeAddress(address)).toBeNull());

  it("tells requests with different bodies apart", () => {
    const request = { url: page, method: "POST" as const, body: "currpage=1", headers: {} };
    expect(buildRequestKey(request)).not.toBe(buildRequestKey({ ...request, body: "currpage=2" }));
    expect(buildRequestKey({ ...request, method: "GET", body: null })).toBe(keyOf(page));
  });

  const address = fc.oneof(
    fc.webUrl({ withQueryParameters: true, withFragments: true }),
    fc.string(),
    fc
      .tuple(
        fc.constantFrom("http://", "https://", "HTTP://"),
        fc.constantFrom(
          "www.a.gov.test",
          "a.gov.test.",
          "61.1.2.3:8080",
          "www.www.a.cn:443",
          "[::1]",
          "青山.cn",
        ),
        fc.array(
          fc.constantFrom(
            "/",
            "..",
            "a",
            "%2f",
            "%41",
            "%e5%B9",
            ";jsessionid=1",
            "/gate/big5/",
            "www.b.cn",
            "_wap.html",
            "index.html",
            "(S(x))",
            "?",
            "&",
            "a=1",
            "utm_x=2",
            "#",
            "%",
            "年",
            ":80",
            "\\",
            "_print_wap.html",
          ),
          { maxLength: 14 },
        ),
      )
      .map(([scheme, host, parts]) => `${scheme}${host}/${parts.join("")}`),
  );

  it("gives the same again for its own address, never throws, and its key begins with the host", () => {
    fc.assert(
      fc.property(address, (printed) => {
        const canonical = canonicalizeAddress(printed);
        if (canonical === null) return;
        expect(canonicalizeAddress(canonical.url)).toEqual(canonical);
        const host = new URL(canonical.url).host.replace(/^www\.(?=[^.:]+\.)/u, "");
        expect(canonical.key.startsWith(host)).toBe(true);
        expect(["/", "?", undefined]).toContain(canonical.key[host.length]);
      }),
      { numRuns: 3_000 },
    );
  });
});
