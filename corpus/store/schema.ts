import type { Generated } from "kysely";
import type { LikenessTables } from "./likeness-tables.ts";

/**
 * The tables. One SQL serves SQLite and PostgreSQL, so: texts, integers and doubles only;
 * yes and no are 1 and 0; PostgreSQL gives sums and counts as text (`Count`), SQLite as numbers; times are ISO 8601 in UTC; lists and objects are JSON text.
 */
export interface Schema extends LikenessTables {
  readonly division: DivisionTable;
  readonly agency: AgencyTable;
  readonly capture: CaptureTable;
  readonly report: ReportTable;
  readonly version: VersionTable;
  readonly section: SectionTable;
  readonly fact: FactTable;
  readonly finding: FindingTable;
  readonly year_finding: YearFindingTable;
  readonly indexing: IndexingTable;
  readonly archive_record: ArchiveRecordTable;
  readonly source: SourceTable;
  readonly host: HostTable;
  readonly ip: IpTable;
  readonly host_source: HostSourceTable;
  readonly address: AddressTable;
  readonly run: RunTable;
  readonly visit: VisitTable;
  readonly reading: ReadingTable;
}

/** A sum or count as it comes from the driver. */
export type Count = number | string;

/** Divisions that reports use, with all their parents. */
export interface DivisionTable {
  readonly code: string;
  readonly name: string;
  readonly parent: string | null;
  readonly level: string;
}

export interface AgencyTable {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly division_code: string | null;
}

export interface CaptureTable {
  readonly id: string;
  readonly digest: string;
  readonly address: string | null;
  readonly file: string | null;
  readonly captured_at: string;
  readonly status: number | null;
  readonly headers: string | null;
  readonly media_type: string;
  readonly charset: string | null;
  readonly bytes: number;
  readonly demo: number;
  /** When these bytes were last met at this address; null where that was only at `captured_at`. */
  readonly seen_at: Generated<string | null>;
  /** Since when the address no longer gives them, though nothing else either. */
  readonly gone_at: Generated<string | null>;
  /** The capture whose version says what this one says in other bytes or at another address; null where none does. */
  readonly same_as: Generated<string | null>;
}

/** `current_version` is chosen by find-current-version.ts. */
export interface ReportTable {
  readonly id: string;
  readonly agency_id: string;
  readonly year: number;
  readonly current_version: number | null;
}

export interface VersionTable {
  readonly id: Generated<number>;
  readonly report_id: string;
  readonly capture_id: string;
  readonly title: string;
  readonly printed_agency: string;
  readonly form: string | null;
  readonly published: string | null;
  readonly index_number: string | null;
  readonly document_number: string | null;
  readonly division_confidence: number | null;
  readonly division_evidence: string;
  readonly warnings: string;
  readonly dates: string | null;
  readonly attachments: string | null;
  readonly extracted_at: string;
}

export interface SectionTable {
  readonly version_id: number;
  readonly position: number;
  readonly kind: string;
  readonly heading: string;
  readonly text: string;
}

export interface FactTable {
  readonly version_id: number;
  readonly position: number;
  readonly table_key: string;
  readonly row_key: string;
  readonly column_key: string;
  readonly value: number | null;
  readonly raw: string;
  readonly unit: string | null;
  readonly label: string;
  readonly place: string;
}

export interface FindingTable extends FindingColumns {
  readonly version_id: number;
}

/** What was seen beside the report of the year before; kept apart, since it changes with either. */
export interface YearFindingTable extends FindingColumns {
  readonly report_id: string;
}

export interface FindingColumns {
  readonly position: number;
  readonly rule: string;
  readonly verdict: string;
  readonly message: string;
  readonly expected: number | null;
  readonly actual: number | null;
  readonly facts: string;
  readonly quote: string | null;
}

/**
 * What the search index still has to learn. A report is pending while `indexed_revision` lags behind `revision`.
 * The row outlives its report, so that the documents of a report that is gone are taken out of the index.
 */
export interface IndexingTable {
  readonly report_id: string;
  readonly revision: number;
  readonly indexed_revision: Generated<number>;
  readonly content_hash: string | null;
  readonly documents: Generated<number>;
}

/** Where an archived content lies: one gzip member of a WARC file. */
export interface ArchiveRecordTable {
  readonly file: string;
  readonly record_offset: number;
  readonly record_length: number;
  readonly type: string;
  readonly target: string;
  readonly recorded_at: string;
  readonly digest: string;
  readonly payload_digest: string;
  readonly visit_offset: number;
  readonly visit_length: number;
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
