import type { Relation } from "../../likeness/copied.ts";
import { groupBy } from "../../likeness/group-by.ts";
import type { ReportLikeness, SectionLikeness, SectionMatch } from "../../likeness/likeness.ts";
import { rankReports } from "../../likeness/rank-reports.ts";
import type { Store } from "../open-store.ts";

/** Reports that are named as like one. */
const namedReports = 10;

/** What a report, as its current version tells it, has in common with others as theirs do. */
export async function loadLikeness(
  store: Pick<Store, "db">,
  reportId: string,
): Promise<ReportLikeness> {
  const sections = await loadSectionLikeness(store, reportId);
  return { sections, reports: rankReports(sections, sections.length, namedReports) };
}

/** Sections of the report that were compared; what was compared and is another version by now is left out. */
export async function loadSectionLikeness(
  store: Pick<Store, "db">,
  reportId: string,
): Promise<readonly SectionLikeness[]> {
  return (await loadManyLikenesses(store, [reportId])).get(reportId) ?? [];
}

/** The same for many reports with two queries, by report; those without a section that was compared are left out. */
export async function loadManyLikenesses(
  store: Pick<Store, "db">,
  reportIds: readonly string[],
): Promise<ReadonlyMap<string, readonly SectionLikeness[]>> {
  if (reportIds.length === 0) return new Map();
  const matches = groupBy(await loadMatches(store, reportIds), (row) => row.report_id);
  const compared = groupBy(await loadCompared(store, reportIds), (row) => row.report_id);
  return new Map(
    [...compared].map(([id, rows]) => [id, readSections(rows, matches.get(id) ?? [])]),
  );
}

function loadCompared({ db }: Pick<Store, "db">, reportIds: readonly string[]) {
  return db
    .selectFrom("likeness_section as section")
    .innerJoin("likeness_report as compared", "compared.report_id", "section.report_id")
    .innerJoin("report", (join) =>
      join
        .onRef("report.id", "=", "compared.report_id")
        .onRef("report.current_version", "=", "compared.version_id"),
    )
    .where("section.report_id", "in", reportIds)
    .orderBy("section.report_id")
    .orderBy("section.position")
    .select(["section.report_id", "section.position"])
    .execute();
}

type ComparedRow = Awaited<ReturnType<typeof loadCompared>>[number];

function loadMatches({ db }: Pick<Store, "db">, reportIds: readonly string[]) {
  return db
    .selectFrom("likeness_match as match")
    .innerJoin("likeness_report as compared", "compared.report_id", "match.report_id")
    .innerJoin("report", (join) =>
      join
        .onRef("report.id", "=", "compared.report_id")
        .onRef("report.current_version", "=", "compared.version_id"),
    )
    .innerJoin("likeness_report as other_compared", "other_compared.report_id", "match.other_id")
    .innerJoin("report as other", (join) =>
      join
        .onRef("other.id", "=", "other_compared.report_id")
        .onRef("other.current_version", "=", "other_compared.version_id"),
    )
    .innerJoin("agency", "agency.id", "other.agency_id")
    .where("match.report_id", "in", reportIds)
    .orderBy("match.report_id")
    .orderBy("match.position")
    .orderBy("match.share", "desc")
    .orderBy("match.other_id")
    .select([
      "match.report_id",
      "match.position",
      "match.relation",
      "match.other_id",
      "match.other_position",
    ])
    .select(["match.share", "agency.name as agency", "other.year"])
    .execute();
}

type MatchRow = Awaited<ReturnType<typeof loadMatches>>[number];

function readSections(
  compared: readonly ComparedRow[],
  matches: readonly MatchRow[],
): readonly SectionLikeness[] {
  const groups = groupBy(matches, ({ position }) => position);
  return compared.map(({ position }) => ({
    position,
    matches: (groups.get(position) ?? []).map(readMatch),
  }));
}

function readMatch(row: MatchRow): SectionMatch {
  return {
    relation: row.relation as Relation,
    reportId: row.other_id,
    position: row.other_position,
    agency: row.agency,
    year: row.year,
    share: row.share,
  };
}
