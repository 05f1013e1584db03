import type { Finding } from "../../corpus/finding.ts";

/** A finding with its id on the page. */
export interface CitedFinding {
  readonly id: string;
  readonly finding: Finding;
}

/** Findings with ids that stay the same while the rules stay the same: `finding-T3-a-2`. */
export function citeFindings(findings: readonly Finding[]): readonly CitedFinding[] {
  const seen = new Map<string, number>();
  return findings.map((finding) => {
    const count = (seen.get(finding.rule) ?? 0) + 1;
    seen.set(finding.rule, count);
    return { id: `finding-${finding.rule}-${count}`.replaceAll(/\s+/g, "_"), finding };
  });
}

/** The table whose numbers a finding is about; null where it names none. */
export function findTableKey(finding: Finding): string | null {
  return finding.facts[0]?.split(".")[0] ?? null;
}

/** The facts of failing findings, each with the id of the first finding that fails with it. */
export function indexFailing(cited: readonly CitedFinding[]): ReadonlyMap<string, string> {
  const failing = new Map<string, string>();
  for (const { id, finding } of cited) {
    if (finding.verdict !== "fails") continue;
    for (const key of finding.facts) if (!failing.has(key)) failing.set(key, id);
  }
  return failing;
}
