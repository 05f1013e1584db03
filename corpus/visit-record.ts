import type { AddressRole, Hints } from "./address.ts";
import type { FailureCause } from "./failure.ts";

/**
 * What became of the content of an address since the visit before: it is `new` there, the `same` bytes, other bytes that
 * say the same (`cosmetic`), other words (`text`), other numbers (`figures`), other attachments only (`attachment`); it
 * `moved` to another address, or is `gone`. The crawler tells new, same, gone and `changed`; reading tells the rest apart.
 */
export const contentChanges = [
  "new",
  "same",
  "changed",
  "cosmetic",
  "text",
  "figures",
  "attachment",
  "moved",
  "gone",
] as const;
export type ContentChange = (typeof contentChanges)[number];

/** One visit as it is kept. `url` is where the content lay after redirects, or the address that gave nothing. */
export interface VisitRecord {
  readonly runId: number;
  readonly sourceId: string;
  readonly host: string;
  readonly url: string;
  readonly role: AddressRole;
  readonly status: number | null;
  readonly failure: FailureCause | null;
  readonly reason: string | null;
  readonly change: ContentChange | null;
  readonly digest: string | null;
  /** Of the answer as it came over the wire. */
  readonly bytes: number;
  readonly tookMs: number;
}

/** An archived content that may be a report. `headers` are those of the answer by lower-case name. */
export interface NewReading {
  readonly digest: string;
  readonly url: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly mediaType: string;
  readonly charset: string | null;
  readonly bytes: number;
}

/** One that waits, with what the way to it told. `via` is the address whose page led to it. */
export interface PendingReading extends NewReading {
  readonly id: number;
  readonly addressId: number;
  readonly visitId: number;
  readonly sourceId: string;
  readonly role: AddressRole;
  readonly hints: Hints;
  readonly via: number | null;
  /** What the way to that page told; null where there is none. */
  readonly pageHints: Hints | null;
  readonly capturedAt: string;
  readonly seenAt: string;
  /** Division code and agency of the source, for contents that do not say themselves whose they are. */
  readonly division: string | null;
  readonly agency: string | null;
  readonly demo: boolean;
}
