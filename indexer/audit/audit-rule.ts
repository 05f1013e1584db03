import type { Agency } from "../../corpus/agency.ts";
import type { Level } from "../../corpus/division.ts";
import type { UnplacedFact } from "../../corpus/fact.ts";
import type { Finding } from "../../corpus/finding.ts";
import type { Form, FormId } from "../../corpus/forms/form.ts";
import type { Section } from "../../corpus/section.ts";
import type { FactTable } from "./fact-table.ts";
import type { Claim } from "./prose/claim.ts";

/** What every rule has: `formula` and the explanations are what docs and pages show. */
export interface AuditRule {
  readonly code: string;
  readonly title: string;
  readonly formula: string;
  readonly zh: string;
  readonly en: string;
}

/** A rule about the numbers of one report alone. */
export interface TableRule extends AuditRule {
  readonly check: (table: FactTable, form: Form | null) => readonly Finding[];
}

/** One report with all that rules look at. `agency`, `level` and `year` are null where they are not known. */
export interface ReportToAudit {
  readonly facts: readonly UnplacedFact[];
  readonly form: Form | null;
  readonly preamble: string | null;
  readonly sections: readonly Section[];
  readonly agency: Pick<Agency, "name" | "kind"> | null;
  readonly level: Level | null;
  readonly year: number | null;
}

/** A report with its facts by key, its sections in reading order (the preamble first) and what its prose claims. */
export interface ReportReading extends ReportToAudit {
  readonly table: FactTable;
  readonly parts: readonly Section[];
  readonly claims: readonly Claim[];
}

/** A rule that needs more of a report than its numbers: its prose, its body, its year. */
export interface ReportRule extends AuditRule {
  readonly check: (reading: ReportReading) => readonly Finding[];
}

/**
 * A report as rules across years see it. `agencyId` tells whether two reports are of one body; `reorganized` is true
 * where that body was merged, split or renamed, or changed what it counts, since its report of the year before.
 */
export interface AuditedReport {
  readonly agencyId: string;
  readonly year: number;
  readonly form: FormId | null;
  readonly facts: readonly UnplacedFact[];
  readonly reorganized?: boolean;
}

/** Two reports with their facts by key. */
export interface YearPair {
  readonly previous: AuditedReport;
  readonly current: AuditedReport;
  readonly before: FactTable;
  readonly after: FactTable;
}

/** A rule about two reports of one body. `gap` is the sentence why they cannot be compared at all, else null. */
export interface YearRule extends AuditRule {
  readonly check: (pair: YearPair, gap: string | null) => readonly Finding[];
}
