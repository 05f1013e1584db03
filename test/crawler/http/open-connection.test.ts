import { networkInterfaces } from "node:os";
import { describe, expect, it } from "vitest";
import { buildRequest } from "../../../corpus/address.ts";
import { isInsideNetwork } from "../../../crawler/http/inside-network.ts";
import { orderAddresses, resolveHost } from "../../../crawler/http/resolve-host.ts";
import { findFreePort } from "../../free-port.ts";
import { fetchFailure, fetchFrom, fetchPage, host, writeAnswer } from "./fetch-from.ts";
import { openRawServer } from "./open-server.ts";

const page = (): Uint8Array => writeAnswer("<html></html>");

describe("addresses inside the network", () => {
  it.each([
    "0.0.0.0",
    "10.1.2.3",
    "100.64.0.1",
    "127.0.0.1",
    "127.255.255.254",
    "169.254.169.254",
    "172.16.0.1",
    "172.31.255.255",
    "192.0.2.1",
    "192.168.1.1",
    "198.19.0.1",
    "224.0.0.1",
    "255.255.255.255",
    "::",
    "::1",
    "::ffff:127.0.0.1",
    "::ffff:a00:1",
    "::127.0.0.1",
    "64:ff9b::7f00:1",
    "64:ff9b:1::1",
    "fc00::1",
    "fd12::1",
    "fe80::1",
    "fe80::1%eth0",
    "fec0::1",
    "ff02::1",
    "2001::1",
    "2001:db8::1",
    "2002:7f00:1::",
    "nonsense",
    "1.2.3",
    "1.2.3.256",
    "",
  ])("takes %j for one", (address) => {
    expect(isInsideNetwork(address)).toBe(true);
  });

  it.each([
    "61.150.65.235",
    "172.32.0.1",
    "223.5.5.5",
    "100.128.0.1",
    "240e:1::1",
    "2408:8000::1",
    "::ffff:61.150.65.235",
    "64:ff9b::3d96:41eb",
  ])("takes %j for none", (address) => {
    expect(isInsideNetwork(address)).toBe(false);
  });

  it.each([
    "http://127.0.0.1/",
    "http://[::1]/",
    "http://localhost/",
    "http://2130706433/",
    "http://0x7f.1/",
    "http://[::ffff:7f00:1]/",
  ])("does not fetch %s", async (url) => {
    const { outcome, heard } = await fetchFrom(page, {
      request: buildRequest(url),
      client: { allowPrivate: false, resolve: resolveHost },
    });
    expect(outcome).toMatchObject({ failure: "out-of-scope", next: "give-up" });
    expect(heard).toEqual([]);
  });

  it("does not fetch a name that leads there, whatever its name", async () => {
    const failure = await fetchFailure(page, { client: { allowPrivate: false } });
    expect(failure).toMatchObject({ failure: "out-of-scope" });
    expect(failure.message).toContain("127.0.0.1");
  });

  it("looks a name up for each hop, so that no answer of DNS holds for the next", async () => {
    const server = await openRawServer(() =>
      writeAnswer("", { status: "302 Found", fields: ["Location: /again"] }),
    );
    const answers = [[{ address: "127.0.0.1", family: 4, port: server.port } as const], []];
    const resolve = () => Promise.resolve(answers.shift() ?? []);
    const failure = await fetchFailure(page, { client: { resolve } });
    expect(failure).toMatchObject({ failure: "dns" });
    expect(server.heard).toHaveLength(1);
    await server.close();
  });
});

describe("names", () => {
  it.each(["ENOTFOUND", "EAI_AGAIN", "ESERVFAIL"])(
    "that DNS answers with %s are due later",
    async (code) => {
      const resolve = () => Promise.reject(Object.assign(new Error("getaddrinfo"), { code }));
      const failure = await fetchFailure(page, { client: { resolve } });
      expect(failure).toMatchObject({ failure: "dns", next: "later" });
      expect(failure.message).toContain(host);
    },
  );

  it("without an address are not known", async () => {
    const failure = await fetchFailure(page, { client: { resolve: () => Promise.resolve([]) } });
    expect(failure.failure).toBe("dns");
  });

  it("that DNS never answers for end in time", async () => {
    const failure = await fetchFailure(page, {
      client: {
        resolve: () => new Promise(() => undefined),
        timeOuts: { connect: 200, firstByte: 5000, idle: 5000, total: 5000 },
      },
    });
    expect(failure).toMatchObject({ failure: "timeout", next: "later" });
  });

  it("are told the port that is wanted", async () => {
    const ports: number[] = [];
    for (const url of [`http://${host}/`, `https://${host}/`, `http://${host}:8888/`])
      await fetchFailure(page, {
        request: buildRequest(url),
        client: {
          resolve: (_host, port) => {
            ports.push(port);
            return Promise.resolve([]);
          },
        },
      });
    expect(ports).toEqual([80, 443, 8888]);
  });
});

describe("hosts that do not let in", () => {
  it("refuse, and are asked later", async () => {
    const port = await findFreePort();
    const resolve = () => Promise.resolve([{ address: "127.0.0.1", family: 4 as const, port }]);
    const failure = await fetchFailure(page, { client: { resolve } });
    expect(failure).toMatchObject({ failure: "refused", next: "later" });
  });
});

/** Machines without IPv6 are common; what needs it is left out there. */
const hasIPv6 = Object.values(networkInterfaces()).some((list) =>
  list?.some(({ address }) => address === "::1"),
);

describe("address families", () => {
  const v4 = { address: "127.0.0.1", family: 4 } as const;
  const v6 = { address: "::1", family: 6 } as const;

  it("are tried in the order that is remembered, IPv4 first else, two addresses of each", () => {
    const many = [v6, v4, v6, v4, v6, v4];
    expect(orderAddresses(many, null).map(({ family }) => family)).toEqual([4, 4, 6, 6]);
    expect(orderAddresses(many, 6).map(({ family }) => family)).toEqual([6, 6, 4, 4]);
    expect(orderAddresses([v6], 4)).toEqual([v6]);
  });

  it.runIf(hasIPv6)("are remembered when one answers and the other does not", async () => {
    const server = await openRawServer(page, "::1");
    const dead = { ...v4, port: await findFreePort() };
    const alive = { ...v6, port: server.port };
    const resolve = () => Promise.resolve([dead, alive]);
    const first = await fetchPage(page, { client: { resolve } });
    expect(first).toMatchObject({ habits: { family: 6 }, exchanges: [{ ip: "::1" }] });
    const next = await fetchPage(page, { client: { resolve }, habits: first.habits });
    expect(next).toMatchObject({ habits: { family: 6 }, exchanges: [{ ip: "::1" }] });
    await server.close();
  });

  it("are learnt anew when the remembered one is dead", async () => {
    const server = await openRawServer(page);
    const dead = { ...v6, port: await findFreePort() };
    const alive = { ...v4, port: server.port };
    const resolve = () => Promise.resolve([dead, alive]);
    const found = await fetchPage(page, {
      client: { resolve },
      habits: { tls: "strict", family: 6 },
    });
    expect(found).toMatchObject({ habits: { family: 4 }, exchanges: [{ ip: "127.0.0.1" }] });
    await server.close();
  });

  it("stay unknown while both are as good", async () => {
    expect((await fetchPage(page)).habits).toEqual({ tls: "strict", family: null });
  });

  it("tell of the first that failed when none answers", async () => {
    const [one, two] = [await findFreePort(), await findFreePort()];
    const resolve = () =>
      Promise.resolve([
        { ...v4, port: one },
        { ...v6, port: two },
      ]);
    expect(await fetchFailure(page, { client: { resolve } })).toMatchObject({ failure: "refused" });
  });
});
