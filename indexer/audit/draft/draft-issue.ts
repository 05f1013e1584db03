import type { Quote } from "../../../corpus/finding.ts";

/** `error` must be mended, `warning` should be looked at by the person who writes, `notice` is only said. */
export const severities = ["error", "warning", "notice"] as const;
export type Severity = (typeof severities)[number];

/** What the clerk sees for each severity. */
export const severityLabels: Readonly<Record<Severity, string>> = {
  error: "必须改正",
  warning: "请核实",
  notice: "说明",
};

/** What an issue is about: parts that are missing, sums, prose, plausibility, last year's report, the reading. */
export const issueKinds = ["missing", "sums", "prose", "plausibility", "years", "reading"] as const;
export type IssueKind = (typeof issueKinds)[number];

/** What the clerk sees for each kind. */
export const issueKindLabels: Readonly<Record<IssueKind, string>> = {
  missing: "缺项",
  sums: "勾稽不符",
  prose: "正文与表格",
  plausibility: "是否合理",
  years: "与上年衔接",
  reading: "读取情况",
};

/** One thing to mend or look at. `rule` is the code of the audit rule, null where no rule found it. */
export interface DraftIssue {
  readonly severity: Severity;
  readonly kind: IssueKind;
  readonly rule: string | null;
  readonly message: string;
  readonly quote: Quote | null;
  readonly facts: readonly string[];
}
