import { once } from "node:events";
import { connect } from "node:net";
import { afterEach, expect, it } from "vitest";
import type { AskedEntry } from "../../demo/portal/asked-entry.ts";
import type { AskedPage, Portal, PortalHost } from "../../demo/portal/portal.ts";
import {
  type PortalOptions,
  type RunningPortals,
  startPortals,
} from "../../demo/portal/start-portals.ts";
import { askRaw } from "./ask-raw.ts";

const name = "www.qingshan.gov.test";
let running: RunningPortals | null = null;

afterEach(async () => {
  await running?.close();
  running = null;
});

async function start(
  serve: PortalHost["serve"],
  options: PortalOptions = {},
): Promise<RunningPortals> {
  const portal: Portal = {
    id: "one",
    behaviours: [],
    hosts: [{ name, serve }],
    sources: [],
    truth: [],
    decoys: [],
  };
  running = await startPortals([portal], options);
  return running;
}

const text = (body: string) => ({ status: 200, headers: [["X-Own", "1"] as const], body });
const ask = (target: string, host = name): string =>
  `GET ${target} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`;

it("serves a host by its name, by its name and port, and by absolute addresses as a proxy does", async () => {
  const { httpPort } = await start(({ url }) => text(url.href));
  const asked = [
    ask("/a?b=1"),
    ask("/a?b=1", `${name}:${httpPort}`),
    ask(`http://${name}/a?b=1`, "x"),
  ];
  for (const words of asked)
    expect(await askRaw(httpPort, words)).toMatch(
      new RegExp(`\\r\\n\\r\\nhttp://${name}/a\\?b=1$`, "u"),
    );
});

it("knows no other host", async () => {
  const { httpPort, resolve } = await start(() => text(""));
  expect(await askRaw(httpPort, ask("/", "www.other.gov.test"))).toMatch(/^HTTP\/1\.1 502 /u);
  await expect(resolve("www.other.gov.test", 80)).rejects.toMatchObject({ code: "ENOTFOUND" });
  expect(await resolve(name, 80)).toEqual([{ address: "127.0.0.1", family: 4, port: httpPort }]);
});

it("leads to listeners of hosts that have their own, and to no open port for TLS that is not there", async () => {
  const own = [{ address: "::1", family: 6 as const, port: 4443 }];
  const { resolve } = await start(() => text(""), { listeners: new Map([[`${name}:443`, own]]) });
  expect(await resolve(name, 443)).toEqual(own);
  await running?.close();
  const plain = await start(() => text(""));
  const [address] = await plain.resolve(name, 443);
  const socket = connect(address?.port ?? 0, "127.0.0.1");
  const [error] = await once(socket, "error");
  expect(error).toMatchObject({ code: "ECONNREFUSED" });
});

it("sends headers as they are, in their order and spelling", async () => {
  const { httpPort } = await start(() => ({
    status: 200,
    headers: [
      ["content-TYPE", "text/html; charset=x"],
      ["Set-Cookie", "a=1"],
      ["X-Name", "\u00C4\u00E9"],
      ["Set-Cookie", "b=2"],
    ],
    body: Uint8Array.of(1, 2, 3),
  }));
  const answer = await askRaw(httpPort, ask("/"));
  const lines = answer.split("\r\n\r\n")[0]?.split("\r\n").slice(1) ?? [];
  expect(lines.filter((line) => !line.startsWith("Date: "))).toEqual([
    "content-TYPE: text/html; charset=x",
    "Set-Cookie: a=1",
    "X-Name: \u00C4\u00E9",
    "Set-Cookie: b=2",
    "Content-Length: 3",
    "Connection: close",
  ]);
});

it("lets an answer that keeps to no rule write what it likes", async () => {
  const { httpPort } = await start(() => ({ write: (socket) => void socket.end("what?") }));
  expect(await askRaw(httpPort, ask("/"))).toBe("what?");
});

it("hands over method, headers, body and the time of its clock", async () => {
  const seen: AskedPage[] = [];
  const { httpPort } = await start(
    (asked) => {
      seen.push(asked);
      return text("");
    },
    { clock: () => 1_700_000_000_000 },
  );
  const body = "page=2&name=青山";
  const length = Buffer.byteLength(body);
  const head = `POST /search HTTP/1.1\r\nHost: ${name}\r\nReferer: http://x/\r\nContent-Length: ${length}\r\nConnection: close\r\n\r\n`;
  await askRaw(httpPort, head + Buffer.from(body).toString("latin1"));
  expect(seen).toMatchObject([
    { method: "POST", body, headers: { referer: "http://x/" }, at: 1_700_000_000_000 },
  ]);
});

it("remembers what was asked and answered", async () => {
  const heard: AskedEntry[] = [];
  const { httpPort, listAsked } = await start(
    ({ url }) =>
      url.pathname === "/busy"
        ? { status: 429, headers: [["Retry-After", "30"]], body: "" }
        : { status: 302, headers: [["Location", "/busy"]], body: "" },
    { clock: () => 5_000, onAsked: (entry) => heard.push(entry) },
  );
  await askRaw(httpPort, ask("/"));
  await askRaw(httpPort, ask("/busy"));
  expect(heard.map(({ url }) => url)).toEqual([`http://${name}/`, `http://${name}/busy`]);
  expect(listAsked()).toMatchObject([
    { host: name, status: 302, location: `http://${name}/busy`, retryAt: null },
    { host: name, status: 429, location: null, retryAt: 35_000 },
  ]);
  await expect.poll(() => listAsked().map(({ endedAt }) => endedAt)).toEqual([5_000, 5_000]);
});

it("tells an answer that its asker has gone", async () => {
  let isGone = false;
  const { httpPort } = await start(async ({ signal }) => {
    await once(signal, "abort");
    isGone = true;
    return text("");
  });
  const socket = connect(httpPort, "127.0.0.1", () => socket.write(ask("/")));
  await expect.poll(() => running?.listAsked().length).toBe(1);
  socket.destroy();
  await expect.poll(() => isGone).toBe(true);
});
