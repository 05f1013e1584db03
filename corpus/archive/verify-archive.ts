import { stat } from "node:fs/promises";
import { loadArchivedFiles, loadKnownEnd } from "../store/archive-records.ts";
import type { Archive } from "./archive.ts";
import { ArchiveDamaged } from "./archive-damaged.ts";
import { readErrorCode } from "./read-error-code.ts";
import { type ArchiveFault, verifyFile } from "./verify-file.ts";
import { listWarcFiles, openWarcFile } from "./warc-files.ts";

export interface VerifyOptions {
  /** Moves loose originals into a WARC file, and tells the index of records that it does not know. */
  readonly adopt: boolean;
  readonly onFault: (fault: ArchiveFault) => void;
  /** Bytes read so far, of all. */
  readonly onProgress: (done: number, total: number) => void;
  readonly stop?: AbortSignal;
}

/** What was read; `loose` are originals outside of WARC files, `adopted` those of them that were moved into one. */
export interface VerifyResult {
  readonly files: number;
  readonly records: number;
  readonly bytes: number;
  readonly loose: number;
  readonly adopted: number;
}

/** Reads the whole archive through: every record and every loose original against its digests and the index. */
export async function verifyArchive(
  archive: Archive,
  options: VerifyOptions,
): Promise<VerifyResult> {
  if (!(await isFolder(archive.folder))) {
    const fault = "a file stands where the archive folder should be: move it away";
    options.onFault({ file: archive.folder, offset: null, target: null, fault });
    return { files: 0, records: 0, bytes: 0, loose: 0, adopted: 0 };
  }
  const files = await listFiles(archive);
  const total = files.reduce((sum, { end }) => sum + end, 0);
  let [bytes, records] = [0, 0];
  for (const listed of files) {
    if (options.stop?.aborted === true) break;
    const before = bytes;
    const onProgress = (done: number) => options.onProgress(before + done, total);
    records += await verifyOne(archive, listed, { ...options, onProgress });
    bytes += listed.end;
  }
  await nameMissingFiles(archive, options);
  return { files: files.length, records, bytes, ...(await verifyLoose(archive, options)) };
}

/** One that is not there yet holds nothing, and may be made. */
async function isFolder(path: string): Promise<boolean> {
  const found = await stat(path).catch((error: unknown) => {
    if (readErrorCode(error) === "ENOENT") return null;
    throw error;
  });
  return found === null || found.isDirectory();
}

interface ListedFile {
  readonly file: string;
  readonly end: number;
  readonly growing: boolean;
}

async function listFiles({ folder, store }: Archive): Promise<readonly ListedFile[]> {
  const { complete, unfinished } = await listWarcFiles(folder);
  const files: ListedFile[] = [];
  for (const file of complete) {
    files.push({ file, end: await loadSize(folder, file), growing: false });
  }
  // Of a file that is being written, what the index knows is whole; the rest may be on its way.
  for (const file of unfinished) {
    files.push({ file, end: await loadKnownEnd(store, file), growing: true });
  }
  return files;
}

async function verifyOne(
  archive: Archive,
  { file, end, growing }: ListedFile,
  {
    adopt,
    onFault,
    onProgress,
  }: Pick<VerifyOptions, "adopt" | "onFault"> & {
    readonly onProgress: (bytes: number) => void;
  },
): Promise<number> {
  const { folder, store } = archive;
  const handle = await openWarcFile(folder, file);
  if (handle === null) {
    onFault({ file, offset: null, target: null, fault: "the file is gone" });
    return 0;
  }
  try {
    return await verifyFile({ handle, file, end, growing, store, adopt, onFault, onProgress });
  } finally {
    await handle.close();
  }
}

async function nameMissingFiles(
  { folder, store }: Archive,
  { onFault }: VerifyOptions,
): Promise<void> {
  for (const file of await loadArchivedFiles(store)) {
    const handle = await openWarcFile(folder, file);
    await handle?.close();
    if (handle !== null) continue;
    onFault({
      file,
      offset: null,
      target: null,
      fault: "the index names the file, but it is gone",
    });
  }
}

async function verifyLoose(
  archive: Archive,
  { adopt, onFault, stop }: VerifyOptions,
): Promise<Pick<VerifyResult, "loose" | "adopted">> {
  let [loose, adopted] = [0, 0];
  for await (const digest of archive.loose.list()) {
    if (stop?.aborted === true) break;
    loose += 1;
    try {
      if (!adopt) await archive.loose.read(digest);
      else if (await archive.adopt(digest)) adopted += 1;
    } catch (error) {
      if (!(error instanceof ArchiveDamaged)) throw error;
      const fault = "no longer matches its digest";
      onFault({ file: archive.loose.locate(digest), offset: null, target: null, fault });
    }
  }
  return { loose, adopted };
}

async function loadSize(folder: string, file: string): Promise<number> {
  const handle = await openWarcFile(folder, file);
  if (handle === null) return 0;
  try {
    return (await handle.stat()).size;
  } finally {
    await handle.close();
  }
}
