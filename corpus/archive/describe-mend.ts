import { readErrorCode } from "./read-error-code.ts";

const full = new Set(["ENOSPC", "EDQUOT", "EFBIG", "SQLITE_FULL"]);
const forbidden = new Set(["EACCES", "EPERM", "SQLITE_CANTOPEN", "SQLITE_READONLY"]);
const fixed = new Set(["EROFS", "SQLITE_READONLY_DIRECTORY"]);

/** Why a file of the data folder cannot be written, and what to do: the end of a sentence, and another. */
export function describeMend(cause: unknown): string {
  const code = readErrorCode(cause);
  if (full.has(code)) return "the disk is full. Make room and run the same again.";
  if (fixed.has(code)) return "the disk is read-only. Set GONGKAI_DATA to another folder.";
  if (code === "ENOTDIR" || code === "EEXIST")
    return "a file stands where a folder should be. Move it away, or set GONGKAI_DATA to another folder.";
  if (code === "ENOENT")
    return "its folder is not there and cannot be made. Set GONGKAI_DATA to another.";
  if (forbidden.has(code))
    return "this user may not write there. Give it the folder, or set GONGKAI_DATA to another.";
  const reason = cause instanceof Error ? cause.message : String(cause);
  return `${reason}. Mend that and run the same again.`;
}
