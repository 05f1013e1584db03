import { noDates } from "../../corpus/report-dates.ts";
import type { Region, Report } from "../../corpus/report.ts";
import type { SectionKind } from "../../corpus/section.ts";

/** A fictional province with a county and two towns, and a municipality whose county stands a level higher. */
export const fictionalRegions = {
  jadeTown: [
    { code: "91", name: "云岫省", level: "province" },
    { code: "9101", name: "青溪市", level: "city" },
    { code: "910121", name: "和平县", level: "county" },
    { code: "910121101", name: "官庄镇", level: "township" },
  ],
  pineTown: [
    { code: "91", name: "云岫省", level: "province" },
    { code: "9101", name: "青溪市", level: "city" },
    { code: "910121", name: "和平县", level: "county" },
    { code: "910121102", name: "松岭乡", level: "township" },
  ],
  riverCounty: [
    { code: "92", name: "碧海市", level: "province" },
    { code: "920119", name: "临江区", level: "county" },
  ],
} satisfies Readonly<Record<string, readonly Region[]>>;

export const fictionalNames: readonly string[] = [
  ...new Set(Object.values(fictionalRegions).flatMap((path) => path.map(({ name }) => name))),
];

export interface ReportSeed {
  readonly regions: readonly Region[];
  readonly year: number;
  readonly agency?: string;
  readonly sections: readonly (readonly [SectionKind, string, string])[];
  readonly facts?: Report["facts"];
}

/** A report with these sections (kind, heading, text). */
export function buildFictionalReport(seed: ReportSeed): Report {
  const place = seed.regions.at(-1);
  const agency = seed.agency ?? `${place?.name ?? ""}人民政府`;
  const agencyId = `${place?.code ?? "0"}-0a0b0c0d`;
  const capture = {
    digest: "0".repeat(64),
    address: `https://www.example.cn/${agencyId}/${seed.year}.html`,
    file: null,
    page: null,
    capturedAt: "2025-02-01T00:00:00Z",
    mediaType: "text/html",
    charset: "utf-8",
    bytes: 1000,
  };
  return {
    id: `${agencyId}-${seed.year}`,
    agencyId,
    agency,
    printedAgency: agency,
    kind: "government",
    regions: seed.regions,
    level: place?.level ?? null,
    year: seed.year,
    title: `${place?.name ?? ""}${seed.year}年政府信息公开工作年度报告`,
    form: seed.year >= 2021 ? "2021" : "2019",
    published: `${seed.year + 1}-01-20`,
    indexNumber: null,
    documentNumber: null,
    demo: true,
    sections: seed.sections.map(([kind, heading, text]) => ({ kind, heading, text })),
    facts: seed.facts ?? [],
    findings: [],
    warnings: [],
    dates: noDates,
    attachments: [],
    capture,
    versions: [{ capture, extractedAt: capture.capturedAt, current: true }],
  };
}
