import type { Gazetteer } from "../corpus/divisions/gazetteer.ts";
import type { Extraction } from "../corpus/extraction.ts";
import type { ScanOptions } from "./extract/ocr/scan-options.ts";
import { extractReport } from "./extract/main.ts";
import { loadOriginal } from "./load-original.ts";
import { buildRefusal, type RefusedFile } from "./refused-file.ts";

/** A file on disk and the address that it came from, null where that is not known. */
export interface FileToExtract {
  readonly file: string;
  readonly address: string | null;
}

/** What a file says, or the sentence why it says nothing. */
export type FileReading =
  | { readonly file: string; readonly fault: null; readonly extraction: Extraction }
  | RefusedFile;

/** Loads and reads one file; one that cannot be read has a fault, other errors are thrown. */
export async function loadFileReading(
  { file, address }: FileToExtract,
  gazetteer: Gazetteer,
  scan: ScanOptions | null = null,
): Promise<FileReading> {
  try {
    const bytes = await loadOriginal(file);
    const extraction = await extractReport({ bytes, file, address }, gazetteer, scan);
    return { file, fault: null, extraction };
  } catch (error) {
    return buildRefusal(file, error);
  }
}
