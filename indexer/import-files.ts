import {
  archiveOriginal,
  type ImportFile,
  type ImportOutcome,
  type ImportTargets,
  saveReading,
} from "./import-file.ts";
import { readFiles } from "./read-files.ts";
import { loadReportReading, type ReportReading } from "./report-reading.ts";

export interface ImportJob {
  readonly files: readonly ImportFile[];
  /** The lists of divisions beside the project's own that the gazetteer was loaded from. */
  readonly divisionLists: readonly string[];
  readonly stop?: AbortSignal;
}

/**
 * Takes files into the corpus and gives what became of each as soon as it is saved. Many are read and archived in
 * any order, but saved one by one in the order given, so that the store does not tell in which order they were read.
 * A kill leaves at most originals in the archive that no report names yet. Throws what importFile throws.
 */
export async function* importFiles(
  job: ImportJob,
  targets: ImportTargets,
): AsyncGenerator<ImportOutcome> {
  const { archive, gazetteer, scan } = targets;
  const keep = async (input: ImportFile, reading: ReportReading) =>
    archiveOriginal({ input, reading }, archive);
  const readings = readFiles({
    ...job,
    scan,
    loadPlaces: () => gazetteer,
    readHere: async (file, ...how) => keep(file, await loadReportReading(file, ...how)),
    readInThread: async (file, pool) => keep(file, await pool.readReport(file)),
  });
  for await (const reading of readings) yield await saveReading(reading, targets);
}
