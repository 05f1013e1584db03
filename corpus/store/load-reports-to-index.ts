import type { AgencyKind } from "../agency.ts";
import type { TableKey, UnplacedFact } from "../fact.ts";
import type { Finding, Verdict } from "../finding.ts";
import type { FormId } from "../forms/form.ts";
import { groupBy } from "../likeness/group-by.ts";
import type { ReportToIndex } from "../report-to-index.ts";
import { buildTitle, type Region } from "../report.ts";
import type { Section, SectionKind } from "../section.ts";
import { findingColumns, parseFindingRow } from "./finding-row.ts";
import { loadRegions } from "./load-regions.ts";
import type { Store } from "./open-store.ts";

/** A report with what was found beside the year before when that was last audited, which its `findings` leave out. */
export interface LoadedReport extends ReportToIndex {
  readonly yearFindings: readonly Finding[];
}

/**
 * Reports as their current versions tell them, by id; those without one are left out. Some hundreds at a time: each
 * kind of what they have is one query.
 */
export async function loadReportsToIndex(
  store: Store,
  ids: readonly string[],
): Promise<ReadonlyMap<string, LoadedReport>> {
  const heads = ids.length === 0 ? [] : await loadHeads(store, ids);
  if (heads.length === 0) return new Map();
  const parts = await loadParts(store, heads);
  return new Map(heads.map((head) => [head.id, buildReport(head, parts)]));
}

type Head = Awaited<ReturnType<typeof loadHeads>>[number];
type Parts = Awaited<ReturnType<typeof loadParts>>;

async function loadHeads({ db }: Store, ids: readonly string[]) {
  return db
    .selectFrom("report")
    .innerJoin("agency", "agency.id", "report.agency_id")
    .innerJoin("version", "version.id", "report.current_version")
    .innerJoin("capture", "capture.id", "version.capture_id")
    .where("report.id", "in", ids)
    .select(["report.id", "report.agency_id", "report.year", "version.id as version"])
    .select(["agency.name as agency", "agency.kind", "agency.division_code as division"])
    .select(["version.title", "version.form", "version.published", "version.attachments"])
    .select(["capture.address", "capture.captured_at", "capture.demo"])
    .execute();
}

async function loadParts(store: Store, heads: readonly Head[]) {
  const ids = heads.map(({ id }) => id);
  const versions = heads.map(({ version }) => version);
  return {
    regions: await loadRegionsByCode(store, new Set(heads.map(({ division }) => division))),
    sections: await loadSections(store, versions),
    facts: await loadFacts(store, versions),
    verdicts: await loadVerdicts(store, versions),
    yearFindings: await loadYearFindings(store, ids),
    captures: await loadCaptures(store, ids),
  };
}

function buildReport(head: Head, parts: Parts): LoadedReport {
  const { id, version } = head;
  const regions = parts.regions.get(head.division) ?? [];
  return {
    id,
    agencyId: head.agency_id,
    agency: head.agency,
    kind: head.kind as AgencyKind,
    regions,
    level: regions.at(-1)?.level ?? null,
    year: head.year,
    title: head.title || buildTitle(head),
    form: head.form as FormId | null,
    published: head.published,
    demo: head.demo === 1,
    sections: parts.sections.get(version) ?? [],
    facts: parts.facts.get(version) ?? [],
    findings: parts.verdicts.get(version) ?? [],
    yearFindings: parts.yearFindings.get(id)?.map(parseFindingRow) ?? [],
    attachments: JSON.parse(head.attachments ?? "[]") as readonly unknown[],
    capture: { address: head.address, capturedAt: head.captured_at },
    versions: parts.captures.get(id) ?? [],
  };
}

async function loadRegionsByCode(
  store: Store,
  codes: ReadonlySet<string | null>,
): Promise<ReadonlyMap<string | null, readonly Region[]>> {
  const found = new Map<string | null, readonly Region[]>();
  for (const code of codes) found.set(code, await loadRegions(store, code));
  return found;
}

type ByVersion<Part> = ReadonlyMap<number, readonly Part[]>;

async function loadSections(
  { db }: Store,
  versions: readonly number[],
): Promise<ByVersion<Section>> {
  const rows = await db
    .selectFrom("section")
    .where("version_id", "in", versions)
    .orderBy("version_id")
    .orderBy("position")
    .select(["version_id as version", "kind", "heading", "text"])
    .$narrowType<{ kind: SectionKind }>()
    .execute();
  return groupBy(rows, ({ version }) => version);
}

async function loadFacts(
  { db }: Store,
  versions: readonly number[],
): Promise<ByVersion<UnplacedFact>> {
  const rows = await db
    .selectFrom("fact")
    .where("version_id", "in", versions)
    .orderBy("version_id")
    .orderBy("position")
    .select(["version_id as version", "table_key as table", "row_key as row"])
    .select(["column_key as column", "value", "raw", "unit", "label"])
    .$narrowType<{ table: TableKey }>()
    .execute();
  return groupBy(rows, ({ version }) => version);
}

async function loadVerdicts(
  { db }: Store,
  versions: readonly number[],
): Promise<ByVersion<Pick<Finding, "verdict">>> {
  const rows = await db
    .selectFrom("finding")
    .where("version_id", "in", versions)
    .distinct()
    .select(["version_id as version", "verdict"])
    .$narrowType<{ verdict: Verdict }>()
    .execute();
  return groupBy(rows, ({ version }) => version);
}

async function loadYearFindings({ db }: Store, ids: readonly string[]) {
  const rows = await db
    .selectFrom("year_finding")
    .where("report_id", "in", ids)
    .orderBy("report_id")
    .orderBy("position")
    .select("report_id as id")
    .select(findingColumns)
    .execute();
  return groupBy(rows, ({ id }) => id);
}

/** When each of a report's versions was captured. */
async function loadCaptures({ db }: Store, ids: readonly string[]) {
  const rows = await db
    .selectFrom("version")
    .innerJoin("capture", "capture.id", "version.capture_id")
    .where("version.report_id", "in", ids)
    .select(["version.report_id as id", "capture.captured_at as capturedAt"])
    .execute();
  const captures = rows.map(({ id, capturedAt }) => ({ id, capture: { capturedAt } }));
  return groupBy(captures, ({ id }) => id);
}
