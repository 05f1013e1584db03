import type { Generated } from "kysely";

/** What reports have in common. Everything here is derived from sections and can be computed anew at any time. */
export interface LikenessTables {
  readonly likeness_report: LikenessReportTable;
  readonly likeness_section: LikenessSectionTable;
  readonly likeness_band: LikenessBandTable;
  readonly likeness_match: LikenessMatchTable;
  readonly likeness_common: LikenessCommonTable;
}

/** A report that was compared, as its version `version_id` tells it and by the common shingles of `edition`. */
export interface LikenessReportTable {
  readonly report_id: string;
  readonly version_id: number;
  readonly edition: number;
  /** A report that was like this one is another one now: there may be a next one. */
  readonly again: Generated<number>;
}

/** A section that says enough to be compared. */
export interface LikenessSectionTable {
  readonly id: Generated<number>;
  readonly report_id: string;
  readonly position: number;
  /** Packed by min-hash.ts. */
  readonly signature: string;
}

/** `band_key` is one of min-hash.ts's, the same in sections that may be alike. */
export interface LikenessBandTable {
  readonly band_key: number;
  readonly section_id: number;
}

/** Two sections that are alike, as seen from the first. */
export interface LikenessMatchTable {
  readonly report_id: string;
  readonly position: number;
  readonly relation: string;
  readonly other_id: string;
  readonly other_position: number;
  readonly share: number;
}

/**
 * Shingles that many agencies write in sections of a kind. `edition` is how many agencies there were then. The row `*`
 * is always there: its edition is the one in force, -1 before the first, and whoever compares holds it.
 */
export interface LikenessCommonTable {
  readonly kind: string;
  readonly edition: number;
  readonly shingles: string;
}
