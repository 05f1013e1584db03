import type { Report } from "../report.ts";
import { diffFacts } from "./diff-facts.ts";
import { diffSections, pairSections } from "./diff-sections.ts";
import { headFields, type ChangeCounts, type HeadChange, type ReportDiff } from "./report-diff.ts";

/** What two versions are compared by. */
export type Comparable = Pick<Report, "sections" | "facts">;

/** What the newer version `to` says otherwise than the older one `from`. Long texts cost bounded time. */
export function diffReports(from: Report, to: Report): ReportDiff {
  return {
    head: diffHeads(from, to),
    sections: diffSections(from.sections, to.sections),
    facts: diffFacts(from.facts, to.facts),
  };
}

/** How much differs, without finding out what: cheap enough for a list of versions. */
export function countChanges(from: Comparable, to: Comparable): ChangeCounts {
  return {
    facts: diffFacts(from.facts, to.facts).length,
    sections: pairSections(from.sections, to.sections).filter((pair) => !pair.isProseSame).length,
  };
}

function diffHeads(from: Report, to: Report): readonly HeadChange[] {
  return headFields
    .filter((field) => from[field] !== to[field])
    .map((field) => ({ field, from: from[field], to: to[field] }));
}
