import type { Gazetteer } from "../corpus/divisions/gazetteer.ts";
import type { ReadableReport } from "../corpus/store/report-to-save.ts";
import type { ScanOptions } from "./extract/ocr/scan-options.ts";
import { loadOriginal } from "./load-original.ts";
import { type KnownFacts, readReport } from "./read-report.ts";
import { buildRefusal, type RefusedFile } from "./refused-file.ts";

/** A file on disk and what is known of it from outside. */
export interface FileToKeep extends KnownFacts {
  readonly file: string;
}

/** A report that can be kept, with the bytes that it was read from; or the sentence why there is none. */
export type ReportReading =
  | {
      readonly file: string;
      readonly fault: null;
      readonly bytes: Uint8Array;
      readonly extraction: ReadableReport;
    }
  | RefusedFile;

/** Loads a file and reads it into a report; one that gives none has a fault, other errors are thrown. */
export async function loadReportReading(
  input: FileToKeep,
  gazetteer: Gazetteer,
  scan: ScanOptions | null = null,
): Promise<ReportReading> {
  const { file } = input;
  try {
    const bytes = await loadOriginal(file);
    const extraction = await readReport({ ...input, bytes }, gazetteer, scan);
    return { file, fault: null, bytes, extraction };
  } catch (error) {
    return buildRefusal(file, error);
  }
}
