import { NotAReport } from "./extract/not-a-report.ts";
import { UnreadableFile } from "./extract/unreadable-file.ts";

/** A file that gives no report, and the sentence why. */
export interface RefusedFile {
  readonly file: string;
  readonly fault: string;
}

/** The refusal that an error of reading is. Throws errors that are none, such as those of a full disk. */
export function buildRefusal(file: string, error: unknown): RefusedFile {
  if (error instanceof UnreadableFile || error instanceof NotAReport)
    return { file, fault: error.message };
  throw error;
}
