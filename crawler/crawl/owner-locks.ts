import { mkdir, readdir } from "node:fs/promises";
import { join } from "node:path";
import { type FileLock, lockFile } from "../../corpus/store/file-lock.ts";

const prefix = "crawler-";
const suffix = ".lock";
/** Another that sweeps may hold the file for a moment. */
const mostTries = 20;
const tryMs = 25;

/**
 * Holds a lock in the folder under the owner's name for as long as this process lives, however it ends. Throws what the
 * file system says where the folder cannot be written.
 */
export async function lockOwner(folder: string, owner: string): Promise<FileLock> {
  await mkdir(folder, { recursive: true });
  for (let left = mostTries; left > 0; left -= 1) {
    const lock = lockFile(join(folder, prefix + owner + suffix), { make: true });
    if (lock !== null) return lock;
    await new Promise((resolve) => setTimeout(resolve, tryMs));
  }
  throw new Error(`The lock of ${owner} in ${folder} cannot be had.`);
}

/**
 * Does with the name of each process that left a lock here and died, on this machine and on others that share the
 * folder, what is given, and takes its lock away. While that is done nobody else does it.
 */
export async function forEachDeadOwner(
  folder: string,
  end: (owner: string) => Promise<void>,
): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  for (const name of names) {
    if (!name.startsWith(prefix) || !name.endsWith(suffix)) continue;
    const lock = tryLock(join(folder, name));
    if (lock === null) continue;
    try {
      await end(name.slice(prefix.length, -suffix.length));
    } catch (error) {
      lock.leave();
      throw error;
    }
    await lock.release();
  }
}

function tryLock(path: string): FileLock | null {
  try {
    return lockFile(path, { make: false });
  } catch {
    // Taken away since it was listed, or not ours to write.
    return null;
  }
}
