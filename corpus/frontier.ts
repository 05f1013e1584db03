import type { AddressRole, FoundAddress, Hints, PageRequest, Trail } from "./address.ts";
import type { Absence } from "./absence.ts";
import type { FailureCause } from "./failure.ts";
import type { ListPlace } from "./list-place.ts";
import type { Render } from "./source.ts";

/** How it stands with a host: it may be asked (after `readyAt`), wants proof of a person, or is another's now. */
export const hostStates = ["open", "challenged", "lost"] as const;
export type HostState = (typeof hostStates)[number];

/**
 * What is known of a host. `readyAt` and `pacedUntil` are ISO 8601 in UTC: when it may be asked again after a failure,
 * and after its last answer. `habits` and `robots` are what the client and the manners keep of it, as JSON text.
 */
export interface HostRecord {
  readonly name: string;
  readonly state: HostState;
  readonly reason: string | null;
  readonly readyAt: string;
  readonly pacedUntil: string;
  readonly responseMs: number | null;
  readonly failures: number;
  readonly trips: number;
  readonly ip: string | null;
  readonly habits: string | null;
  readonly robots: string | null;
}

/** An address to be kept, with the key and the host that it has in the frontier. */
export interface NewAddress extends FoundAddress {
  readonly key: string;
  readonly host: string;
  readonly sourceId: string;
  readonly render: Render;
  /** The address whose page led here; null for an entry. */
  readonly via: number | null;
}

/** An address that one worker may fetch now, and its host, which nobody else asks until the lease ends. */
export interface Claim {
  readonly id: number;
  readonly sourceId: string;
  readonly render: Render;
  readonly role: AddressRole;
  readonly request: PageRequest;
  readonly hints: Hints;
  readonly trail: Trail;
  /** How often it was tried before without an answer. */
  readonly attempts: number;
  /** Why the last attempt gave nothing; null where it gave something or there was none. */
  readonly failure: FailureCause | null;
  readonly digest: string | null;
  readonly etag: string | null;
  readonly lastModified: string | null;
  readonly host: HostRecord;
}

/** What became of a claimed address: an answer with the digest of its content, or why there was none. */
export type VisitEnd =
  | {
      readonly state: "done";
      readonly status: number;
      readonly digest: string | null;
      readonly etag: string | null;
      readonly lastModified: string | null;
      /** No crawl asks for it again before, unless it visits everything; ISO 8601, left out where it need not rest. */
      readonly restUntil?: string;
      /** Null where it is no page of a list that tells; left out where nothing new was read. */
      readonly place?: ListPlace | null;
    }
  | {
      readonly state: "due" | "failed";
      readonly status: number | null;
      readonly failure: FailureCause;
      readonly reason: string;
      /** When it may be tried again, ISO 8601; of no account where it failed for good. */
      readonly dueAt: string;
      /** Left out where this visit says nothing of whether the content that is held is still there. */
      readonly absence?: Absence;
    };

/** How much of a kind there is. */
export interface FrontierCounts {
  readonly due: number;
  readonly done: number;
  readonly failed: number;
}

/** The order in which roles are fetched: what leads to more comes first. */
export const rolePriority: Readonly<Record<AddressRole, number>> = {
  entry: 0,
  column: 1,
  list: 2,
  frame: 2,
  report: 3,
  attachment: 4,
};
