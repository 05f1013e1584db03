import type { z } from "zod";
import type { ProblemDetail } from "./problem.ts";

/** What is wrong with each parameter, in Chinese. The input itself is not repeated. */
export function explainIssues(error: z.ZodError): readonly ProblemDetail[] {
  return error.issues.map((issue) => ({
    parameter: String(issue.path[0] ?? ""),
    message: explainIssue(issue),
  }));
}

function explainIssue(issue: z.core.$ZodIssue): string {
  if (/\p{Script=Han}/u.test(issue.message)) return issue.message;
  if (issue.code === "invalid_value") return `只能是 ${issue.values.map(String).join("、")} 之一`;
  if (issue.code === "invalid_type") return issue.expected === "string" ? "类型不对" : "应为整数";
  if (issue.code === "invalid_format") return "格式不对";
  if (issue.code === "too_big") return explainMaximum(issue.origin, issue.maximum);
  if (issue.code === "too_small") return `不能小于 ${issue.minimum}`;
  return "值不可用";
}

function explainMaximum(origin: string, maximum: number | bigint): string {
  if (origin === "array") return `最多 ${maximum} 项`;
  return origin === "string" ? `最多 ${maximum} 个字` : `不能大于 ${maximum}`;
}
