import type { Generated } from "kysely";

/** The frontier, crawls and what they brought. */
export interface CrawlTables {
  readonly source: SourceTable;
  readonly host: HostTable;
  readonly ip: IpTable;
  readonly host_source: HostSourceTable;
  readonly address: AddressTable;
  readonly run: RunTable;
  readonly visit: VisitTable;
  readonly reading: ReadingTable;
}

/** A place to crawl. `origin` is `list` (the project's), `added` (by a person) or `demo`; one that is removed stays known. */
export interface SourceTable {
  readonly id: string;
  readonly entry: string;
  readonly kind: string;
  readonly render: string;
  readonly division_code: string | null;
  readonly agency: string | null;
  readonly notes: string;
  readonly origin: string;
  readonly removed: Generated<number>;
  /** `auto`, a cron line or an interval; null where nobody asked for visits. */
  readonly schedule: Generated<string | null>;
  readonly next_at: Generated<string | null>;
  /** When a person asked for a visit that has not begun yet. */
  readonly wanted_at: Generated<string | null>;
  /** `retry` where the visit goes on with a stopped one of that cause; null where a person asked. */
  readonly wanted_as: Generated<string | null>;
  /** Why a worker refused to begin, and when; null since a crawl has begun. */
  readonly refusal: Generated<string | null>;
  readonly refused_at: Generated<string | null>;
  readonly claimed_by: Generated<string | null>;
  readonly paused: Generated<number>;
}

/**
 * What is known of a host, and who may ask it now. `ready_at` is when it may be asked again after a failure,
 * `paced_until` after the last answer; `habits` and `robots` are JSON text. Whoever holds the lease is the only one
 * that asks, so that an address needs no lease of its own.
 */
export interface HostTable {
  readonly name: string;
  readonly state: string;
  readonly reason: string | null;
  readonly ready_at: string;
  readonly paced_until: string;
  readonly leased_by: string | null;
  readonly lease_until: string;
  readonly response_ms: number | null;
  readonly failures: Generated<number>;
  readonly trips: Generated<number>;
  readonly ip: string | null;
  readonly habits: string | null;
  readonly robots: string | null;
}

/** An IP address that hosts share: it is asked for one of them at a time, `host` the last. */
export interface IpTable {
  readonly address: string;
  readonly host: string;
  readonly lease_until: string;
  readonly paced_until: string;
}

/** Sources and the hosts that addresses of theirs lie on. Kept beside the addresses, which are too many to be asked. */
export type HostSourceTable = Readonly<Record<"host" | "source_id", string>>;

/** `state` is `due`, `done` or `failed`; of the due ones those with the smallest `priority` come first. */
export interface AddressTable {
  readonly id: Generated<number>;
  readonly key: string;
  readonly host: string;
  readonly source_id: string;
  readonly render: string;
  readonly role: string;
  readonly request: string;
  readonly hints: string;
  readonly trail: string;
  readonly via: number | null;
  readonly state: string;
  readonly priority: number;
  readonly due_at: string;
  readonly attempts: Generated<number>;
  readonly status: number | null;
  readonly failure: string | null;
  readonly reason: string | null;
  readonly digest: string | null;
  readonly etag: string | null;
  readonly last_modified: string | null;
  readonly found_at: string;
  readonly visited_at: string | null;
  /** When a content that is held was first not found there any more, and how often since; null and 0 where it was. */
  readonly absent_since: Generated<string | null>;
  readonly absences: Generated<number>;
  /** How many pages the list says that it has, and which of them this is; null where it does not say. */
  readonly list_pages: Generated<number | null>;
  readonly list_page: Generated<number | null>;
}

/** One crawl of one source by the process `owner` (null in older ones); `heard_at` is the last sign of life of that. */
export interface RunTable {
  readonly id: Generated<number>;
  readonly source_id: string;
  readonly cause: string;
  readonly owner: string | null;
  readonly state: string;
  readonly started_at: string;
  readonly heard_at: string;
  readonly ended_at: string | null;
  readonly visits: Generated<number>;
  readonly failures: Generated<number>;
  /** Addresses that were new. */
  readonly found: Generated<number>;
  /** Contents that were new at their address and go to the indexer. */
  readonly contents: Generated<number>;
  readonly bytes: Generated<number>;
}

/** One visit to one address: what it gave, or why it gave nothing. `change` is what became of the content there. */
export interface VisitTable {
  readonly id: Generated<number>;
  readonly run_id: number;
  readonly address_id: number;
  readonly source_id: string;
  readonly host: string;
  readonly url: string;
  readonly role: string;
  readonly visited_at: string;
  readonly status: number | null;
  readonly failure: string | null;
  readonly reason: string | null;
  readonly change: string | null;
  readonly digest: string | null;
  readonly bytes: number;
  readonly took_ms: number;
}

/**
 * A content at an address that may be a report, archived and waiting to be read (`pending`), or what reading it gave
 * (`report`, `refused` with the reason). `url` is where it lay after redirects.
 */
export interface ReadingTable {
  readonly id: Generated<number>;
  readonly address_id: number;
  /** The visit that brought it first. */
  readonly visit_id: number;
  readonly digest: string;
  readonly state: string;
  readonly captured_at: string;
  readonly seen_at: string;
  readonly url: string;
  readonly status: number;
  readonly headers: string;
  readonly media_type: string;
  readonly charset: string | null;
  readonly bytes: number;
  readonly report_id: string | null;
  readonly reason: string | null;
}
