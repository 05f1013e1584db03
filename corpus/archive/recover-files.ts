import { type FileHandle, open, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { loadKnownEnd, saveArchiveRecords } from "../store/archive-records.ts";
import { lockFile } from "../store/file-lock.ts";
import type { Store } from "../store/open-store.ts";
import type { ArchiveRecord } from "./archive-record.ts";
import { ArchiveUnwritable } from "./archive-unwritable.ts";
import { BrokenRecord } from "./gzip-member.ts";
import { readErrorCode } from "./read-error-code.ts";
import { VisitGrouping } from "./visit-grouping.ts";
import { walkRecord } from "./walk-records.ts";
import { listWarcFiles, lockSuffix, openSuffix, syncFolder } from "./warc-files.ts";

/** A file that a process left when it died, and how many bytes of a half-written record were cut from it. */
export interface RecoveredFile {
  readonly file: string;
  readonly cutBytes: number;
}

/**
 * Completes the files that dead processes left: cuts what lies behind the last whole record, lets the index know what
 * it does not, and gives the file its name. Files of living processes are left alone; so are all of a folder that may
 * only be read. Throws ArchiveUnwritable.
 */
export async function recoverFiles(
  folder: string,
  store: Store,
): Promise<readonly RecoveredFile[]> {
  const { unfinished, locked } = await listWarcFiles(folder);
  const recovered: RecoveredFile[] = [];
  try {
    for (const file of new Set([...unfinished, ...locked])) {
      const isLeft = unfinished.includes(file);
      const cutBytes = await recoverFile({ folder, file, isLeft }, store);
      if (cutBytes !== null) recovered.push({ file, cutBytes });
    }
  } catch (cause) {
    if (isReadOnly(cause)) return recovered;
    throw isFileError(cause) ? new ArchiveUnwritable(folder, cause) : cause;
  }
  return recovered;
}

interface FileToRecover {
  readonly folder: string;
  readonly file: string;
  /** Whether the file itself was seen, not only its lock. */
  readonly isLeft: boolean;
}

/** Null where the file has a living writer or is complete already. */
async function recoverFile(
  { folder, file, isLeft }: FileToRecover,
  store: Store,
): Promise<number | null> {
  const path = join(folder, file);
  // A lock without its file may be that of a writer about to begin: it is taken away if it is free, never made.
  const lock = lockFile(path + lockSuffix, { make: isLeft });
  if (lock === null) return null;
  try {
    const size = await loadSize(path + openSuffix);
    if (size === null) return null;
    const whole = await keepWholeRecords({ path, file, size }, store);
    if (whole === 0) await rm(path + openSuffix);
    else await rename(path + openSuffix, path);
    await syncFolder(folder);
    return size - whole;
  } finally {
    await lock.release();
  }
}

async function loadSize(path: string): Promise<number | null> {
  return stat(path).then(
    ({ size }) => size,
    (error: NodeJS.ErrnoException) => {
      if (error.code === "ENOENT") return null;
      throw error;
    },
  );
}

/** Cuts the file behind its last whole record and returns where that is. */
async function keepWholeRecords(
  { path, file, size }: { readonly path: string; readonly file: string; readonly size: number },
  store: Store,
): Promise<number> {
  // What the index knows was on the disk before it knew; if it is damaged now, that is no torn tail.
  const known = Math.min(size, await loadKnownEnd(store, file));
  const handle = await open(path + openSuffix, "r+");
  try {
    const { records, end } = await walkTail(handle, { file, from: known, size });
    if (end < size) await handle.truncate(end);
    // Only now, so that the index never names what a power cut takes away again.
    await handle.sync();
    await saveArchiveRecords(store, records);
    return end;
  } finally {
    await handle.close();
  }
}

async function walkTail(
  handle: FileHandle,
  { file, from, size }: { readonly file: string; readonly from: number; readonly size: number },
): Promise<{ readonly records: readonly ArchiveRecord[]; readonly end: number }> {
  const grouping = new VisitGrouping(file);
  const records: ArchiveRecord[] = [];
  let end = from;
  while (end < size) {
    try {
      const record = await walkRecord(handle, end, size);
      if (record.faults.length > 0) break;
      records.push(...grouping.add(record));
      end += record.length;
    } catch (error) {
      if (error instanceof BrokenRecord) break;
      throw error;
    }
  }
  return { records: [...records, ...grouping.end()], end };
}

function isReadOnly(error: unknown): boolean {
  return /EACCES|EROFS|EPERM|SQLITE_CANTOPEN|SQLITE_READONLY/u.test(readErrorCode(error));
}

function isFileError(error: unknown): boolean {
  return error instanceof Error && "syscall" in error;
}
