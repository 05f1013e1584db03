import { rm } from "node:fs/promises";
import { createServer as createTcpServer } from "node:net";
import { createServer as createTlsServer, type TlsOptions } from "node:tls";
import type { PortalAddress } from "../start-portals.ts";
import { type AddressFinder, ListenerAddresses } from "./listener-addresses.ts";
import { listenOn, type OpenServer } from "./listen-on.ts";
import type { HostListener, Obstacle, PublishedAddress } from "./obstacle.ts";
import { type CertificateMaker, openCertificateMaker } from "./open-certificate-maker.ts";
import { pipeTo } from "./pipe-to.ts";
import { canServeLegacy, startLegacyServer } from "./start-legacy-server.ts";
import { buildTlsAnswer } from "./build-tls-answer.ts";

/**
 * `httpPort` gives the port of all portals, which may start later; `clock` is theirs. A server without secure
 * renegotiation is a program that listens on every address of the machine: it is started only where `startsPrograms` is.
 */
export interface ListenerOptions {
  readonly httpPort: () => number;
  readonly clock?: () => number;
  readonly startsPrograms?: boolean;
}

/** `missing` says which hosts have no listener on this machine, and why. */
export interface OpenListeners {
  /** For `startPortals`, as `listeners`. */
  readonly addresses: ListenerAddresses;
  /** The file of the authority's certificate, for `NODE_EXTRA_CA_CERTS`; null where nothing speaks TLS. */
  readonly authority: string | null;
  readonly missing: readonly string[];
  readonly close: () => Promise<void>;
}

type Listening<Kind extends HostListener["kind"]> = Extract<HostListener, { kind: Kind }>;

/** Opens the listeners that these portals need, on 127.0.0.1 and ::1. */
export async function openListeners(
  obstacles: readonly Obstacle[],
  options: ListenerOptions,
): Promise<OpenListeners> {
  const needs = obstacles.flatMap(({ listeners }) => listeners);
  const opening = new Opening(options);
  try {
    for (const need of needs) await opening.open(need);
  } catch (error) {
    await opening.close();
    throw error;
  }
  return opening.finish();
}

const hourMs = 3_600_000;
const chinaOffset = 8;
/** On Linux and macOS nothing listens there. */
const deadPort = 1;

/** What is open so far. */
class Opening {
  readonly #options: ListenerOptions;
  readonly #finders = new Map<string, AddressFinder>();
  readonly #servers: OpenServer[] = [];
  readonly #missing: string[] = [];
  #maker: CertificateMaker | null = null;
  #ipv6: Promise<OpenServer | null> | null = null;

  constructor(options: ListenerOptions) {
    this.#options = options;
  }

  async open(need: HostListener): Promise<void> {
    const finder = await this.#openOne(need);
    if (finder) this.#finders.set(`${need.host}:${need.port}`, finder);
  }

  finish(): OpenListeners {
    return {
      addresses: new ListenerAddresses(this.#finders),
      authority: this.#maker?.authority ?? null,
      missing: this.#missing,
      close: () => this.close(),
    };
  }

  async close(): Promise<void> {
    await Promise.all(this.#servers.map((server) => server.close()));
    if (this.#maker) await rm(this.#maker.folder, { recursive: true, force: true });
  }

  #openOne(need: HostListener): Promise<AddressFinder | null> | AddressFinder {
    if (need.kind === "tls") return this.#openTls(need);
    if (need.kind === "no-renegotiation") return this.#openLegacy(need);
    if (need.kind === "closed-hours") return this.#watchHours(need);
    return this.#publish(need);
  }

  async #openTls({
    host,
    certificate,
    protocol,
    answers,
  }: Listening<"tls">): Promise<AddressFinder> {
    const name = certificate === "other-name" ? `other.${host}` : host;
    const maker = await this.#openMaker();
    const days = certificate === "expired" ? -1 : 2;
    const { key, cert } = await maker.make({ name, days });
    const options: TlsOptions = { key, cert, ...(protocol === "tls-1.0" ? oldTls : {}) };
    const server = createTlsServer(options, buildTlsAnswer(answers, this.#options.httpPort));
    server.on("tlsClientError", () => undefined);
    const { port } = this.#keep(await listenOn(server, "127.0.0.1"));
    return () => [{ address: "127.0.0.1", family: 4, port }];
  }

  async #openLegacy({ host }: Listening<"no-renegotiation">): Promise<AddressFinder | null> {
    if (this.#options.startsPrograms !== true || !canServeLegacy()) {
      this.#missing.push(`${host}: needs the program gnutls-serv, and leave to start it`);
      return null;
    }
    const maker = await this.#openMaker();
    const certificate = await maker.make({ name: host, days: 2 });
    const { port } = this.#keep(await startLegacyServer(certificate));
    return () => [{ address: "127.0.0.1", family: 4, port }];
  }

  #watchHours({ from, until }: Listening<"closed-hours">): AddressFinder {
    const { clock = Date.now } = this.#options;
    return () => {
      const hour = (Math.floor(clock() / hourMs) + chinaOffset) % 24;
      const isClosed = from > until ? hour >= from || hour < until : hour >= from && hour < until;
      return isClosed ? [{ address: "127.0.0.1", family: 4, port: deadPort }] : undefined;
    };
  }

  async #publish({ host, has }: Listening<"families">): Promise<AddressFinder | null> {
    const server = has.includes("ipv6") ? await this.#openIpv6() : null;
    if (has.includes("ipv6") && server === null) {
      this.#missing.push(`${host}: this machine has no ::1`);
      return null;
    }
    const { httpPort } = this.#options;
    return () =>
      has.map((one) => findAddress(one, { ipv4: httpPort(), ipv6: server?.port ?? deadPort }));
  }

  /** All hosts on IPv6 share a port: it leads to where all portals are. */
  #openIpv6(): Promise<OpenServer | null> {
    this.#ipv6 ??= listenOn(
      createTcpServer((socket) => pipeTo(socket, this.#options.httpPort())),
      "::1",
    ).then(
      (server) => this.#keep(server),
      () => null,
    );
    return this.#ipv6;
  }

  async #openMaker(): Promise<CertificateMaker> {
    this.#maker ??= await openCertificateMaker();
    return this.#maker;
  }

  #keep(server: OpenServer): OpenServer {
    this.#servers.push(server);
    return server;
  }
}

const oldTls: TlsOptions = {
  minVersion: "TLSv1",
  maxVersion: "TLSv1",
  ciphers: "DEFAULT@SECLEVEL=0",
};

function findAddress(
  published: PublishedAddress,
  ports: { readonly ipv4: number; readonly ipv6: number },
): PortalAddress {
  const isSix = published.startsWith("ipv6");
  const live = isSix ? ports.ipv6 : ports.ipv4;
  return {
    address: isSix ? "::1" : "127.0.0.1",
    family: isSix ? 6 : 4,
    port: published.endsWith("dead") ? deadPort : live,
  };
}
