import type { Archive } from "../corpus/archive.ts";
import type { Gazetteer } from "../corpus/divisions/gazetteer.ts";
import type { Store } from "../corpus/store/open-store.ts";
import { type SavedReport, saveReport } from "../corpus/store/save-report.ts";
import { NotAReport } from "./extract/not-a-report.ts";
import type { ScanOptions } from "./extract/ocr/scan-options.ts";
import { UnreadableFile } from "./extract/unreadable-file.ts";
import { loadOriginal } from "./load-original.ts";
import { buildCapture, type KnownFacts, readReport } from "./read-report.ts";

/** A file and what is known of it from outside; `demo` marks fictional ones. */
export interface ImportFile extends KnownFacts {
  readonly file: string;
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

/**
 * Takes one file into the corpus: read first, then the original into the archive, then one transaction of
 * the store, so that a kill at any moment leaves nothing half-written and the same import can be run again.
 * A file that cannot be read is `refused` with a sentence; other errors (a full disk) are thrown.
 */
export async function importFile(
  input: ImportFile,
  { store, archive, gazetteer, readClock, scan = null }: ImportTargets,
): Promise<ImportOutcome> {
  const { file, demo } = input;
  try {
    const original = { ...input, bytes: await loadOriginal(file) };
    const extraction = await readReport(original, gazetteer, scan);
    await archive.write(original.bytes);
    const saved = await saveReport(store, {
      capture: buildCapture(original, readClock()),
      extraction,
      divisions: extraction.division === null ? [] : gazetteer.path(extraction.division.code),
      extractedAt: readClock(),
      demo,
    });
    return { file, ...saved };
  } catch (error) {
    if (error instanceof UnreadableFile || error instanceof NotAReport) {
      return { file, state: "refused", reason: error.message };
    }
    throw error;
  }
}
