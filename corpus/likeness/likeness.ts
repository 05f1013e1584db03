import type { SectionKind } from "../section.ts";
import type { Relation } from "./copied.ts";

/** From this share on a section is called copied: of ten sentences of equal length, not two are other ones. */
export const copiedShare = 0.7;
/** From this share on two sections are alike enough to lead from one to the other. */
export const alikeShare = 0.5;
/** Of fewer own shingles, about a sentence or two, chance makes a share: such texts are alike only where they are the same. */
export const minShingles = 50;
/** So many of the nearest sections are kept for each section and relation. */
export const keptMatches = 3;

/** A form of address and the attached tables are nobody's prose. */
const unheeded: ReadonlySet<SectionKind> = new Set(["preamble", "appendix"]);

/** Whether sections of this kind are compared. */
export function isCompared(kind: SectionKind): boolean {
  return !unheeded.has(kind);
}

/** A section of another report, by its report's id and its position there. */
export interface SectionMatch {
  readonly relation: Relation;
  readonly reportId: string;
  readonly position: number;
  readonly agency: string;
  readonly year: number;
  /** 0 to 1, from compute-share.ts: of what both say beside the form's own words, the share that both say. */
  readonly share: number;
}

/** A section that was compared, and those nearest to it, from the nearest down. */
export interface SectionLikeness {
  readonly position: number;
  readonly matches: readonly SectionMatch[];
}

/** Another report that is like one: `share` is the mean over the sections of this one that can be compared. */
export interface ReportMatch {
  readonly relation: Relation;
  readonly reportId: string;
  readonly agency: string;
  readonly year: number;
  readonly share: number;
  /** How many sections are alike. */
  readonly sections: number;
}

/** What a report has in common with others: `sections` are those that were compared, `reports` from the nearest down. */
export interface ReportLikeness {
  readonly sections: readonly SectionLikeness[];
  readonly reports: readonly ReportMatch[];
}

export const noLikeness: ReportLikeness = { sections: [], reports: [] };

/** Whether a section of this share is called copied. */
export function isCopied({ share }: Pick<SectionMatch, "share">): boolean {
  return share >= copiedShare;
}
