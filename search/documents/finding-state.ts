import { z } from "zod";
import type { Finding } from "../../corpus/finding.ts";

/** What the audit of a report comes to: a rule fails; rules hold and none fails; no rule could tell. */
export const findingStates = ["fails", "holds", "unchecked"] as const;
export const findingStateSchema = z.enum(findingStates);
export type FindingState = z.infer<typeof findingStateSchema>;

/** What readers see for each state. */
export const findingStateLabels: Readonly<Record<FindingState, string>> = {
  fails: "有矛盾",
  holds: "无矛盾",
  unchecked: "无法核对",
};

/** The state that all findings of a report come to, those beside the year before among them. */
export function findFindingState(findings: readonly Pick<Finding, "verdict">[]): FindingState {
  if (findings.some(({ verdict }) => verdict === "fails")) return "fails";
  return findings.some(({ verdict }) => verdict === "holds") ? "holds" : "unchecked";
}
