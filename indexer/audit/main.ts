import type { UnplacedFact } from "../../corpus/fact.ts";
import type { Finding } from "../../corpus/finding.ts";
import type { Form } from "../../corpus/forms/form.ts";
import type { AuditedReport, ReportReading, ReportToAudit } from "./audit-rule.ts";
import { reportRules, tableRules, yearRules } from "./audit-rules.ts";
import { FactTable } from "./fact-table.ts";
import { readClaims } from "./prose/read-claims.ts";
import { findGap } from "./years/find-gap.ts";

/** Checks the numbers of one report against each other: one finding per equation. No tables, no equations. */
export function auditFacts(facts: readonly UnplacedFact[], form: Form | null): readonly Finding[] {
  const table = new FactTable(facts);
  return tableRules.flatMap((rule) => rule.check(table, form));
}

/** Checks one report by every rule: its numbers, what its prose says of them, its body and its year. */
export function auditReport(report: ReportToAudit): readonly Finding[] {
  const reading = readForAudit(report);
  return [
    ...tableRules.flatMap((rule) => rule.check(reading.table, report.form)),
    ...reportRules.flatMap((rule) => rule.check(reading)),
  ];
}

/**
 * Checks a report against that of the year before. Findings belong to the current report. Where the two cannot be
 * compared (another body, a year between them, another form) the rules that would apply cannot tell.
 */
export function auditAcrossYears(
  previous: AuditedReport,
  current: AuditedReport,
): readonly Finding[] {
  const pair = {
    previous,
    current,
    before: new FactTable(previous.facts),
    after: new FactTable(current.facts),
  };
  const gap = findGap(pair);
  return yearRules.flatMap((rule) => rule.check(pair, gap));
}

function readForAudit(report: ReportToAudit): ReportReading {
  const { preamble, sections, year } = report;
  const parts =
    preamble === null
      ? sections
      : [{ kind: "preamble" as const, heading: "", text: preamble }, ...sections];
  const claims = readClaims({ sections: parts, year });
  return { ...report, parts, claims, table: new FactTable(report.facts) };
}
