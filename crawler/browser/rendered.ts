import type { PageRequest } from "../../corpus/address.ts";
import type { Exchange, Fetched } from "../http/exchange.ts";

/** The document of a frame within a page, by its address. */
export interface RenderedFrame {
  readonly url: string;
  readonly content: Uint8Array;
}

/** Data that a page asked for: the request as it can be asked again by HTTP, and what came. */
export interface DataAnswer {
  readonly request: PageRequest;
  readonly fetched: Fetched;
}

/**
 * An address as a browser shows it. It is a `Fetched` whose `content` is the page's DOM in UTF-8 after its scripts have
 * run, where `rendered` is true; else the answer as it came: a file, a challenge, or a redirect to another host by HTTP
 * or by script (`movedTo`). `exchanges` are the documents that led here and `url` is where scripts left it.
 */
export interface Rendered extends Fetched {
  readonly rendered: boolean;
  /** The data that the page asked for: JSON, JSONP, XML, and HTML of frames and of parts. */
  readonly answers: readonly DataAnswer[];
  /** The exchanges of `answers`, byte for byte as received, for `Visit.fetched`. */
  readonly fetched: readonly Exchange[];
  /** Documents of frames of the same host, after their scripts have run. */
  readonly frames: readonly RenderedFrame[];
  /** Everything that was asked of hosts, documents and redirects included. */
  readonly requests: number;
  /** False where time ran out before the page was at rest. */
  readonly isQuiet: boolean;
  /** Addresses that the page wanted and that nobody was asked for: out of scope, or too many; at most 200. */
  readonly refused: readonly string[];
}
