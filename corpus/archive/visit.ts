import type { WireExchange } from "./wire-exchange.ts";

/**
 * A fetch to be archived. `exchanges` are the hops and last the answer; `fetched` are further answers that a browser
 * asked for while it made the page. `content` is what extraction reads and `digest` its SHA-256 in hex; after a 304 the
 * content is empty and the digest that of the content which is still valid. `rendered` says that the content is a
 * page's DOM. `metadata` is kept beside them as it is (via, source, charset, portal, robots).
 */
export interface Visit {
  readonly exchanges: readonly [WireExchange, ...WireExchange[]];
  readonly fetched?: readonly WireExchange[];
  readonly content: Uint8Array;
  readonly digest: string;
  readonly rendered?: boolean;
  readonly metadata: Readonly<Record<string, string | number | boolean | null>>;
}

/**
 * Where a fetch lies. `state` is `revisit` where the content was archived before and only a reference to it was
 * written, and `missing` where the host says 304 of a content that the archive does not hold: ask again without
 * conditions. `file`, `offset` and `length` are those of the record of the answer.
 */
export interface ArchivedVisit {
  readonly state: "stored" | "revisit" | "missing";
  readonly digest: string;
  readonly file: string;
  readonly offset: number;
  readonly length: number;
}
