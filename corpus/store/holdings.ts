import { sql } from "kysely";
import type { AgencyKind } from "../agency.ts";
import type { Level } from "../division.ts";
import type { Holdings } from "../holdings.ts";
import type { Store } from "./open-store.ts";
import type { Count } from "./schema.ts";

export async function loadHoldings({ db }: Store): Promise<Holdings> {
  const reports = await db
    .selectFrom("report")
    .select((eb) => [
      eb.fn.countAll<Count>().as("reports"),
      eb.fn.count<Count>("agency_id").distinct().as("agencies"),
      eb.fn.min("year").as("oldest"),
      eb.fn.max("year").as("newest"),
    ])
    .executeTakeFirstOrThrow();
  const sections = await db
    .selectFrom("section")
    .innerJoin("report", "report.current_version", "section.version_id")
    .select((eb) => eb.fn.countAll<Count>().as("sections"))
    .executeTakeFirstOrThrow();
  const demo = await db
    .selectFrom("report")
    .innerJoin("version", "version.id", "report.current_version")
    .innerJoin("capture", "capture.id", "version.capture_id")
    .where("capture.demo", "=", 1)
    .select((eb) => [eb.fn.countAll<Count>().as("reports")])
    .executeTakeFirstOrThrow();
  return {
    reports: Number(reports.reports),
    sections: Number(sections.sections),
    agencies: Number(reports.agencies),
    oldestYear: reports.oldest,
    newestYear: reports.newest,
    demoReports: Number(demo.reports),
  };
}

/** A division with the number of reports of agencies in it or below it. */
export interface HeldPlace {
  readonly code: string;
  readonly name: string;
  readonly parent: string | null;
  readonly level: Level;
  readonly reports: number;
}

export async function loadHeldPlaces({ db }: Store): Promise<readonly HeldPlace[]> {
  const divisions = await db.selectFrom("division").selectAll().orderBy("code").execute();
  const counts = await db
    .selectFrom("report")
    .innerJoin("agency", "agency.id", "report.agency_id")
    .where("agency.division_code", "is not", null)
    .groupBy("agency.division_code")
    .select(["agency.division_code as code", sql<Count>`count(*)`.as("reports")])
    .execute();
  const parents = new Map(divisions.map((division) => [division.code, division.parent]));
  const totals = new Map<string, number>();
  for (const { code, reports } of counts) {
    for (let at: string | null = code; at !== null; at = parents.get(at) ?? null) {
      totals.set(at, (totals.get(at) ?? 0) + Number(reports));
    }
  }
  return divisions.map((division) => ({
    ...division,
    level: division.level as Level,
    reports: totals.get(division.code) ?? 0,
  }));
}

/** An agency with the number of its reports. */
export interface HeldAgency {
  readonly id: string;
  readonly name: string;
  readonly kind: AgencyKind;
  readonly divisionCode: string | null;
  readonly reports: number;
}

export async function loadHeldAgencies({ db }: Store): Promise<readonly HeldAgency[]> {
  const rows = await db
    .selectFrom("agency")
    .innerJoin("report", "report.agency_id", "agency.id")
    .groupBy(["agency.id", "agency.name", "agency.kind", "agency.division_code"])
    .select([
      "agency.id",
      "agency.name",
      "agency.kind",
      "agency.division_code",
      sql<Count>`count(*)`.as("reports"),
    ])
    .orderBy("agency.id")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    kind: row.kind as AgencyKind,
    divisionCode: row.division_code,
    reports: Number(row.reports),
  }));
}
