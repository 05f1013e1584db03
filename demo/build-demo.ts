import { Buffer } from "node:buffer";
import type { Gazetteer } from "../corpus/divisions/gazetteer.ts";
import { buildFacts, type DemoFacts, plantCells, readValue } from "./build-facts.ts";
import { buildPage } from "./build-page.ts";
import { demoAgencies } from "./demo-agencies.ts";
import type { DemoAgency, DemoReport, PlantedFinding } from "./demo-report.ts";
import { encodeGb18030 } from "./encode-gb18030.ts";
import { writeLayout } from "./layouts/write-layout.ts";
import { buildFileName } from "./list-demo.ts";

/** What a careful reader takes from a file of the demo. `facts` are by table, row and column. */
export interface DemoExpectation {
  readonly agency: string;
  readonly division: { readonly code: string; readonly path: readonly string[] };
  readonly level: string;
  readonly year: number;
  readonly form: string;
  readonly published: string | null;
  readonly sections: readonly string[];
  readonly facts: Readonly<
    Record<string, Readonly<Record<string, Readonly<Record<string, number | null>>>>>
  >;
  readonly planted: readonly PlantedFinding[];
}

export interface BuiltReport {
  readonly file: string;
  readonly bytes: Buffer;
  readonly expected: DemoExpectation;
}

/** Every report of the demo as the bytes of its file, and what is to be read from it. */
export function buildDemo(gazetteer: Gazetteer): readonly BuiltReport[] {
  return demoAgencies.flatMap((agency) => buildAgency(agency, gazetteer));
}

function buildAgency(agency: DemoAgency, gazetteer: Gazetteer): readonly BuiltReport[] {
  const correct = new Map<number, DemoFacts>();
  return agency.reports.map((report) => {
    const facts = buildFacts(report, correct.get(report.year - 1) ?? null);
    correct.set(report.year, facts);
    return buildReport(agency, report, { facts, gazetteer });
  });
}

function buildReport(
  agency: DemoAgency,
  report: DemoReport,
  { facts, gazetteer }: { readonly facts: DemoFacts; readonly gazetteer: Gazetteer },
): BuiltReport {
  const printed = plantCells(facts, report);
  const text = writeLayout(buildPage(agency, report, printed));
  const division = gazetteer.get(agency.division);
  if (!division) throw new Error(`demo/divisions.csv holds no ${agency.division}.`);
  return {
    file: buildFileName(agency, report),
    bytes: report.charset === "utf-8" ? Buffer.from(text) : encodeGb18030(text),
    expected: {
      agency: agency.name,
      division: gazetteer.buildPath(division),
      level: division.level,
      year: report.year,
      form: report.form,
      published: report.published,
      sections: report.sections.map(({ kind }) => kind),
      facts: nestFacts(printed),
      planted: report.planted?.findings ?? [],
    },
  };
}

function nestFacts(facts: DemoFacts): DemoExpectation["facts"] {
  const nested: Record<string, Record<string, Record<string, number | null>>> = {};
  for (const [key, value] of facts) {
    const [table = "", ...rest] = key.split(".");
    const column = rest.pop() ?? "";
    const rows = (nested[table] ??= {});
    const row = (rows[rest.join(".")] ??= {});
    row[column] = readValue(value);
  }
  return nested;
}
