import type { AgencyKind } from "../../corpus/agency.ts";
import type { Level } from "../../corpus/division.ts";
import type { FormId } from "../../corpus/forms/form.ts";
import type { CopiedKind } from "../../corpus/likeness/copied.ts";
import type { SectionKind } from "../../corpus/section.ts";
import type { AttachmentState } from "./attachment-state.ts";
import type { FindingState } from "./finding-state.ts";

/** Codes from the province down by depth, placeholders left out: 天津 120119 is `lvl1`. */
export interface RegionCodes {
  readonly lvl0?: string;
  readonly lvl1?: string;
  readonly lvl2?: string;
  readonly lvl3?: string;
}

/** Texts as they are found, see grams/build-grams.ts. `rest` is what the engine would not read of a long content. */
export interface SectionGrams {
  /** What the agency is called by itself: a government by its place, a department without it. */
  readonly own: readonly string[];
  readonly title: string;
  readonly heading: string;
  readonly content: string;
  readonly rest: Readonly<Record<string, string>>;
  /** The agency, its places and their usual short names, by which all its sections are found. */
  readonly names: readonly string[];
  /** Every character and mark of all these, each once: for searches of a single one. */
  readonly signs: string;
}

/**
 * One section as the index `sections` holds it. `title`, `heading` and `content` are as printed, for hits; `grams` are
 * what they are found by. `py` is full pinyin and initials of the agency's places and name, to be found by their
 * beginnings. `places` is the names and codes of `region`, for hits.
 */
export interface SectionDocument {
  readonly id: string;
  readonly reportId: string;
  readonly title: string;
  readonly heading: string;
  readonly content: string;
  readonly grams: SectionGrams;
  readonly py: readonly string[];
  readonly agency: string;
  readonly kind: AgencyKind;
  readonly year: number;
  readonly published: string | null;
  /** When its report was first held: milliseconds since 1970. */
  readonly added: number;
  readonly section: SectionKind;
  readonly position: number;
  readonly level: Level | null;
  readonly form: FormId | null;
  readonly findings: FindingState;
  readonly attachment: AttachmentState;
  /** Whose text it repeats: another agency's, its own of another year, both, or `none`. */
  readonly copied: readonly CopiedKind[];
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
