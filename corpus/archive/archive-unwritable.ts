import { readErrorCode } from "./read-error-code.ts";

const full = new Set(["ENOSPC", "EDQUOT", "EFBIG"]);
const forbidden = new Set(["EACCES", "EPERM", "EROFS", "SQLITE_CANTOPEN", "SQLITE_READONLY"]);

/** The archive cannot be written; what it holds stays as it was. The message says what to do. */
export class ArchiveUnwritable extends Error {
  override readonly name = "ArchiveUnwritable";

  constructor(folder: string, cause: unknown) {
    super(`The archive ${folder} cannot be written: ${describeMend(cause)}`, { cause });
  }
}

function describeMend(cause: unknown): string {
  const code = readErrorCode(cause);
  if (full.has(code)) return "the disk is full. Make room and run the same again.";
  if (forbidden.has(code)) {
    return "this user may not write there. Give it the folder, or set GONGKAI_DATA to another.";
  }
  const reason = cause instanceof Error ? cause.message : String(cause);
  return `${reason}. Mend that and run the same again.`;
}
