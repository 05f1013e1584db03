/** Header fields in the order and spelling in which they went over the wire. */
type Fields = readonly (readonly [name: string, value: string])[];

/**
 * One request and its response, as much of it as the archive keeps. `body` is the entity without transfer coding and
 * with its content coding left on; `cutOff` tells why it is shorter than promised. Characters of fields up to U+00FF
 * stand for single bytes.
 */
export interface WireExchange {
  readonly url: string;
  /** ISO 8601 in UTC. */
  readonly startedAt: string;
  readonly request: {
    readonly method: string;
    readonly target: string;
    readonly headers: Fields;
    readonly body: Uint8Array | null;
  };
  readonly response: {
    readonly status: number;
    readonly statusText: string;
    readonly httpVersion: string;
    readonly headers: Fields;
    readonly body: Uint8Array;
    readonly cutOff: string | null;
  };
  readonly ip: string | null;
  readonly tls: {
    readonly profile: string;
    readonly protocol: string;
    readonly fault: string | null;
  } | null;
  readonly totalMs: number;
}
