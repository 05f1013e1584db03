import type { AgencyKind } from "../corpus/agency.ts";
import type { Level } from "../corpus/division.ts";
import type { FormId } from "../corpus/forms/form.ts";
import type { SectionKind } from "../corpus/section.ts";

/** Codes from the province down by depth, placeholders left out: 天津 120119 is `lvl1`. */
export interface RegionCodes {
  readonly lvl0?: string;
  readonly lvl1?: string;
  readonly lvl2?: string;
  readonly lvl3?: string;
}

/**
 * One section as the index `sections` holds it. `title`, `heading` and `content` are lossless segmented text
 * (pieces parted by U+2063: taking that out gives the original), and so are `names`, the agency's places and their
 * usual short names, by which all its sections are found. `py` is full pinyin and initials of
 * the agency's places and name. `places` is the names and codes of `region`, for hits.
 */
export interface SectionDocument {
  readonly id: string;
  readonly reportId: string;
  readonly title: string;
  readonly heading: string;
  readonly content: string;
  readonly names: readonly string[];
  readonly py: readonly string[];
  readonly agency: string;
  readonly kind: AgencyKind;
  readonly year: number;
  readonly published: string | null;
  readonly section: SectionKind;
  readonly position: number;
  readonly level: Level | null;
  readonly form: FormId | null;
  readonly region: RegionCodes;
  readonly places: readonly { readonly code: string; readonly name: string }[];
  readonly url: string | null;
  readonly demo: boolean;
}

/** One report as the index `reports` holds it, with its numbers as `m.<table>.<row>.<column>` for filters and sorting. */
export interface ReportDocument {
  readonly id: string;
  readonly title: string;
  readonly agency: string;
  readonly kind: AgencyKind;
  readonly year: number;
  readonly published: string | null;
  readonly level: Level | null;
  readonly form: FormId | null;
  readonly region: RegionCodes;
  readonly m: Metrics;
}

/** Numbers by table, row part and column; a null fact is left out. */
export interface Metrics {
  readonly [key: string]: number | Metrics;
}
