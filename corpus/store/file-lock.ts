import { existsSync } from "node:fs";
import { rm } from "node:fs/promises";
import Database from "better-sqlite3";

/** A file that this process alone holds until it releases it or ends, however it ends. */
export interface FileLock {
  /** Takes the file away and lets go. */
  readonly release: () => Promise<void>;
  /** Lets go of the file and leaves it. */
  readonly leave: () => void;
}

/**
 * Takes the lock of a path; null where another holds it, or where there is no such file and none is to be made. It is SQLite's lock of a database file, which the system
 * itself lets go when the process dies: no process number that another may have been given since, and it holds
 * between containers that share the folder.
 */
export function lockFile(path: string, { make }: { readonly make: boolean }): FileLock | null {
  if (!make && !existsSync(path)) return null;
  const database = new Database(path, { timeout: 0, fileMustExist: !make });
  try {
    database.pragma("journal_mode = MEMORY");
    database.exec("BEGIN EXCLUSIVE");
  } catch (error) {
    database.close();
    if (isBusy(error)) return null;
    throw error;
  }
  const release = async () => {
    // Taken away while it is held, so that nobody can come to hold a file that is about to vanish.
    // Windows refuses, and leaves an empty file behind.
    await rm(path, { force: true }).catch(() => {});
    database.close();
  };
  // Who released this path a moment ago took the file away under us: what we hold has no name any more.
  if (existsSync(path)) return { release, leave: () => void database.close() };
  database.close();
  return null;
}

function isBusy(error: unknown): boolean {
  return error instanceof Database.SqliteError && error.code.startsWith("SQLITE_BUSY");
}
