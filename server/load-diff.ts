import { z } from "zod";
import { diffReports } from "../corpus/diff/diff-reports.ts";
import type { ReportDiff } from "../corpus/diff/report-diff.ts";
import type { Report } from "../corpus/report.ts";
import type { AppDeps } from "./app-deps.ts";
import { digestSchema, requireFound } from "./read-request.ts";

/** Which versions are compared. */
export const diffQuerySchema = z.object({
  from: digestSchema.optional(),
  to: digestSchema.optional(),
});

/** Two versions of a report and all that differs between them. */
export interface LoadedDiff {
  readonly from: Report;
  readonly to: Report;
  readonly diff: ReportDiff;
}

/**
 * Two versions of a report: without `to` the current one, without `from` the one captured before `to`.
 * Throws RequestRefused (not_found) where one of them is not there.
 */
export async function loadDiff(
  deps: Pick<AppDeps, "loadReport">,
  id: string,
  query: z.infer<typeof diffQuerySchema>,
): Promise<LoadedDiff> {
  const to = requireFound(await deps.loadReport(id, query.to));
  const older = query.from ?? findOlder(to);
  const from = requireFound(await deps.loadReport(id, requireFound(older)));
  return { from, to, diff: diffReports(from, to) };
}

function findOlder({ versions, capture }: Report): string | undefined {
  const position = versions.findIndex((version) => version.capture.digest === capture.digest);
  return versions[position + 1]?.capture.digest;
}
