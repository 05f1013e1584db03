import type { Report } from "../../corpus/report.ts";
import type { CellName } from "./cell-names.ts";

/** What findings name: the report with its passages, and its cells by the keys of their facts. */
export interface FindingContext {
  readonly report: Pick<Report, "agencyId" | "sections">;
  readonly cellNames: ReadonlyMap<string, CellName>;
}
