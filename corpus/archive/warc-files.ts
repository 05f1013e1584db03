import { randomBytes } from "node:crypto";
import { type FileHandle, open, readdir } from "node:fs/promises";
import { join } from "node:path";

/** What a file's name has behind it while it is written. */
export const openSuffix = ".open";
/** What the lock of a file that is written has behind the file's name. */
export const lockSuffix = ".lock";

const namePattern = /^gongkai-\d{14}-[0-9a-f]{12}\.warc\.gz$/u;

/** `gongkai-<UTC time>-<random>.warc.gz`. */
export function buildFileName(now: Date): string {
  const time = now.toISOString().replaceAll(/\D/gu, "").slice(0, 14);
  return `gongkai-${time}-${randomBytes(6).toString("hex")}.warc.gz`;
}

export interface WarcFiles {
  /** Names of complete files, sorted. */
  readonly complete: readonly string[];
  /** Names, without the suffix, of those that are being written or were left. */
  readonly unfinished: readonly string[];
  /** Names, without the suffix, of those that have a lock. */
  readonly locked: readonly string[];
}

/** The WARC files of a folder; none where it does not exist. */
export async function listWarcFiles(folder: string): Promise<WarcFiles> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT" || error.code === "ENOTDIR") return [];
    throw error;
  });
  const listWith = (suffix: string) =>
    names
      .filter((name) => name.endsWith(suffix) && isWarcName(name.slice(0, -suffix.length)))
      .map((name) => name.slice(0, -suffix.length))
      .toSorted();
  return {
    complete: names.filter(isWarcName).toSorted(),
    unfinished: listWith(openSuffix),
    locked: listWith(lockSuffix),
  };
}

/** Whether a name is one that we give. */
export function isWarcName(name: string): boolean {
  return namePattern.test(name);
}

/** Opens a file for reading, complete or still written; null where there is neither. */
export async function openWarcFile(folder: string, file: string): Promise<FileHandle | null> {
  const path = join(folder, file);
  // Between the first two looks the file may become complete.
  for (const candidate of [path, path + openSuffix, path]) {
    try {
      return await open(candidate, "r");
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
    }
  }
  return null;
}

/** Brings a folder's names to the disk: without it a power cut may forget a rename. Windows cannot and need not. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === "win32") return;
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
