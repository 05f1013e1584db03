/** How strictly TLS is spoken: as today, with legacy renegotiation, or with TLS 1.0 and weak ciphers. */
export const tlsProfiles = ["strict", "legacy", "old"] as const;
export type TlsProfile = (typeof tlsProfiles)[number];

/**
 * Header fields in the order and spelling in which they went over the wire, one character per byte (Latin-1): what a
 * portal writes in GBK or UTF-8 is had by `Buffer.from(value, "latin1")`.
 */
export type HeaderList = readonly (readonly [name: string, value: string])[];

/**
 * One request and its response as received. `body` is the entity as it came: without transfer coding, with its content
 * coding (gzip) left on. `cutOff` tells why the body is shorter than promised, null where it is whole.
 */
export interface Exchange {
  readonly url: string;
  /** ISO 8601 in UTC. */
  readonly startedAt: string;
  readonly request: {
    readonly method: "GET" | "POST";
    readonly target: string;
    readonly headers: HeaderList;
    readonly body: Uint8Array | null;
  };
  readonly response: {
    readonly status: number;
    readonly statusText: string;
    readonly httpVersion: string;
    readonly headers: HeaderList;
    readonly body: Uint8Array;
    readonly cutOff: string | null;
  };
  readonly ip: string | null;
  /** Null for plain HTTP; `fault` is what is wrong with the certificate, null where nothing is. */
  readonly tls: {
    readonly profile: TlsProfile;
    readonly protocol: string;
    readonly fault: string | null;
  } | null;
  readonly firstByteMs: number;
  readonly totalMs: number;
}

/** What the client learnt of a host and tries first the next time. */
export interface HostHabits {
  readonly tls: TlsProfile;
  /** 4 or 6 where one of them failed, null while both are as good. */
  readonly family: 4 | 6 | null;
}

/**
 * An address fetched: `exchanges` are the hops, the last one the answer. `content` is the entity with its content coding
 * undone, `headers` the fields by lower-case
 * name, `mediaType` what the bytes are, `charset` what text is decoded with (null for other files).
 * `movedTo` is the target of a redirect to another host, which is an address of its own; null else.
 */
export interface Fetched {
  readonly exchanges: readonly [Exchange, ...Exchange[]];
  readonly url: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly content: Uint8Array;
  readonly mediaType: string;
  readonly charset: string | null;
  readonly movedTo: string | null;
  readonly habits: HostHabits;
}
