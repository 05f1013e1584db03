/** The code of an error of the system or of SQLite (`ENOSPC`); empty where it has none. */
export function readErrorCode(error: unknown): string {
  if (!(error instanceof Error) || !("code" in error)) return "";
  return typeof error.code === "string" ? error.code : "";
}
