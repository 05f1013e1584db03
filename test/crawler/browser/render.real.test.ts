import { Buffer } from "node:buffer";
import { rmSync } from "node:fs";
import { createServer } from "node:tls";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildDigest } from "../../../corpus/archive/build-digest.ts";
import { buildRequest } from "../../../corpus/address.ts";
import { findDataRequests } from "../../../crawler/browser/find-data-requests.ts";
import { openRenderer } from "../../../crawler/browser/open-renderer.ts";
import { FetchFailed } from "../../../crawler/http/fetch-failed.ts";
import { noHabits, openClient } from "../../../crawler/http/http-client.ts";
import { detectChallenge } from "../../../crawler/manners/detect-challenge.ts";
import { encodeGb18030 } from "../../../demo/encode-gb18030.ts";
import { openTestArchive } from "../../archive/open-test-archive.ts";
import { buildTestOptions, host, writeAnswer } from "../http/fetch-from.ts";
import { makeCertificates } from "../http/make-certificates.ts";
import { listen, takeRequest } from "../http/open-server.ts";
import { findTestChromium } from "./find-test-chromium.ts";
import {
  answerJson,
  answerScript,
  openTestRenderer,
  type Shelf,
  type TestRenderer,
} from "./open-test-renderer.ts";

const executable = findTestChromium();

const rows = [2022, 2023, 2024].map((year) => ({
  title: `青山县${year}年政府信息公开工作年度报告`,
  url: `/zfxxgk/nb/${year}.html`,
}));
const listScript = `
  fetch("/api/list?channel=7&token=9f31").then((answer) => answer.json()).then(({ rows }) => {
    document.getElementById("list").innerHTML =
      rows.map(({ title, url }) => '<li><a href="' + url + '">' + title + "</a></li>").join("");
  });`;
const cookieScript = `document.cookie = "__jsl_clearance=1"; location.reload();`;

const shelf: Shelf = {
  "/list.html": `<!doctype html><html><head><meta charset="gb2312"><title>年报</title>
    <link rel="stylesheet" href="/page.css"><style>@font-face { font-family: a; src: url(/a.woff) } body { font-family: a; background: url(/back.png) }</style>
    </head><body><ul id="list">加载中</ul><img src="/logo.png"><video src="/film.mp4" autoplay></video>
    <img src="http://stat.example.test/pixel.gif"><script src="http://stat.example.test/count.js"></script>
    <script src="/list.js"></script></body></html>`,
  "/list.js": answerScript(listScript),
  "/api/list?channel=7&token=9f31": writeAnswer(gzipSync(JSON.stringify({ rows })), {
    fields: ["Content-Type: application/json", "Content-Encoding: gzip"],
  }),
  "/gbk.html": writeAnswer(
    encodeGb18030(
      `<html><body><p id="p"></p><script src="/gbk.js"></script><p>云陵省</p></body></html>`,
    ),
    { fields: ["Content-Type: text/html"] },
  ),
  "/gbk.js": answerScriptBytes(
    encodeGb18030(`document.getElementById("p").textContent = "落霞乡";`),
  ),
  "/frames.html": `<html><body><iframe src="/inner.html"></iframe><iframe src="http://stat.example.test/"></iframe></body></html>`,
  "/inner.html": `<html><body><script>document.body.append("内页的字");</script></body></html>`,
  "/led.html": `<html><body><iframe src="/old-inner.html"></iframe></body></html>`,
  "/old-inner.html": writeAnswer("", {
    status: "302 Found",
    fields: ["Location: /new/inner.html"],
  }),
  "/new/inner.html": `<html><body><script>document.body.append(new URL("a.html", location.href).pathname);</script></body></html>`,
  "/shell.html": `<html><body><script>location.replace("/moved/home.html");</script></body></html>`,
  "/moved/home.html": `<html><body><script>history.replaceState(null, "", "/moved/list/");
    document.body.innerHTML = '<a href="a.html">年报</a>';</script></body></html>`,
  "/away.html": `<html><body><script>location.href = "http://www.liuquan.gov.test/";</script></body></html>`,
  "/round.html": `<html><body>一直重载<script>location.reload();</script></body></html>`,
  "/broken-move.html": `<html><body><script>location.href = "/nothing.html";</script></body></html>`,
  "/file-move.html": `<html><body>有附件<script>location.href = "/file.pdf";</script></body></html>`,
  "/file.pdf": writeAnswer("%PDF-1.4\n%%EOF", { fields: ["Content-Type: application/pdf"] }),
  "/c202.html": writeAnswer(`<html><script>${cookieScript}</script></html>`, {
    status: "202 Accepted",
  }),
  "/c412.html": writeAnswer(
    `<html><script>$_ts = {}; fetch("/proof"); ${cookieScript}</script></html>`,
    { status: "412 Precondition Failed" },
  ),
  "/c200.html": `<html><script>fetch("/proof"); ${cookieScript}</script></html>`,
  "/to-challenge.html": `<html><body><a href="/x.html">一</a><script>location.href = "/c202.html";</script></body></html>`,
  "/post.html": `<html><body><ul id="list"></ul><script>
    const query = new XMLHttpRequest();
    query.open("POST", "/api/query");
    query.setRequestHeader("Content-Type", "application/x-www-form-urlencoded");
    query.setRequestHeader("X-Requested-With", "XMLHttpRequest");
    query.onload = () => { document.getElementById("list").textContent = JSON.parse(query.responseText).rows[0].title; };
    query.send("page=1&size=20");</script></body></html>`,
  "/api/query": answerJson({ rows }),
};

function answerScriptBytes(bytes: Uint8Array): Uint8Array {
  return writeAnswer(bytes, { fields: ["Content-Type: text/javascript"] });
}

describe.skipIf(executable === null)("a page in the browser", () => {
  let portal: TestRenderer;
  beforeAll(async () => {
    portal = await openTestRenderer({ executable: executable ?? "", shelf });
  });
  afterAll(() => portal.close());

  it("has the list that its scripts make, and keeps the data in the archive", async () => {
    const page = await portal.render("/list.html");
    const text = Buffer.from(page.content).toString("utf8");
    expect(page).toMatchObject({ rendered: true, isQuiet: true, status: 200, requests: 3 });
    for (const { title, url } of rows) expect(text).toContain(`<a href="${url}">${title}</a>`);
    expect(text).toMatch(/^<!DOCTYPE html><html>/u);
    expect(findDataRequests(page.answers)).toMatchObject([
      {
        request: { url: `http://${host}/api/list?channel=7&token=9f31`, method: "GET" },
        items: 3,
        tokens: ["token"],
      },
    ]);
    const { archive, close } = await openTestArchive();
    try {
      const digest = buildDigest(page.content);
      await archive.writeVisit({ ...page, digest, metadata: { source: "青山县" } });
      expect(Buffer.from((await archive.read(digest)) ?? []).equals(page.content)).toBe(true);
      const data = Buffer.from(JSON.stringify({ rows }));
      expect(await archive.read(buildDigest(data))).toEqual(data);
      const [answer] = page.exchanges;
      expect(await archive.read(buildDigest(answer.response.body))).not.toBeNull();
    } finally {
      await close();
    }
  });

  it("asks for no image, font, film, style or stranger", async () => {
    const before = portal.heard.length;
    const page = await portal.render("/list.html");
    expect(portal.listHeard().slice(before)).toEqual([
      `${host}/list.html`,
      `${host}/list.js`,
      `${host}/api/list?channel=7&token=9f31`,
    ]);
    expect(page.refused).toEqual(["http://stat.example.test/count.js"]);
    const agents = new Set(portal.heard.map(({ headers }) => headers["user-agent"]));
    expect([...agents]).toEqual(["GongkaiBot/0.1.0 (+mailto:crawler@example.org)"]);
  });

  it("is the same twice", async () => {
    const [one, other] = [await portal.render("/list.html"), await portal.render("/list.html")];
    expect(buildDigest(one.content)).toBe(buildDigest(other.content));
  });

  it("is read in the charset of its bytes, scripts too", async () => {
    const page = await portal.render("/gbk.html");
    const text = Buffer.from(page.content).toString("utf8");
    expect(text).toContain("落霞乡");
    expect(text).toContain("云陵省");
  });

  it("hands over the frames of its host", async () => {
    const page = await portal.render("/frames.html");
    expect(
      page.frames.map(({ url, content }) => [url, Buffer.from(content).toString("utf8")]),
    ).toEqual([[`http://${host}/inner.html`, expect.stringContaining("内页的字</body>")]]);
    expect(page.answers.map(({ request }) => request.url)).toEqual([`http://${host}/inner.html`]);
  });

  it("has frames that lie where redirects lead", async () => {
    const before = portal.heard.length;
    const { frames } = await portal.render("/led.html");
    expect(frames.map(({ url }) => url)).toEqual([`http://${host}/new/inner.html`]);
    expect(Buffer.from(frames[0]?.content ?? []).toString("utf8")).toContain("/new/a.html</body>");
    expect(portal.heard.slice(before).map(({ path }) => path)).toEqual([
      "/led.html",
      "/old-inner.html",
      "/new/inner.html",
    ]);
  });

  it("may be one of an encrypted host, however old its encryption", async () => {
    const certificates = makeCertificates();
    const { key, cert } = certificates.good;
    const pages: Shelf = {
      "/": `<html><body><p id="p"></p><script src="/s.js"></script></body></html>`,
      "/s.js": answerScript(
        `document.getElementById("p").textContent = "云陵省" + location.protocol;`,
      ),
    };
    const server = await listen(
      createServer(
        { key, cert, minVersion: "TLSv1", maxVersion: "TLSv1", ciphers: "DEFAULT@SECLEVEL=0" },
        (socket) =>
          takeRequest(socket, {
            heard: [],
            answer: ({ path }) => {
              const page = pages[path] ?? "";
              return typeof page === "string" ? writeAnswer(page) : page;
            },
          }),
      ).on("tlsClientError", () => undefined),
    );
    const client = openClient(buildTestOptions(server.port));
    const { userAgent } = buildTestOptions(server.port);
    const renderer = openRenderer({ executable: executable ?? "", client, userAgent });
    try {
      const page = await renderer.render(buildRequest(`https://${host}/`), {
        habits: noHabits,
        signal: new AbortController().signal,
        mayFetch: () => true,
      });
      expect(Buffer.from(page.content).toString("utf8")).toContain(`<p id="p">云陵省https:</p>`);
      expect(page.exchanges[0].tls).toMatchObject({ profile: "old", protocol: "TLSv1" });
    } finally {
      await renderer.close();
      client.close();
      await server.close();
      rmSync(certificates.folder, { recursive: true });
    }
  });

  it("may lead on by script within its host, and lies where its scripts say", async () => {
    const page = await portal.render("/shell.html");
    expect(page.exchanges.map(({ url }) => url)).toEqual([
      `http://${host}/shell.html`,
      `http://${host}/moved/home.html`,
    ]);
    expect(page).toMatchObject({ rendered: true, url: `http://${host}/moved/list/` });
  });

  it("is not followed to another host, which is told", async () => {
    const page = await portal.render("/away.html");
    expect(page).toMatchObject({ rendered: false, movedTo: "http://www.liuquan.gov.test/" });
    expect(portal.listHeard()).not.toContain("www.liuquan.gov.test/");
  });

  it("is loaded once however often it reloads itself", async () => {
    const before = portal.heard.length;
    const page = await portal.render("/round.html");
    expect(page.rendered).toBe(true);
    expect(portal.listHeard().slice(before)).toEqual([`${host}/round.html`]);
  });

  it("fails as its last document does", async () => {
    await expect(portal.render("/broken-move.html")).rejects.toMatchObject({
      failure: "not-found",
      fetched: { status: 404 },
    });
    await expect(portal.render("/nothing.html")).rejects.toBeInstanceOf(FetchFailed);
  });

  it("stays when a script starts a download", async () => {
    const page = await portal.render("/file-move.html");
    expect(page).toMatchObject({ rendered: true, url: `http://${host}/file-move.html` });
    const file = await portal.render("/file.pdf");
    expect(file).toMatchObject({ rendered: false, mediaType: "application/pdf" });
  });

  it("asks with POST as it would in any browser", async () => {
    const page = await portal.render("/post.html");
    expect(Buffer.from(page.content).toString("utf8")).toContain('<ul id="list">青山县2022年');
    expect(portal.heard.at(-1)).toMatchObject({
      line: "POST /api/query HTTP/1.1",
      body: "page=1&size=20",
      headers: { "x-requested-with": "XMLHttpRequest", referer: `http://${host}/post.html` },
    });
    expect(findDataRequests(page.answers)[0]?.request).toMatchObject({
      method: "POST",
      body: "page=1&size=20",
    });
  });

  it.each(["/c202.html", "/c200.html", "/to-challenge.html"])(
    "is left as it came where it is a challenge: %s",
    async (path) => {
      const page = await portal.render(path);
      expect(page.rendered).toBe(false);
      expect(detectChallenge(page, Buffer.from(page.content).toString("utf8"))).not.toBeNull();
    },
  );

  it("is never solved", async () => {
    await expect(portal.render("/c412.html")).rejects.toMatchObject({ fetched: { status: 412 } });
    expect(portal.listHeard()).not.toContain(`${host}/proof`);
    const challenges = portal.listHeard().filter((path) => path.endsWith("/c412.html"));
    expect(challenges).toHaveLength(1);
  });
});
