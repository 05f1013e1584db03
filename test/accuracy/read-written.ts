import { Gazetteer } from "../../corpus/divisions/gazetteer.ts";
import type { Extraction } from "../../corpus/extraction.ts";
import { extractReport } from "../../indexer/extract/main.ts";
import type { ScanOptions } from "../../indexer/extract/ocr/scan-options.ts";
import { NotAReport } from "../../indexer/extract/not-a-report.ts";
import { UnreadableFile } from "../../indexer/extract/unreadable-file.ts";

const nowhere = new Gazetteer([]);

/** Reads a written file with no places known, its pictures where `scan` says how; null where the file is refused. */
export async function readWritten(
  bytes: Uint8Array,
  scan: ScanOptions | null = null,
): Promise<Extraction | null> {
  try {
    return await extractReport({ bytes, file: "written", address: null }, nowhere, scan);
  } catch (error) {
    if (error instanceof NotAReport || error instanceof UnreadableFile) return null;
    throw error;
  }
}
