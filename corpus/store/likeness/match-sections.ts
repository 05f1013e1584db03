import { computeShare } from "../../likeness/compute-share.ts";
import type { Relation } from "../../likeness/copied.ts";
import { groupBy } from "../../likeness/group-by.ts";
import { alikeShare, copiedShare, keptMatches } from "../../likeness/likeness.ts";
import type { ShingleReader } from "../../likeness/shingle-reader.ts";
import { buildTextName, type ComparedSection } from "./compared-section.ts";
import type { Candidate, Candidates } from "./find-candidates.ts";
import type { StaleReport } from "./stale-reports.ts";

/** Two sections that are alike, as seen from the first. */
export interface Match {
  readonly reportId: string;
  readonly position: number;
  readonly relation: Relation;
  readonly otherId: string;
  readonly otherPosition: number;
  readonly share: number;
}

/** Compares the texts of a report's sections with those of the candidates; all that are alike, in no order. */
export function matchSections(
  report: StaleReport,
  sections: readonly ComparedSection[],
  { candidates, reader }: { readonly candidates: Candidates; readonly reader: ShingleReader },
): readonly Match[] {
  return sections.flatMap((own) => {
    const years = candidates.years.filter(({ kind }) => kind === own.kind);
    const all = [...(candidates.near.get(own.position) ?? []), ...years];
    const different = new Map(all.map((candidate) => [candidate.id, candidate]));
    return [...different.values()].flatMap((candidate) => {
      const share = computeShare(own.shingles, reader.read(nameText(candidate)));
      return share < alikeShare ? [] : [buildMatch(report, own, { ...candidate, share })];
    });
  });
}

function nameText({ versionId, position, kind, text }: Candidate) {
  return { name: buildTextName(versionId, position), kind, text };
}

function buildMatch(
  { reportId, agencyId }: StaleReport,
  { position }: ComparedSection,
  other: Candidate & { readonly share: number },
): Match {
  const relation = other.agencyId === agencyId ? "year" : "agency";
  const { reportId: otherId, position: otherPosition, share } = other;
  return { reportId, position, relation, otherId, otherPosition, share };
}

/** The same match as seen from the other section. */
export function turnMatch(match: Match): Match {
  const { reportId, position, otherId, otherPosition } = match;
  return {
    ...match,
    reportId: otherId,
    position: otherPosition,
    otherId: reportId,
    otherPosition: position,
  };
}

/** Of the matches of sections, the three nearest for each section and relation; those that come first before equals. */
export function keepNearest(matches: readonly Match[]): readonly Match[] {
  const groups = groupBy(matches, ({ reportId, position, relation }) =>
    JSON.stringify([reportId, position, relation]),
  );
  return [...groups.values()].flatMap((group) =>
    group.toSorted((a, b) => b.share - a.share).slice(0, keptMatches),
  );
}

/** Which sections are copied and from whom, as one text that tells whether anything became another. */
export function describeCopies(matches: readonly Match[]): string {
  const copies = matches
    .filter(({ share }) => share >= copiedShare)
    .map(({ position, relation }) => `${position} ${relation}`);
  return [...new Set(copies)].toSorted().join(", ");
}
