import type { Relation } from "../../likeness/copied.ts";
import { groupBy } from "../../likeness/group-by.ts";
import type { ReportLikeness, SectionLikeness, SectionMatch } from "../../likeness/likeness.ts";
import { rankReports } from "../../likeness/rank-reports.ts";
import type { Store } from "../open-store.ts";
import type { Count } from "../schema.ts";

/** Reports that are named as like one. */
const namedReports = 10;

/** What a report, as its current version tells it, has in common with others as theirs do. */
export async function loadLikeness(
  store: Pick<Store, "db">,
  reportId: string,
): Promise<ReportLikeness> {
  const sections = await loadSectionLikeness(store, reportId);
  if (sections.length === 0) return { sections, reports: [] };
  const { count } = await store.db
    .selectFrom("likeness_section")
    .where("report_id", "=", reportId)
    .select((eb) => eb.fn.countAll<Count>().as("count"))
    .executeTakeFirstOrThrow();
  return { sections, reports: rankReports(sections, Number(count), namedReports) };
}

/** Sections of the report that are like others; what was compared and is another version by now is left out. */
export async function loadSectionLikeness(
  { db }: Pick<Store, "db">,
  reportId: string,
): Promise<readonly SectionLikeness[]> {
  const rows = await db
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
    .where("match.report_id", "=", reportId)
    .orderBy("match.position")
    .orderBy("match.share", "desc")
    .orderBy("match.other_id")
    .select(["match.position", "match.relation", "match.other_id", "match.other_position"])
    .select(["match.share", "agency.name as agency", "other.year"])
    .execute();
  const groups = groupBy(rows, ({ position }) => position);
  return [...groups].map(([position, group]) => ({
    position,
    matches: group.map((row): SectionMatch => ({
      relation: row.relation as Relation,
      reportId: row.other_id,
      position: row.other_position,
      agency: row.agency,
      year: row.year,
      share: row.share,
    })),
  }));
}
