import type { Generated } from "kysely";
import type { CrawlTables } from "./crawl-tables.ts";
import type { LikenessTables } from "./likeness-tables.ts";

/**
 * The tables. One SQL serves SQLite and PostgreSQL, so: texts, integers and doubles only;
 * yes and no are 1 and 0; PostgreSQL gives sums and counts as text (`Count`), SQLite as numbers; times are ISO 8601 in UTC; lists and objects are JSON text.
 */
export interface Schema extends LikenessTables, CrawlTables {
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
  /** Where the page lies that led to this attachment; null for what no page led to. */
  readonly page: Generated<string | null>;
  /** The attachment that is the report which this page only leads to: the page has no version. */
  readonly leads_to: Generated<string | null>;
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
