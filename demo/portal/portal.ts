import type { Socket } from "node:net";
import type { Source } from "../../corpus/source.ts";

/** What a portal is asked. `url` is absolute under the reserved name; `at` is in milliseconds since 1970. */
export interface AskedPage {
  readonly url: URL;
  readonly method: string;
  /** Names in lower case; several values are joined by a comma. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly at: number;
  /** Aborted when whoever asks goes away. */
  readonly signal: AbortSignal;
}

/** An answer of HTTP as it is, headers in this order and spelling; nothing is added but Date, Content-Length and Connection. */
export interface ServedPage {
  readonly status: number;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: Uint8Array | string;
}

/** An answer that keeps to no rule: whatever it writes to the socket (wrong lengths, resets, endless bodies) goes out. */
export interface RawAnswer {
  readonly write: (socket: Socket) => void | Promise<void>;
}

/** A host by its reserved name (`www.qingshan.gov.test`). */
export interface PortalHost {
  readonly name: string;
  readonly serve: (asked: AskedPage) => ServedPage | RawAnswer | Promise<ServedPage | RawAnswer>;
}

/** A report that a person can reach in a portal, and everything that it prints. */
export interface TruthReport {
  readonly sourceId: string;
  /** Every address under which it may be met; the first is the one that its list links. */
  readonly addresses: readonly string[];
  /** SHA-256 of the content as it is served, in hex; null where it changes with each fetch. */
  readonly digest: string | null;
  readonly agency: string;
  readonly division: string;
  readonly year: number;
  /** Addresses of its attachments. */
  readonly attachments: readonly string[];
  /** What its tables print by `table.row.column`; null for a blank cell. */
  readonly facts: Readonly<Record<string, number | null>> | null;
  /** Whether it is a picture or a scan: only recognition of text reads its numbers. */
  readonly byRecognition: boolean;
}

/** A portal: its hosts, the sources that lead into it, what can be found there, and what must not be taken for a report. */
export interface Portal {
  readonly id: string;
  /** The numbers of the behaviours (test/portal/behaviours.ts) that it shows. */
  readonly behaviours: readonly number[];
  readonly hosts: readonly PortalHost[];
  readonly sources: readonly Source[];
  readonly truth: readonly TruthReport[];
  /** Addresses that look like reports and are none (readings, departmental budgets, rule-of-law reports). */
  readonly decoys: readonly string[];
}
