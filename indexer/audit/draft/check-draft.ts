import type { Extraction } from "../../../corpus/extraction.ts";
import type { Finding } from "../../../corpus/finding.ts";
import type { Form } from "../../../corpus/forms/form.ts";
import { findForm } from "../../../corpus/forms/forms.ts";
import { describeBlankTable } from "../../extract/tables/describe-blank-table.ts";
import { auditAcrossYears, auditReport } from "../main.ts";
import type { DraftIssue, IssueKind, Severity } from "./draft-issue.ts";
import { findMissingParts } from "./find-missing-parts.ts";

/** What a clerk should know before publishing: what to mend first, and how many rules hold. */
export interface DraftCheck {
  readonly issues: readonly DraftIssue[];
  readonly holds: number;
  /** Rules of arithmetic that cannot be told because of missing cells, which are issues themselves. */
  readonly untold: number;
}

const kinds: Readonly<Record<string, IssueKind>> = {
  T: "sums",
  I: "sums",
  P: "prose",
  L: "plausibility",
  X: "years",
};
const periodRules = new Set(["L-b", "L-c"]);
const order: readonly Severity[] = ["error", "warning", "notice"];

/** Checks a draft by itself and, where it is given, against the report of the year before. */
export function checkDraft(draft: Extraction, previous: Extraction | null): DraftCheck {
  const form = draft.form === null ? null : findForm(draft.form);
  const findings = [...auditReport({ ...draft, form }), ...compareYears(draft, previous)];
  const issues = [
    ...findMissingParts(draft),
    ...findings.flatMap(describeFinding),
    ...describeComparison(draft, previous),
    ...listOwnWarnings(draft, form).map((message): DraftIssue => ({
      severity: "warning",
      kind: "reading",
      rule: null,
      message,
      quote: null,
      facts: [],
    })),
  ];
  return {
    issues: order.flatMap((severity) => issues.filter((issue) => issue.severity === severity)),
    holds: findings.filter(({ verdict }) => verdict === "holds").length,
    untold: findings.filter(isGap).length,
  };
}

/** Warnings of the reader but those that missing tables tell. */
function listOwnWarnings({ warnings, facts }: Extraction, form: Form | null): readonly string[] {
  const printed = new Set(facts.map(({ table }) => table));
  const absent = form?.tables.filter(({ key }) => !printed.has(key)) ?? [];
  const told = new Set(absent.map(({ key }) => describeBlankTable(key)));
  return warnings.filter((warning) => !told.has(warning));
}

function compareYears(draft: Extraction, previous: Extraction | null): readonly Finding[] {
  if (previous === null || draft.year === null || previous.year === null) return [];
  const body = draft.agency?.name ?? previous.agency?.name ?? "";
  return auditAcrossYears(
    { ...previous, year: previous.year, agencyId: previous.agency?.name ?? body },
    { ...draft, year: draft.year, agencyId: body },
  );
}

function describeComparison(draft: Extraction, previous: Extraction | null): readonly DraftIssue[] {
  if (previous === null || (draft.year !== null && previous.year !== null)) return [];
  const message = "有一份报告没有写明年度，不能与上年比对";
  return [{ severity: "warning", kind: "years", rule: null, message, quote: null, facts: [] }];
}

/** Sums that blank cells leave open are not told one by one: the cells themselves are. */
function isGap({ rule, verdict }: Finding): boolean {
  return verdict === "cannotTell" && kinds[rule.charAt(0)] === "sums" && rule !== "I-a";
}

function describeFinding(finding: Finding): readonly DraftIssue[] {
  const { rule, verdict, message, facts, quote = null } = finding;
  if (verdict === "holds" || isGap(finding)) return [];
  if (verdict === "cannotTell" && periodRules.has(rule)) return [];
  const severity = verdict === "fails" ? "error" : findDoubt(finding);
  return [{ severity, kind: kinds[rule.charAt(0)] ?? "sums", rule, message, quote, facts }];
}

/** An approximate number, or a rule that does not apply, asks for nothing. */
function findDoubt({ rule, message }: Finding): Severity {
  return rule === "X-4" || rule === "I-a" || message.includes("约数") ? "notice" : "warning";
}
