import { execFile, spawn, spawnSync, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { rmSync } from "node:fs";
import { connect, createServer as createTcpServer, type Socket } from "node:net";
import { join } from "node:path";
import { createServer, type TlsOptions, TLSSocket } from "node:tls";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildRequest } from "../../../corpus/address.ts";
import type { HostHabits, TlsProfile } from "../../../crawler/http/exchange.ts";
import { noHabits } from "../../../crawler/http/http-client.ts";
import { findFreePort } from "../../free-port.ts";
import { fetchFrom, host, writeAnswer } from "./fetch-from.ts";
import { makeCertificates, type Certificate, type Certificates } from "./make-certificates.ts";
import { listen, openRawServer, type RawAnswer, takeRequest } from "./open-server.ts";

let certificates: Certificates;
beforeAll(() => {
  certificates = makeCertificates();
});
afterAll(() => rmSync(certificates.folder, { recursive: true, force: true }));

const hasGnutls = spawnSync("gnutls-serv", ["--version"]).status === 0;
const old: TlsOptions = { minVersion: "TLSv1", maxVersion: "TLSv1", ciphers: "DEFAULT@SECLEVEL=0" };

/** A server of TLS, with how many connections it saw. */
async function openTlsServer(
  { key, cert }: Certificate,
  {
    answer = () => writeAnswer("<html>年报</html>"),
    ...options
  }: TlsOptions & { answer?: RawAnswer } = {},
) {
  const below = new Set<Socket>();
  const seen = { connections: 0 };
  const server = createServer({ key, cert, ...options }, (socket) =>
    takeRequest(socket, { heard: [], answer }),
  );
  server.on("tlsClientError", () => undefined);
  server.on("connection", (socket: Socket) => {
    seen.connections += 1;
    below.add(socket);
  });
  const hangUp = (): void => below.forEach((socket) => socket.end());
  return { seen, hangUp, ...(await listen(server)) };
}

function fetchSecure(port: number, habits: HostHabits = noHabits) {
  return fetchFrom(() => "", {
    request: buildRequest(`https://${host}/`),
    habits,
    client: { resolve: () => Promise.resolve([{ address: "127.0.0.1", family: 4, port }]) },
  }).then(({ outcome }) => outcome);
}

describe("the ladder", () => {
  it("stays strict where that works", async () => {
    const server = await openTlsServer(certificates.good);
    const outcome = await fetchSecure(server.port);
    expect(outcome).toMatchObject({
      status: 200,
      habits: { tls: "strict" },
      exchanges: [{ ip: "127.0.0.1", tls: { profile: "strict", protocol: "TLSv1.3" } }],
    });
    expect(server.seen.connections).toBe(1);
    await server.close();
  });

  it.each(["TLSv1", "TLSv1.1"] as const)(
    "steps down to %s, and begins there the next time",
    async (version) => {
      const server = await openTlsServer(certificates.good, { ...old, maxVersion: version });
      const first = await fetchSecure(server.port);
      expect(first).toMatchObject({
        status: 200,
        habits: { tls: "old" },
        exchanges: [{ tls: { profile: "old", protocol: version } }],
      });
      expect(server.seen.connections).toBe(2);
      await fetchSecure(server.port, { tls: "old", family: null });
      expect(server.seen.connections).toBe(3);
      await server.close();
    },
  );

  it.each<TlsProfile>(["legacy", "old"])(
    "does not stay at %s where the host is renewed and speaks TLS 1.3 alone",
    async (tls) => {
      const server = await openTlsServer(certificates.good, { minVersion: "TLSv1.3" });
      const outcome = await fetchSecure(server.port, { tls, family: null });
      expect(outcome).toMatchObject({ status: 200 });
      await server.close();
    },
  );

  it("gives up where no encrypted connection comes about", async () => {
    const server = createTcpServer((socket) => {
      socket.on("error", () => undefined);
      socket.end("HTTP/1.1 400 Bad Request\r\n\r\n");
    });
    let count = 0;
    server.on("connection", () => (count += 1));
    const { port, close } = await listen(server);
    expect(await fetchSecure(port)).toMatchObject({ failure: "tls", next: "later" });
    expect(count).toBe(1);
    await close();
  });

  it("tries once more where the host hangs up on the greeting", async () => {
    let count = 0;
    const server = createTcpServer((socket) => {
      count += 1;
      socket.on("error", () => undefined);
      socket.once("data", () => socket.destroy());
    });
    const { port, close } = await listen(server);
    expect(await fetchSecure(port)).toMatchObject({ failure: "tls" });
    expect(count).toBeLessThanOrEqual(3);
    await close();
  });

  it("waits for a handshake no longer than for a connection", async () => {
    const server = createTcpServer((socket) => void socket.on("error", () => undefined));
    const { port, close } = await listen(server);
    const { outcome } = await fetchFrom(() => "", {
      request: buildRequest(`https://${host}/`),
      client: {
        resolve: () => Promise.resolve([{ address: "127.0.0.1", family: 4, port }]),
        timeOuts: { connect: 500, firstByte: 20_000, idle: 20_000, total: 60_000 },
      },
    });
    expect(outcome).toMatchObject({ failure: "timeout", next: "later" });
    await close();
  });
});

describe.runIf(hasGnutls)("a host without secure renegotiation (gnutls-serv)", () => {
  let child: ChildProcess;
  let port: number;
  beforeAll(async () => {
    port = await findFreePort();
    const { keyFile, certFile } = certificates.good;
    const priority = "NORMAL:%DISABLE_SAFE_RENEGOTIATION:-VERS-TLS1.3";
    const files = ["--x509keyfile", keyFile, "--x509certfile", certFile];
    const args = ["--http", "--port", String(port), "--priority", priority, ...files];
    child = spawn("gnutls-serv", args, { stdio: "ignore" });
  });
  afterAll(async () => {
    child.kill();
    if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
  });

  it("is reached by the legacy step, which is remembered", async () => {
    await expect.poll(() => canConnect(port)).toBe(true);
    const first = await fetchSecure(port);
    expect(first).toMatchObject({
      status: 200,
      habits: { tls: "legacy" },
      exchanges: [{ tls: { profile: "legacy", protocol: "TLSv1.2" } }],
    });
    const next = await fetchSecure(port, { tls: "legacy", family: null });
    expect(next).toMatchObject({ status: 200 });
  });
});

describe("a host with both schemes", () => {
  const ask = async (plainTo: string, secureTo: string) => {
    const answer = (to: string) => () =>
      to === ""
        ? writeAnswer("<html>")
        : writeAnswer("", { status: "302 x", fields: [`Location: ${to}`] });
    const plain = await openRawServer(answer(plainTo));
    const secure = await openTlsServer(certificates.good, { answer: answer(secureTo) });
    const { outcome } = await fetchFrom(() => "", {
      request: buildRequest(`http://${host}/`),
      client: {
        resolve: (_host, wanted) => {
          const { port } = wanted === 443 ? secure : plain;
          return Promise.resolve([{ address: "127.0.0.1", family: 4, port }]);
        },
      },
    });
    await Promise.all([plain.close(), secure.close()]);
    return outcome;
  };

  it("is followed from one to the other", async () => {
    expect(await ask(`https://${host}/`, "")).toMatchObject({
      url: `https://${host}/`,
      exchanges: [{ tls: null }, { tls: { profile: "strict" } }],
    });
  });

  it("leads in a circle from http to https to http", async () => {
    const outcome = await ask(`https://${host}/`, `http://${host}/`);
    expect(outcome).toMatchObject({
      failure: "redirect-loop",
      fetched: { url: `https://${host}/` },
    });
  });
});

describe("a host that hangs up without a word of TLS", () => {
  it("has sent all that it sent", async () => {
    const server = await openTlsServer(certificates.good, {
      answer: (_request, socket) => {
        socket.write("HTTP/1.0 200 OK\r\n\r\n<html>年报</html>", () => {
          if (socket instanceof TLSSocket) setTimeout(() => server.hangUp(), 100);
        });
        return null;
      },
    });
    const outcome = await fetchSecure(server.port);
    expect(outcome).toMatchObject({ status: 200, mediaType: "text/html" });
    await server.close();
  });
});

describe("certificates", () => {
  const read = async (certificate: Certificate): Promise<unknown> => {
    const server = await openTlsServer(certificate);
    const script = join(import.meta.dirname, "print-fetched.ts");
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ["--import", "tsx", script, String(server.port)],
      { env: { ...process.env, NODE_EXTRA_CA_CERTS: certificates.authority } },
    );
    await server.close();
    return JSON.parse(stdout);
  };

  it("are told of when they are expired, of another name, or signed by themselves, and taken all the same", async () => {
    expect(await read(certificates.good)).toMatchObject({ fault: null });
    expect(await read(certificates.expired)).toMatchObject({
      fault: "the certificate has expired",
    });
    expect(await read(certificates.otherName)).toMatchObject({
      fault: "the certificate is for another name",
    });
    expect(await read(certificates.selfSigned)).toMatchObject({
      fault: "the certificate is signed by itself",
    });
  });

  it("of an unknown authority are told of", async () => {
    const server = await openTlsServer(certificates.good);
    expect(await fetchSecure(server.port)).toMatchObject({
      exchanges: [{ tls: { fault: expect.stringContaining("certificate") } }],
    });
    await server.close();
  });
});

async function canConnect(port: number): Promise<boolean> {
  const socket = connect(port, "127.0.0.1");
  try {
    await once(socket, "connect");
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}
