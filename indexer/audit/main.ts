import type { Fact } from "../../corpus/fact.ts";
import type { Finding } from "../../corpus/finding.ts";
import type { Form } from "../../corpus/forms/form.ts";
import { auditRules } from "./audit-rules.ts";
import { FactTable } from "./fact-table.ts";

/** Checks the numbers of one report against each other: one finding per equation. No form, no equations. */
export function auditFacts(facts: readonly Fact[], form: Form | null): readonly Finding[] {
  const table = new FactTable(facts);
  return auditRules.flatMap((rule) => rule.check(table, form));
}
