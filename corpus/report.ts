import { createHash } from "node:crypto";
import type { Agency, AgencyKind } from "./agency.ts";
import type { Attachment } from "./attachment.ts";
import type { DivisionPath, Level } from "./division.ts";
import type { Extraction } from "./extraction.ts";
import type { Fact } from "./fact.ts";
import type { Finding } from "./finding.ts";
import type { FormId } from "./forms/form.ts";
import type { ReportDates } from "./report-dates.ts";
import type { Section } from "./section.ts";

/** A place on the way from the province down, as hits and pages show it. */
export interface Region {
  readonly code: string;
  readonly name: string;
  readonly level: Level;
}

/**
 * One agency and one year, as one version tells it: `capture` is that version's. `regions` run from the province
 * down, `versions` from the newest back.
 */
export interface Report {
  readonly id: string;
  readonly agencyId: string;
  readonly agency: string;
  readonly printedAgency: string;
  readonly kind: AgencyKind;
  readonly regions: readonly Region[];
  readonly level: Level | null;
  readonly year: number;
  readonly title: string;
  readonly form: FormId | null;
  readonly published: string | null;
  readonly indexNumber: string | null;
  readonly documentNumber: string | null;
  readonly demo: boolean;
  readonly sections: readonly Section[];
  readonly facts: readonly Fact[];
  readonly findings: readonly Finding[];
  readonly warnings: readonly string[];
  readonly dates: ReportDates;
  readonly attachments: readonly Attachment[];
  readonly capture: ReportCapture;
  readonly versions: readonly ReportVersion[];
}

/** The stored copy that a report was read from. */
export interface ReportCapture {
  readonly digest: string;
  readonly address: string | null;
  readonly file: string | null;
  /** The page that led to it, where it is an attachment. */
  readonly page: string | null;
  readonly capturedAt: string;
  readonly mediaType: string;
  readonly charset: string | null;
  readonly bytes: number;
}

/** One reading of a report: the newest is `current`. */
export interface ReportVersion {
  readonly capture: ReportCapture;
  readonly extractedAt: string;
  readonly current: boolean;
}

/** Stable id of an agency: its division's code (`0` where unknown) and a hash of its own name. */
export function buildAgencyId(agency: Pick<Agency, "name">, division: DivisionPath | null): string {
  const hash = createHash("sha256").update(agency.name).digest("hex").slice(0, 8);
  return `${division?.code ?? "0"}-${hash}`;
}

/** Stable id of a report, safe as an id of the search engine (`120119102-1f3a9c2e-2024`). */
export function buildReportId(agencyId: string, year: number): string {
  return `${agencyId}-${year}`;
}

/** The id of the same body's report of the next year, whether one is held or not. */
export function findNextReportId(id: string): string {
  const at = id.lastIndexOf("-") + 1;
  return buildReportId(id.slice(0, at - 1), Number(id.slice(at)) + 1);
}

/** All sections in reading order, the preamble first. */
export function listSections(
  extraction: Pick<Extraction, "preamble" | "sections">,
): readonly Section[] {
  const { preamble, sections } = extraction;
  return preamble === null
    ? sections
    : [{ kind: "preamble", heading: "", text: preamble }, ...sections];
}

/** The title that readers see where the file prints none. */
export function buildTitle(report: { readonly agency: string; readonly year: number }): string {
  return `${report.agency}${report.year}年政府信息公开工作年度报告`;
}
