import type { Archive } from "../corpus/archive/archive.ts";
import type { Gazetteer } from "../corpus/divisions/gazetteer.ts";
import type { Store } from "../corpus/store/open-store.ts";
import { type SavedReport, saveReport } from "../corpus/store/save-report.ts";
import type { ScanOptions } from "./extract/ocr/scan-options.ts";
import { buildCapture } from "./read-report.ts";
import { type FileToKeep, loadReportReading, type ReportReading } from "./report-reading.ts";

/** A file and what is known of it from outside; `demo` marks fictional ones. */
export interface ImportFile extends FileToKeep {
  readonly demo: boolean;
}

export interface ImportTargets {
  readonly store: Store;
  readonly archive: Archive;
  readonly gazetteer: Gazetteer;
  /** The present as ISO 8601 in UTC. */
  readonly readClock: () => string;
  /** How pictures are read; null or left out where they are not. */
  readonly scan?: ScanOptions | null;
}

export type ImportOutcome =
  | { readonly file: string; readonly state: SavedReport["state"]; readonly reportId: string }
  | { readonly file: string; readonly state: "refused"; readonly reason: string };

/** A file and what was read of it. */
export interface ImportReading {
  readonly input: ImportFile;
  readonly reading: ReportReading;
}

/**
 * Takes one file into the corpus: read first, then the original into the archive, then one transaction of
 * the store, so that a kill at any moment leaves nothing half-written and the same import can be run again.
 * A file that cannot be read is `refused` with a sentence; other errors (a full disk) are thrown.
 */
export async function importFile(
  input: ImportFile,
  targets: ImportTargets,
): Promise<ImportOutcome> {
  const reading = await loadReportReading(input, targets.gazetteer, targets.scan);
  return saveReading(await archiveOriginal({ input, reading }, targets.archive), targets);
}

/** Puts the original of a report into the archive. */
export async function archiveOriginal(
  read: ImportReading,
  archive: Archive,
): Promise<ImportReading> {
  const { file } = read.input;
  if (read.reading.fault === null) await archive.write(read.reading.bytes, { file });
  return read;
}

/** Saves a report whose original is archived. */
export async function saveReading(
  { input, reading }: ImportReading,
  { store, gazetteer, readClock }: ImportTargets,
): Promise<ImportOutcome> {
  const { file, demo } = input;
  if (reading.fault !== null) return { file, state: "refused", reason: reading.fault };
  const { bytes, extraction } = reading;
  const saved = await saveReport(store, {
    capture: buildCapture({ ...input, bytes }, readClock()),
    extraction,
    divisions: extraction.division === null ? [] : gazetteer.path(extraction.division.code),
    extractedAt: readClock(),
    demo,
  });
  return { file, ...saved };
}
