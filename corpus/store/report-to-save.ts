import type { Agency } from "../agency.ts";
import type { Capture } from "../capture.ts";
import type { Division } from "../division.ts";
import type { Extraction } from "../extraction.ts";

/** What an extraction must tell before it can be kept as a report: who publishes, and for which year. */
export type ReadableReport = Extraction & { readonly agency: Agency; readonly year: number };

/** `divisions` are the report's division and all its parents, in any order; `extractedAt` is ISO 8601. */
export interface ReportToSave {
  readonly capture: Capture;
  readonly extraction: ReadableReport;
  readonly divisions: readonly Division[];
  readonly extractedAt: string;
  readonly demo: boolean;
}
