import type { Gazetteer } from "../../corpus/divisions/gazetteer.ts";
import { dropNul } from "../../corpus/drop-nul.ts";
import type { Extraction } from "../../corpus/extraction.ts";
import { readReportPage } from "../extract/main.ts";
import type { ScanOptions } from "../extract/ocr/scan-options.ts";
import { readOriginal } from "../extract/read-original.ts";
import { buildRefusal, type RefusedFile } from "../refused-file.ts";

/** An archived content; `file` is a name for it in sentences. */
export interface Content {
  readonly bytes: Uint8Array;
  readonly file: string;
  readonly address: string;
}

/** What a content says and what its head calls it, or the sentence why it says nothing. */
export type ContentReading =
  | {
      readonly file: string;
      readonly fault: null;
      readonly extraction: Extraction;
      readonly names: readonly string[];
    }
  | RefusedFile;

/** Reads a content as it is, knowing nothing of it; one that is no report has a fault, other errors are thrown. */
export async function readContent(
  { bytes, file, address }: Content,
  gazetteer: Gazetteer,
  scan: ScanOptions | null = null,
): Promise<ContentReading> {
  try {
    const page = await readOriginal(bytes, scan);
    const extraction = readReportPage(page, address, gazetteer);
    const names = [page.title ?? "", page.meta.get("articletitle") ?? ""];
    return { file, fault: null, extraction: dropNul(extraction), names };
  } catch (error) {
    return buildRefusal(file, error);
  }
}
