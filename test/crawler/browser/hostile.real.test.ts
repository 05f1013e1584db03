import { Buffer } from "node:buffer";
import { createSocket } from "node:dgram";
import { once } from "node:events";
import { createServer } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildRequest } from "../../../corpus/address.ts";
import { noHabits } from "../../../crawler/http/http-client.ts";
import { host, writeAnswer } from "../http/fetch-from.ts";
import { listen } from "../http/open-server.ts";
import { findTestChromium } from "./find-test-chromium.ts";
import {
  answerJson,
  openTestRenderer,
  type Shelf,
  type TestRenderer,
} from "./open-test-renderer.ts";

const executable = findTestChromium();

const megabyte = (n: number): Uint8Array => answerJson(`${n}${"啊".repeat(333_000)}`);
const shelf: Shelf = {
  "/heavy.html": `<html><body><p></p><script>(async () => {
    for (let n = 0; n < 6; n++) await fetch("/heavy?n=" + n).then(() => document.body.append("来" + n), () => document.body.append("没" + n));
  })();</script></body></html>`,
  "/heavy-at-once.html": `<html><body><p></p><script>
    for (let n = 0; n < 6; n++) fetch("/heavy?n=" + n).then(() => document.body.append("来" + n), () => document.body.append("没" + n));
  </script></body></html>`,
  ...Object.fromEntries(Array.from({ length: 6 }, (_, n) => [`/heavy?n=${n}`, megabyte(n)])),
  "/plain.html": "<html><body><a href='/a.html'>年报</a></body></html>",
  "/alert.html": `<html><body><script>alert("您好"); confirm("?"); prompt("?");
    document.body.append("问过了"); onbeforeunload = () => "留下";</script></body></html>`,
  "/popup.html": `<html><body><script>open("/advert.html"); open("http://stat.example.test/");</script>有弹窗</body></html>`,
  "/download.html": `<html><body>有下载<a id="a" href="/file.zip" download>下载</a><iframe src="/file.zip"></iframe>
    <script>document.getElementById("a").click();</script></body></html>`,
  "/file.zip": writeAnswer("PK\u0003\u0004", { fields: ["Content-Type: application/zip"] }),
  "/never.html": `<html><body><p id="p"></p><script>let n = 0;
    setInterval(() => { document.body.append(document.createElement("i")); }, 50);</script>一直在变</body></html>`,
  "/poll.html": `<html><body>等着<script>fetch("/hang");</script></body></html>`,
  "/hang": null,
  "/busy.html": `<html><body>忙着<script>setTimeout(() => { for (;;); }, 0);</script></body></html>`,
  "/busy-always.html": `<html><body><script>
    const run = () => { setTimeout(run, 0); for (;;); }; setInterval(run, 0); run();</script></body></html>`,
  "/many.html": `<html><body>很多<script>for (let n = 0; n < 40; n++) fetch("/api?n=" + n);</script></body></html>`,
  ...Object.fromEntries(Array.from({ length: 40 }, (_, n) => [`/api?n=${n}`, answerJson({ n })])),
  "/redirect.html": `<html><body>跳<script>fetch("/leave").catch(() => { document.body.append("没有"); });</script></body></html>`,
  "/leave": writeAnswer("", {
    status: "302 Found",
    fields: ["Location: http://stat.example.test/secret"],
  }),
  "/service.html": `<html><body><script>
    const done = (words) => document.body.append(words);
    (navigator.serviceWorker?.register("/worker.js") ?? Promise.reject()).then(() => done("装上了"), () => done("装不上"));
    navigator.geolocation?.getCurrentPosition(() => done("在此"), () => done("不告诉"));
    </script></body></html>`,
};

describe.skipIf(executable === null)("a hostile page", () => {
  let portal: TestRenderer;
  let inside: Awaited<ReturnType<typeof listen>>;
  let connections = 0;
  beforeAll(async () => {
    inside = await listen(
      createServer((socket) => socket.end()).on("connection", () => connections++),
    );
    portal = await openTestRenderer({
      executable: executable ?? "",
      shelf,
      limits: { renderMs: 6_000, graceMs: 3_000, mostRequests: 10, mostBytes: 2_500_000 },
    });
  });
  afterAll(async () => {
    await portal.close();
    await inside.close();
  });
  const read = async (path: string): Promise<string> =>
    Buffer.from((await portal.render(path)).content).toString("utf8");

  it("gets no answer to its questions", async () => {
    expect(await read("/alert.html")).toContain("</script>问过了");
  });

  it("opens no other window", async () => {
    expect(await read("/popup.html")).toContain("有弹窗");
    expect(portal.listHeard()).not.toContain(`${host}/advert.html`);
    expect(portal.listHeard()).not.toContain("stat.example.test/");
  });

  it("downloads nothing", async () => {
    expect(await read("/download.html")).toContain("有下载");
  });

  it("gives what it has where it never rests", async () => {
    const page = await portal.render("/never.html");
    expect(page).toMatchObject({ rendered: true, isQuiet: false });
    expect(Buffer.from(page.content).toString("utf8")).toContain("一直在变");
    expect(await portal.render("/poll.html")).toMatchObject({ rendered: true, isQuiet: false });
  });

  it("gives what it has where a script never ends", async () => {
    const page = await portal.render("/busy.html");
    expect(Buffer.from(page.content).toString("utf8")).toContain("忙着");
    expect(page.isQuiet).toBe(false);
  });

  it("takes only its own answer with it where its scripts cannot be ended", async () => {
    const outcome = await portal.render("/busy-always.html").catch((error: unknown) => error);
    expect(outcome).toMatchObject(
      outcome instanceof Error ? { failure: "browser", next: "retry" } : { isQuiet: false },
    );
    expect(await read("/plain.html")).toContain("年报");
  });

  it.each(["/heavy.html", "/heavy-at-once.html"])(
    "gets no more bytes than it may: %s",
    async (path) => {
      const before = portal.heard.length;
      const page = await portal.render(path);
      // Itself, and further answers until they are more than it may have.
      expect(portal.heard.length - before).toBe(4);
      expect(page).toMatchObject({ requests: 4, rendered: true });
      expect(page.refused).toHaveLength(3);
      const text = Buffer.from(page.content).toString("utf8");
      expect([...text.matchAll(/[来没]\d/gu)].map(String).toSorted()).toEqual(
        ["来0", "来1", "来2", "没3", "没4", "没5"].toSorted(),
      );
    },
  );

  it("asks for no more than it may", async () => {
    const before = portal.heard.length;
    const page = await portal.render("/many.html");
    expect(portal.heard.length - before).toBe(11);
    expect(page).toMatchObject({ requests: 11, rendered: true });
    expect(page.answers).toHaveLength(10);
    expect(page.refused).toHaveLength(30);
  });

  it("is not led out of the scope by a redirect", async () => {
    expect(await read("/redirect.html")).toContain("</script>没有");
    expect(portal.listHeard()).not.toContain("stat.example.test/secret");
  });

  it("installs nothing and learns no place", async () => {
    const text = await read("/service.html");
    expect(text).toMatch(/<\/script>[^<]*装不上/u);
    expect(text).toMatch(/<\/script>[^<]*不告诉/u);
  });

  it("reaches nothing inside the network, whatever it tries", async () => {
    const udp = createSocket("udp4");
    let packets = 0;
    udp.on("message", () => packets++);
    udp.bind(0, "127.0.0.1");
    await once(udp, "listening");
    const { port } = udp.address();
    const at = `127.0.0.1:${inside.port}`;
    const trying = await openTestRenderer({
      executable: executable ?? "",
      shelf: {
        "/try.html": `<html><head><link rel="preconnect" href="http://${at}"><link rel="prefetch" href="http://${at}/p">
          <link rel="dns-prefetch" href="http://${at}"></head><body><img src="http://${at}/i"><script>
          let left = 4; const done = () => { if (--left === 0) document.body.append("试完了"); };
          for (const name of ["${at}", "localhost:${inside.port}"]) {
            fetch("http://" + name + "/f", { mode: "no-cors" }).then(done, done);
            const socket = new WebSocket("ws://" + name + "/w"); socket.onerror = done;
          }
          navigator.sendBeacon("http://${at}/b", "x");
          new EventSource("http://${at}/e");
          new Worker(URL.createObjectURL(new Blob(["fetch('http://${at}/k', {mode: 'no-cors'}); new WebSocket('ws://${at}/kw');"])));
          const call = new RTCPeerConnection({ iceServers: [{ urls: "stun:127.0.0.1:${port}" }, { urls: "turn:${at}?transport=tcp", username: "a", credential: "b" }] });
          call.createDataChannel("x"); call.createOffer().then((offer) => call.setLocalDescription(offer));
          </script></body></html>`,
      },
      limits: { quietMs: 2_000 },
    });
    try {
      const page = await trying.render("/try.html", {
        mayFetch: (url) => new URL(url).hostname === host,
      });
      expect(Buffer.from(page.content).toString("utf8")).toContain("</script>试完了");
      await sleep(1_000);
      expect(connections).toBe(0);
      expect(packets).toBe(0);
    } finally {
      await trying.close();
      udp.close();
    }
  });

  it("reaches no private address, though its name is in scope", async () => {
    const closed = await openTestRenderer({
      executable: executable ?? "",
      shelf: {},
      client: { allowPrivate: false },
    });
    try {
      await expect(closed.render("/plain.html")).rejects.toMatchObject({ failure: "out-of-scope" });
      expect(closed.heard).toEqual([]);
    } finally {
      await closed.close();
    }
  });

  it("is left at once on abort, for its reason", async () => {
    const stop = new AbortController();
    const rendering = portal.render("/poll.html", { signal: stop.signal });
    await expect.poll(() => portal.listHeard().at(-1)).toBe(`${host}/hang`);
    stop.abort(new Error("The crawl was stopped."));
    await expect(rendering).rejects.toThrow("The crawl was stopped.");
    await expect(
      portal.renderer.render(buildRequest(`http://${host}/plain.html`), {
        habits: noHabits,
        signal: stop.signal,
        mayFetch: () => true,
      }),
    ).rejects.toThrow("The crawl was stopped.");
  });
});
