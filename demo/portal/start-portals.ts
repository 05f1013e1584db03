import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AskedEntry } from "./asked-entry.ts";
import type { AskedPage, Portal, PortalHost, RawAnswer, ServedPage } from "./portal.ts";
import { readRetryAt } from "./read-retry-at.ts";

/** Where a client connects for a host. */
export interface PortalAddress {
  readonly address: string;
  readonly family: 4 | 6;
  readonly port: number;
}

/** `listeners` are hosts with a listener of their own (`www.qingshan.gov.test:443`); none of them is started here. */
export interface PortalOptions {
  readonly clock?: () => number;
  readonly onAsked?: (entry: AskedEntry) => void;
  readonly port?: number;
  /** Whether what is asked is remembered; loads of millions of requests are not. */
  readonly keepLog?: boolean;
  readonly listeners?: ReadonlyMap<string, readonly PortalAddress[]>;
}

export interface RunningPortals {
  readonly httpPort: number;
  /** Finds hosts as a resolver of names does: throws an error with code ENOTFOUND for those that are not served. */
  readonly resolve: (host: string, port: number) => Promise<readonly PortalAddress[]>;
  /** What was asked so far. Requests of proxies for unknown hosts are left out. */
  readonly listAsked: () => readonly AskedEntry[];
  readonly close: () => Promise<void>;
}

/** Nothing listens there: a host without TLS refuses connections on its port. */
const closedPort = 1;

/** Serves portals on 127.0.0.1, by the Host header or by absolute addresses as a forward proxy is asked. */
export async function startPortals(
  portals: readonly Portal[],
  options: PortalOptions = {},
): Promise<RunningPortals> {
  const { clock = Date.now, onAsked, port = 0, keepLog = true, listeners = new Map() } = options;
  const hosts = new Map(portals.flatMap((one) => one.hosts).map((host) => [host.name, host]));
  const log: AskedEntry[] = [];
  const server = createServer({ requestTimeout: 0 }, (request, response) => {
    const asked = readAsked(request, clock());
    const host = asked === null ? undefined : hosts.get(asked.page.url.hostname);
    if (asked === null || !host) return refuse(response);
    const note = openEntry(keepLog ? log : [], asked.page, onAsked);
    response.once("close", () => {
      asked.ending.abort();
      note({ endedAt: clock() });
    });
    void answer(host, asked.page, { response, note }).catch(() => request.socket.destroy());
  });
  server.on("clientError", (_, socket) => socket.destroy());
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  const address = server.address();
  const httpPort = typeof address === "object" && address !== null ? address.port : port;
  return {
    httpPort,
    resolve: async (name, asked) => {
      const own = listeners.get(`${name}:${asked}`);
      if (own) return own;
      if (!hosts.has(name)) throw new UnknownHost(name);
      return [{ address: "127.0.0.1", family: 4, port: asked === 443 ? closedPort : httpPort }];
    },
    listAsked: () => log,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** A name that no resolver knows. */
export class UnknownHost extends Error {
  readonly code = "ENOTFOUND";
  constructor(host: string) {
    super(`getaddrinfo ENOTFOUND ${host}`);
  }
}

function readAsked(
  request: IncomingMessage,
  at: number,
): { readonly page: AskedPage; readonly ending: AbortController } | null {
  const { url: target = "/", method = "GET" } = request;
  const host = (request.headers.host ?? "").toLowerCase();
  const address = /^https?:\/\//iu.test(target) ? target : `http://${host}${target}`;
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  // Whoever connects without a resolver of their own names the port of this server.
  if (url.port === String(request.socket.localPort)) url.port = "";
  const headers = Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
  );
  const ending = new AbortController();
  return { page: { url, method, headers, body: "", at, signal: ending.signal }, ending };
}

function refuse(response: ServerResponse): void {
  response.writeHead(502, { "Content-Type": "text/plain" }).end("No such host.");
}

type Note = (change: Partial<AskedEntry>) => void;

function openEntry(log: AskedEntry[], page: AskedPage, onAsked: PortalOptions["onAsked"]): Note {
  const { url, method, headers, at } = page;
  const place = log.length;
  const entry: AskedEntry = {
    host: url.hostname,
    url: url.href,
    method,
    userAgent: headers["user-agent"] ?? "",
    from: headers["from"] ?? "",
    at,
    endedAt: null,
    status: null,
    location: null,
    retryAt: null,
  };
  log.push(entry);
  onAsked?.(entry);
  return (change) => {
    const known = log[place];
    if (known) log[place] = { ...known, ...change };
  };
}

async function answer(
  host: PortalHost,
  page: AskedPage,
  { response, note }: { readonly response: ServerResponse; readonly note: Note },
): Promise<void> {
  const body = await readBody(response.req);
  const served = await host.serve({ ...page, body });
  if (isRaw(served)) return served.write(response.req.socket);
  const find = (name: string) => served.headers.find(([key]) => key.toLowerCase() === name)?.[1];
  const location = find("location");
  note({
    status: served.status,
    location:
      location !== undefined && URL.canParse(location, page.url.href)
        ? new URL(location, page.url).href
        : null,
    retryAt: readRetryAt(find("retry-after"), page.at),
  });
  writeServed(served, response);
}

function isRaw(served: ServedPage | RawAnswer): served is RawAnswer {
  return "write" in served;
}

async function readBody(request: IncomingMessage): Promise<string> {
  const parts: Uint8Array[] = [];
  for await (const part of request) if (part instanceof Uint8Array) parts.push(part);
  return Buffer.concat(parts).toString("utf8");
}

function writeServed({ status, headers, body }: ServedPage, response: ServerResponse): void {
  const bytes = typeof body === "string" ? Buffer.from(body) : body;
  const isFramed = headers.some(([name]) => /^(?:content-length|transfer-encoding)$/iu.test(name));
  const isEmpty = status === 204 || status === 304;
  const length = isFramed || isEmpty ? [] : ["Content-Length", String(bytes.length)];
  response.writeHead(status, [...headers.flat(), ...length]);
  response.end(isEmpty ? undefined : bytes);
}
