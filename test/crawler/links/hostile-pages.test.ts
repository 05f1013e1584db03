import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addressRoles, noHints } from "../../../corpus/address.ts";
import { classifyLink, linkKinds } from "../../../crawler/links/classify-link.ts";
import { findAddresses } from "../../../crawler/links/find-addresses.ts";
import { findAttachments } from "../../../crawler/links/find-attachments.ts";
import { findColumns } from "../../../crawler/links/find-columns.ts";
import { isTrap } from "../../../crawler/links/is-trap.ts";
import { describeMissingPage, isMissingPage } from "../../../crawler/links/missing-page.ts";
import { portals } from "../../../crawler/portals/portals.ts";
import { buildPage } from "../portals/walk-portal.ts";
import { pieces, readRepeated, repeated } from "./hostile-pieces.ts";

/** `npm run nightly` runs so many times the usual number of cases. */
const factor = Number(process.env["FUZZ_FACTOR"] ?? 1);

const urls = [
  "http://www.a.gov.test/zfxxgk/nb/",
  "http://www.a.gov.test/module/web/jpage/dataproxy.jsp?page=2&perpage=15",
  "http://www.a.gov.test/module/xxgk/search.jsp",
  "http://www.a.gov.test/front/page/build/unit?paramJson=%7B%22pageNo%22%3A1",
  "http://www.a.gov.test/common/search/abcdef?_isJson=true&page=1",
  "http://www.a.gov.test/site/label/8888?pageIndex=x",
  "http://www.a.gov.test/gkmlpt/api/all/1?page=-1",
  "http://www.a.gov.test/rest/lightfrontaction/getgovinfolist",
  "http://www.a.gov.test/messageController/getMessage.do?startrecord=NaN",
  "http://www.a.gov.test/igs/front/search.jhtml",
  "not an address",
];
const text = fc
  .array(fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...pieces) }, fc.string()), {
    maxLength: 25,
  })
  .map((parts) => parts.join(""));
const page = fc
  .record({
    url: fc.constantFrom(...urls),
    text,
    role: fc.constantFrom(...addressRoles),
    data: fc.boolean(),
    body: fc.oneof(fc.constant(null), fc.string()),
    trial: fc.constantFrom(null, "/{p}", "none"),
    json: fc.boolean(),
  })
  .map(({ url, text, role, data, body, trial, json }) =>
    buildPage(url, text, {
      request: {
        url,
        method: body === null ? "GET" : "POST",
        body,
        headers: data ? { "X-Requested-With": "XMLHttpRequest", Referer: "x" } : {},
      },
      role,
      trail: { steps: 1, frames: 0, trial, seen: trial === null ? [] : ["a"] },
      mediaType: json ? "application/json" : "text/html",
    }),
  );

describe("hostile pages", () => {
  it("are read without a throw, and lead only to addresses of the web", () => {
    fc.assert(
      fc.property(page, (own) => {
        const found = [...findAddresses(own), ...findColumns(own), ...findAttachments(own)];
        for (const { request } of found) expect(request.url).toMatch(/^https?:\/\//u);
        isMissingPage({ text: own.text, status: 200 }, [describeMissingPage(own.text)]);
      }),
      { numRuns: 500 * factor },
    );
  });

  it("are read by every portal without a throw, also where they are not of its kind", () => {
    fc.assert(
      fc.property(page, (own) => {
        // A page was fetched: its address is one.
        fc.pre(URL.canParse(own.url));
        const read = portals.filter((portal) => portal.matches(own));
        for (const portal of read) expect(portal.readList(own).items.length).toBeLessThan(10_000);
      }),
      { numRuns: 300 * factor },
    );
  });

  it("have links of any words", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), (url, words, title) => {
        const judged = classifyLink(
          { url, text: words, title, listed: null, context: [title] },
          { url, hints: noHints, isReportColumn: true },
        );
        expect(linkKinds).toContain(judged.kind);
        expect(typeof isTrap(url)).toBe("boolean");
      }),
    );
  });

  it.each(repeated)("of 20 kB of %j are read", (piece) =>
    expect(readRepeated(piece, 20_000)).toBeLessThan(30_000),
  );
});
