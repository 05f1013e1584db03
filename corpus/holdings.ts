import type { Region } from "./report.ts";

/** What the corpus holds as a whole; `demoReports` of the reports are fictional. */
export interface Holdings {
  readonly demoReports: number;
  readonly reports: number;
  readonly sections: number;
  readonly agencies: number;
  readonly oldestYear: number | null;
  readonly newestYear: number | null;
}

/** A report as a line of a list; `capturedAt` is when its current copy was stored. */
export interface HeldReport {
  readonly id: string;
  readonly title: string;
  readonly agency: string;
  readonly regions: readonly Region[];
  readonly year: number;
  readonly published: string | null;
  readonly capturedAt: string;
}
