import { type HostResolver, resolveHost } from "./resolve-host.ts";

/** What the client waits for, in milliseconds. `total` spans all hops of one fetch. */
export interface TimeOuts {
  readonly connect: number;
  readonly firstByte: number;
  readonly idle: number;
  readonly total: number;
}

/** Generous: portals of counties are slow, and a page that comes late is still a page. */
export const defaultTimeOuts: TimeOuts = {
  connect: 15_000,
  firstByte: 45_000,
  idle: 30_000,
  total: 180_000,
};

/**
 * `userAgent` names this program (`buildUserAgent`), `contact` is an e-mail address that goes into `From`, or null.
 * `maxBytes` bounds what is downloaded, `maxContentBytes` what it may unfold to. `allowPrivate` lets addresses inside
 * the network be fetched: for tests and the demo alone. `now` is the clock in milliseconds since 1970.
 */
export interface ClientOptions {
  readonly userAgent: string;
  readonly contact: string | null;
  readonly timeOuts: TimeOuts;
  readonly maxBytes: number;
  readonly maxContentBytes: number;
  readonly maxRedirects: number;
  readonly allowPrivate: boolean;
  readonly resolve: HostResolver;
  readonly now: () => number;
}

const defaults: Omit<ClientOptions, "userAgent"> = {
  contact: null,
  timeOuts: defaultTimeOuts,
  maxBytes: 50_000_000,
  maxContentBytes: 100_000_000,
  maxRedirects: 5,
  allowPrivate: false,
  resolve: resolveHost,
  now: Date.now,
};

/** What must be given, and what may. */
export type GivenOptions = Pick<ClientOptions, "userAgent"> & Partial<ClientOptions>;

const browserNames = /mozilla|applewebkit|chrome|safari|firefox|gecko|\bedge?\b|msie|opera/iu;

/** Fills in what was left out. Throws where the client would go under a browser's name or not be namable. */
export function completeOptions(given: GivenOptions): ClientOptions {
  const options = { ...defaults, ...given };
  if (!/^[\u0021-\u007E][\u0020-\u007E]{0,500}$/u.test(options.userAgent))
    throw new Error("The user agent must be one line of ASCII. Change the contact of the crawler.");
  if (browserNames.test(options.userAgent))
    throw new Error(
      `The crawler does not go under a browser's name (“${options.userAgent}”). Name it as itself.`,
    );
  return options;
}

/** How the crawler names itself; `contact` is an address of the web or of e-mail where its owner is found. */
export function buildUserAgent(version: string, contact: string | null): string {
  return contact === null ? `GongkaiBot/${version}` : `GongkaiBot/${version} (+${contact})`;
}
