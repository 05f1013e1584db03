import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findBase } from "../../../crawler/http/find-base.ts";
import { findPageRedirect } from "../../../crawler/http/find-page-redirect.ts";

const url = "http://www.qingshan.gov.test/zwgk/index.html";
const target = "http://www.qingshan.gov.test/zfxxgk/";

describe("meta refresh", () => {
  it.each([
    '<meta http-equiv="refresh" content="0;url=/zfxxgk/">',
    "<META HTTP-EQUIV=Refresh CONTENT='0; URL=/zfxxgk/'>",
    '<meta content="3;URL=\'/zfxxgk/\'" http-equiv="REFRESH" />',
    '<meta http-equiv="refresh" content="0.5 , url = ../zfxxgk/">',
    '<meta http-equiv="refresh" content="0 /zfxxgk/">',
    '<meta http-equiv="refresh" content="0;/zfxxgk/">',
    '<meta http-equiv="refresh" content=";url=/zfxxgk/">',
    "<meta http-equiv=refresh content=0;url=/zfxxgk/>",
    '<meta\n http-equiv="refresh"\n content="10;\n url=http://www.qingshan.gov.test/zfxxgk/#top">',
    '<base href="/x/"><meta http-equiv="refresh" content="0;url=../zfxxgk/">',
    '<!-- a > b --><meta http-equiv="refresh" content="0;url=/zfxxgk/">',
    '<noscript><meta http-equiv="refresh" content="0;url=/zfxxgk/"></noscript>',
  ])("is found in %j", (tag) => {
    expect(findPageRedirect(`<html><head>${tag}</head><body></body></html>`, url)).toBe(target);
  });

  it("keeps the query with its entities undone", () => {
    const page = '<meta http-equiv="refresh" content="0;url=/a?x=1&amp;y=2">';
    expect(findPageRedirect(page, url)).toBe("http://www.qingshan.gov.test/a?x=1&y=2");
  });

  it.each([
    ["a delay to read in", '<meta http-equiv="refresh" content="30;url=/zfxxgk/">'],
    ["loading again", '<meta http-equiv="refresh" content="5">'],
    ["the page itself", '<meta http-equiv="refresh" content="5;url=index.html#a">'],
    ["a comment", '<!-- <meta http-equiv="refresh" content="0;url=/zfxxgk/"> -->'],
    ["a comment that never ends", '<!-- <meta http-equiv="refresh" content="0;url=/zfxxgk/">'],
    ["text of a script", `<script>var a='<meta http-equiv="refresh" content="0;url=/x">'</script>`],
    ["no address of the web", '<meta http-equiv="refresh" content="0;url=javascript:void(0)">'],
    ["another meta", '<meta name="refresh" content="0;url=/zfxxgk/">'],
  ])("is none: %s", (_name, tag) => {
    expect(findPageRedirect(`<html><head>${tag}</head></html>`, url)).toBeNull();
  });

  it("does not follow what is only for readers without scripts of a page with content", () => {
    const page = `<noscript><meta http-equiv="refresh" content="0;url=/nojs"></noscript>${"政府信息公开".repeat(50)}`;
    expect(findPageRedirect(page, url)).toBeNull();
  });
});

describe("script redirects", () => {
  it.each([
    'location.href="/zfxxgk/"',
    "window.location.href = '/zfxxgk/';",
    "window.location='../zfxxgk/';",
    "top.location = '/zfxxgk/'",
    "self.location.replace('/zfxxgk/');",
    'document.location.assign( "/zfxxgk/" )',
    "<!--\nwindow.location.href='/zfxxgk/';\n//-->",
    "setTimeout(\"location.href='/zfxxgk/'\", 1000);",
    "setTimeout(function(){ location.href='/zfxxgk/'; }, 0)",
    "// go on\n/* there */ location.href='http:\\/\\/www.qingshan.gov.test/zfxxgk/'",
  ])("are found in %j", (script) => {
    const page = `<html><head><title>跳转</title><script type="text/javascript">${script}</script></head><body><p>正在跳转，<a href="/zfxxgk/">点击</a></p></body></html>`;
    expect(findPageRedirect(page, url)).toBe(target);
  });

  it("is found on loading the body", () => {
    expect(findPageRedirect("<body onload=\"location.href='/zfxxgk/'\"></body>", url)).toBe(target);
  });

  const content = "二、主动公开政府信息情况。".repeat(30);
  it.each([
    ["a page with content", `<script>location.href='/zfxxgk/'</script><p>${content}</p>`],
    [
      "a page with frames",
      "<script>location.href='/zfxxgk/'</script><iframe src='/list'></iframe>",
    ],
    ["a page with a table", "<script>location.href='/zfxxgk/'</script><table></table>"],
    [
      "the way of telephones",
      "<script>if(/mobile/i.test(navigator.userAgent))location.href='/m/'</script>",
    ],
    ["a challenge", "<script>document.cookie='a='+1;location.href='/zfxxgk/'</script>"],
    ["a computed address", "<script>location.href='/zfxxgk/'+id</script>"],
    ["a comparison", "<script>a = location.href == '/zfxxgk/'</script>"],
    ["another object", "<script>my.location='/zfxxgk/'</script>"],
    ["a button", "<button onclick=\"location.href='/zfxxgk/'\">go</button>"],
    ["a script in a comment", "<!-- <script>location.href='/zfxxgk/'</script> -->"],
    ["a line in a comment", "<script>// location.href='/zfxxgk/'</script>"],
  ])("are none: %s", (_name, page) => {
    expect(findPageRedirect(page, url)).toBeNull();
  });
});

describe("base", () => {
  it("is the first with an address of the web", () => {
    expect(findBase('<base target="_blank"><base href="/a/"><base href="/b/">', url)).toBe(
      "http://www.qingshan.gov.test/a/",
    );
    expect(findBase('<base href="javascript:1">', url)).toBe(url);
    expect(findBase("<p>", url)).toBe(url);
  });
});

describe("hostile pages", () => {
  const parts = fc.constantFrom(
    "<meta ",
    "<script>",
    "</script>",
    "<!--",
    "-->",
    "http-equiv=refresh ",
    'content="0;url=/a',
    "'",
    '"',
    ">",
    "<",
    "location",
    ".href",
    "=",
    "/*",
    "*/",
    "//",
    "<base href=",
    "<noscript>",
    "</noscript>",
    "\\",
    "\n",
    " ",
    "a",
    "&amp;",
    "0;",
    "(",
  );
  it("give an address of the web or nothing", () => {
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 60 }), (pieces) => {
        const found = findPageRedirect(pieces.join(""), url);
        expect(found === null || /^https?:\/\//.test(found)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    "<meta ",
    "<script>",
    "<!--",
    "<script",
    "</script",
    "<base href=",
    '<meta content="',
    "location.",
    "/*",
    "<noscript>",
    "&amp;",
    "\"'",
    "<a ",
    "\\",
    "location='",
  ])("end soon: %j without end", (piece) => {
    const started = performance.now();
    findPageRedirect(piece.repeat(Math.ceil(2_000_000 / piece.length)), url);
    findPageRedirect(`<script>${piece.repeat(Math.ceil(60_000 / piece.length))}`, url);
    // Some 10 ms here; what grows with the square of the length takes minutes.
    expect(performance.now() - started).toBeLessThan(20_000);
  });
});
