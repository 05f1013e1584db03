import { connect as connectTcp, isIP, type Socket } from "node:net";
import { connect as connectTls, type TLSSocket } from "node:tls";
import { once } from "node:events";
import { describeNetworkError } from "./describe-network-error.ts";
import type { Exchange, HostHabits, TlsProfile } from "./exchange.ts";
import { buildFailure, FetchFailed } from "./fetch-failed.ts";
import { isInsideNetwork } from "./inside-network.ts";
import { type HostAddress, type HostResolver, orderAddresses } from "./resolve-host.ts";
import { buildTlsOptions, describeCertificateFault, findNextProfile } from "./tls-ladder.ts";

/** A connection that is ready for a request. The caller ends it. `habits` is what was learnt on the way. */
export interface Connection {
  readonly socket: Socket;
  readonly ip: string;
  readonly tls: Exchange["tls"];
  readonly habits: HostHabits;
}

export interface ConnectOptions {
  readonly habits: HostHabits;
  readonly connectMs: number;
  readonly allowPrivate: boolean;
  readonly resolve: HostResolver;
  /** Its reason is thrown on abort. */
  readonly signal: AbortSignal;
}

/**
 * Connects to the host of an address: by the family that worked last, then the other; by the TLS that worked last, then
 * the next step of the ladder. An address inside the network is refused at the moment of connecting, so that no answer
 * of DNS leads there. Throws FetchFailed: `dns`, `out-of-scope`, `refused`, `timeout`, `reset`, `tls`.
 */
export async function openConnection(url: URL, options: ConnectOptions): Promise<Connection> {
  const addresses = await findAddresses(url, options);
  const tried: TlsProfile[] = [];
  let { tls: profile, family } = options.habits;
  for (;;) {
    const reached = await reachHost(url, { ...options, family }, addresses);
    const { socket, address } = reached;
    ({ family } = reached);
    const ip = address.address;
    if (url.protocol === "http:")
      return { socket, ip, tls: null, habits: { tls: profile, family } };
    tried.push(profile);
    const outcome = await tryHandshake(socket, url, { ...options, profile });
    if (!(outcome instanceof Error)) {
      const tls = describeTls(outcome, profile);
      return { socket: outcome, ip, tls, habits: { tls: profile, family } };
    }
    const next = outcome instanceof FetchFailed ? null : findNextProfile(outcome, tried);
    if (next === null) throw describeNetworkError(outcome, url.hostname, "tls");
    profile = next;
  }
}

/** The addresses of a host in the order in which they are tried, those inside the network left out. */
async function findAddresses(
  url: URL,
  { habits, allowPrivate, resolve, connectMs, signal }: ConnectOptions,
): Promise<readonly HostAddress[]> {
  const host = url.hostname.replace(/^\[|\]$/gu, "");
  const found = await limitTime(resolve(host, findPort(url)), {
    host,
    ms: connectMs,
    signal,
  }).catch((error: unknown) => {
    throw describeNetworkError(error, host, "dns");
  });
  if (found.length === 0) throw buildFailure("dns", `The name ${host} has no address.`);
  const open = allowPrivate ? found : found.filter(({ address }) => !isInsideNetwork(address));
  if (open.length === 0)
    throw buildFailure(
      "out-of-scope",
      `${host} leads to ${found[0]?.address}, an address inside the network; such are never fetched.`,
    );
  return orderAddresses(open, habits.family);
}

type ReachOptions = Pick<ConnectOptions, "connectMs" | "signal"> & Pick<HostHabits, "family">;
type HandshakeOptions = Pick<ConnectOptions, "connectMs" | "signal"> & {
  readonly profile: TlsProfile;
};

interface Reached {
  readonly socket: Socket;
  readonly address: HostAddress;
  readonly family: 4 | 6 | null;
}

/** Tries one address after the other. `family` is what to remember: set once a family has failed. */
async function reachHost(
  url: URL,
  { family: remembered, connectMs, signal }: ReachOptions,
  addresses: readonly HostAddress[],
): Promise<Reached> {
  const failed: { readonly family: number; readonly error: FetchFailed }[] = [];
  for (const address of addresses) {
    try {
      const socket = await connectAddress(address, url, { ms: connectMs, signal });
      const isLesson = failed.some(({ family }) => family !== address.family);
      return { socket, address, family: isLesson ? address.family : remembered };
    } catch (error) {
      if (!(error instanceof FetchFailed)) throw error;
      failed.push({ family: address.family, error });
    }
  }
  // A machine without IPv6 fails there at once: what the first family told is what the host did.
  throw failed[0]?.error ?? buildFailure("dns", `The name ${url.hostname} has no address.`);
}

async function connectAddress(
  address: HostAddress,
  url: URL,
  { ms, signal }: { readonly ms: number; readonly signal: AbortSignal },
): Promise<Socket> {
  const port = address.port ?? findPort(url);
  const socket = connectTcp({ host: address.address, port, noDelay: true });
  const host = url.hostname;
  try {
    await limitTime(once(socket, "connect"), { host, ms, signal });
    return keepQuiet(socket);
  } catch (error) {
    keepQuiet(socket).destroy();
    throw describeNetworkError(error, host, "connect");
  }
}

/** The encrypted socket, or why there is none. Throws only the reason of an abort. */
async function tryHandshake(
  socket: Socket,
  url: URL,
  { profile, connectMs, signal }: HandshakeOptions,
): Promise<TLSSocket | Error> {
  const host = url.hostname.replace(/^\[|\]$/gu, "");
  const name = isIP(host) === 0 ? { servername: host } : {};
  try {
    const encrypted = connectTls({
      ...buildTlsOptions(profile),
      ...name,
      host,
      socket,
      rejectUnauthorized: false,
    });
    await limitTime(once(encrypted, "secureConnect"), { host, ms: connectMs, signal });
    return keepQuiet(encrypted);
  } catch (error) {
    socket.destroy();
    if (signal.aborted) throw error;
    return error instanceof Error ? error : new Error(String(error));
  }
}

function describeTls(socket: TLSSocket, profile: TlsProfile): Exchange["tls"] {
  return {
    profile,
    protocol: socket.getProtocol() ?? "unknown",
    fault: describeCertificateFault(socket.authorized ? null : socket.authorizationError),
  };
}

function findPort(url: URL): number {
  return Number(url.port || (url.protocol === "https:" ? 443 : 80));
}

interface TimeLimit {
  readonly host: string;
  readonly ms: number;
  readonly signal: AbortSignal;
}

/** The outcome of the work, FetchFailed `timeout` after `ms`, the signal's reason on abort. */
async function limitTime<T>(work: Promise<T>, { host, ms, signal }: TimeLimit): Promise<T> {
  signal.throwIfAborted();
  const { promise, reject } = rejectLater();
  const timer = setTimeout(() => {
    reject(buildFailure("timeout", `${host} let no connection come about in ${ms / 1000} s.`));
  }, ms);
  const abort = (): void => reject(signal.reason);
  signal.addEventListener("abort", abort, { once: true });
  try {
    return await Promise.race([work, promise]);
  } finally {
    clearTimeout(timer);
    signal.removeEventListener("abort", abort);
    work.catch(() => undefined);
  }
}

function rejectLater(): { promise: Promise<never>; reject: (reason: unknown) => void } {
  let reject: (reason: unknown) => void = () => undefined;
  const promise = new Promise<never>((_resolve, refuse) => {
    reject = refuse;
  });
  return { promise, reject };
}

/** An error between two readers of a socket has nobody to hear it and would end the process. */
function keepQuiet<T extends Socket>(socket: T): T {
  return socket.on("error", () => undefined);
}
