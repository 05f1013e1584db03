import type { ReportMatch, SectionLikeness } from "./likeness.ts";

/**
 * The reports nearest to one by the mean share over its `compared` sections, those that are not alike counting 0;
 * two sections that are alike to the same section are both counted, a section is counted once. At most `limit`.
 */
export function rankReports(
  sections: readonly SectionLikeness[],
  compared: number,
  limit: number,
): readonly ReportMatch[] {
  const found = new Map<string, ReportMatch>();
  for (const { matches } of sections) {
    const nearest = new Map(matches.toReversed().map((match) => [match.reportId, match]));
    for (const { relation, reportId, agency, year, share } of nearest.values()) {
      const known = found.get(reportId) ?? { share: 0, sections: 0 };
      const sum = { share: known.share + share, sections: known.sections + 1 };
      found.set(reportId, { relation, reportId, agency, year, ...sum });
    }
  }
  return [...found.values()]
    .map((match) => ({ ...match, share: match.share / Math.max(compared, 1) }))
    .toSorted((a, b) => b.share - a.share || (a.reportId < b.reportId ? -1 : 1))
    .slice(0, limit);
}
