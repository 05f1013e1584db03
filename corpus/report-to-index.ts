import type { UnplacedFact } from "./fact.ts";
import type { Finding } from "./finding.ts";
import type { Report, ReportCapture } from "./report.ts";

/** What the search index has to know of a report; every report is one. */
export interface ReportToIndex extends Pick<
  Report,
  | "id"
  | "agencyId"
  | "agency"
  | "kind"
  | "regions"
  | "level"
  | "year"
  | "title"
  | "form"
  | "published"
  | "demo"
  | "sections"
> {
  readonly facts: readonly UnplacedFact[];
  /** Those beside the report of the year before among them. */
  readonly findings: readonly Pick<Finding, "verdict">[];
  readonly attachments: readonly unknown[];
  readonly capture: Pick<ReportCapture, "address" | "capturedAt">;
  readonly versions: readonly { readonly capture: Pick<ReportCapture, "capturedAt"> }[];
}
