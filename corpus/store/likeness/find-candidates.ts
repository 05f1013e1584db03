import type { Transaction } from "kysely";
import { groupBy } from "../../likeness/group-by.ts";
import { estimateShare } from "../../likeness/min-hash.ts";
import type { SectionKind } from "../../section.ts";
import type { Schema } from "../schema.ts";
import type { ComparedSection } from "./compared-section.ts";
import type { OwnNames } from "./own-names.ts";
import type { StaleReport } from "./stale-reports.ts";

/** A section of another report that may be like one of ours, with its text, in which its own names are masked. */
export interface Candidate {
  readonly id: number;
  readonly reportId: string;
  readonly agencyId: string;
  readonly versionId: number;
  readonly position: number;
  readonly kind: SectionKind;
  readonly text: string;
}

/** Of those with the most bands in common, so many are compared with a section. */
const comparedAtMost = 24;
/** Those that are estimated to share less are not worth reading: at 0.7 an estimate is that low in one of 100,000. */
const promisingShare = 0.4;

/** What may be like the sections of a report: `near` by position, `years` those of the same agency. */
export interface Candidates {
  readonly near: ReadonlyMap<number, readonly Candidate[]>;
  readonly years: readonly Candidate[];
  /** How many sections have a band. */
  readonly members: ReadonlyMap<number, number>;
}

/** Looks up which sections of other reports may be like those of this one. */
export async function findCandidates(
  trx: Transaction<Schema>,
  { reportId, agencyId }: StaleReport,
  { sections, names }: Sought,
): Promise<Candidates> {
  if (sections.length === 0) return { near: new Map(), years: [], members: new Map() };
  const bands = await loadBands(trx, reportId, sections);
  const chosen = await choosePromising(trx, sections, bands);
  const ids = [...new Set([...chosen.values()].flat())];
  const found = new Map(
    ids.length === 0 ? [] : (await loadCandidates(trx, ids, names)).map((one) => [one.id, one]),
  );
  const list = (wanted: readonly number[]) => wanted.flatMap((id) => found.get(id) ?? []);
  return {
    near: new Map([...chosen].map(([position, wanted]) => [position, list(wanted)])),
    years: await loadYears(trx, { reportId, agencyId }, names),
    members: new Map([...bands].map(([key, members]) => [key, members.length])),
  };
}

interface Sought {
  readonly sections: readonly ComparedSection[];
  readonly names: OwnNames;
}

type Bands = ReadonlyMap<number, readonly number[]>;

async function loadBands(
  trx: Transaction<Schema>,
  reportId: string,
  sections: readonly ComparedSection[],
): Promise<Bands> {
  const keys = [...new Set(sections.flatMap((section) => section.keys))];
  const rows = await trx
    .selectFrom("likeness_band")
    .where("band_key", "in", keys)
    .where("section_id", "not in", (eb) =>
      eb.selectFrom("likeness_section").where("report_id", "=", reportId).select("id"),
    )
    .orderBy("section_id")
    .select(["band_key", "section_id"])
    .execute();
  const groups = groupBy(rows, (row) => row.band_key);
  return new Map([...groups].map(([key, group]) => [key, group.map((row) => row.section_id)]));
}

/** The ids of what is worth reading for each section, by its position. */
async function choosePromising(
  trx: Transaction<Schema>,
  sections: readonly ComparedSection[],
  bands: Bands,
): Promise<ReadonlyMap<number, readonly number[]>> {
  const most = sections.map((own) => ({ ...own, ids: chooseMost(own, bands) }));
  const signatures = await loadSignatures(trx, [...new Set(most.flatMap(({ ids }) => ids))]);
  return new Map(
    most.map(({ position, signature, ids }) => [
      position,
      ids.filter((id) => estimateShare(signature, signatures.get(id) ?? "") >= promisingShare),
    ]),
  );
}

/** Two sections share a band the more often, the more alike they are. */
function chooseMost({ keys }: ComparedSection, bands: Bands): readonly number[] {
  const counts = new Map<number, number>();
  for (const id of keys.flatMap((key) => bands.get(key) ?? [])) {
    counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return [...counts]
    .toSorted(([a, most], [b, more]) => more - most || a - b)
    .slice(0, comparedAtMost)
    .map(([id]) => id);
}

async function loadSignatures(
  trx: Transaction<Schema>,
  ids: readonly number[],
): Promise<ReadonlyMap<number, string>> {
  if (ids.length === 0) return new Map();
  const rows = await trx
    .selectFrom("likeness_section")
    .where("id", "in", ids)
    .select(["id", "signature"])
    .execute();
  return new Map(rows.map(({ id, signature }) => [id, signature]));
}

async function loadCandidates(
  trx: Transaction<Schema>,
  ids: readonly number[],
  names: OwnNames,
): Promise<readonly Candidate[]> {
  const rows = await selectCandidates(trx).where("likeness_section.id", "in", ids).execute();
  return readCandidates(trx, rows, names);
}

/** All sections of the same agency in other years: these are few, and none is missed. */
async function loadYears(
  trx: Transaction<Schema>,
  { reportId, agencyId }: Pick<StaleReport, "reportId" | "agencyId">,
  names: OwnNames,
): Promise<readonly Candidate[]> {
  const rows = await selectCandidates(trx)
    .where("report.agency_id", "=", agencyId)
    .where("report.id", "!=", reportId)
    .execute();
  return readCandidates(trx, rows, names);
}

/** Compared sections of reports that still say what they said then. */
function selectCandidates(trx: Transaction<Schema>) {
  return trx
    .selectFrom("likeness_section")
    .innerJoin("likeness_report", "likeness_report.report_id", "likeness_section.report_id")
    .innerJoin("report", "report.id", "likeness_section.report_id")
    .innerJoin("section", (join) =>
      join
        .onRef("section.version_id", "=", "likeness_report.version_id")
        .onRef("section.position", "=", "likeness_section.position"),
    )
    .whereRef("report.current_version", "=", "likeness_report.version_id")
    .select(["likeness_section.id", "report.id as report_id", "report.agency_id"])
    .select(["section.version_id", "section.position", "section.kind", "section.text"]);
}

type Row = Awaited<ReturnType<ReturnType<typeof selectCandidates>["execute"]>>[number];

async function readCandidates(
  trx: Transaction<Schema>,
  rows: readonly Row[],
  names: OwnNames,
): Promise<readonly Candidate[]> {
  const agencies = rows.map((row) => row.agency_id);
  const maskOf = await names.load(trx, agencies);
  return rows.map((row) => ({
    id: row.id,
    reportId: row.report_id,
    agencyId: row.agency_id,
    versionId: row.version_id,
    position: row.position,
    kind: row.kind as SectionKind,
    text: maskOf(row.agency_id)(row.text),
  }));
}
