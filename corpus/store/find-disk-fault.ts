import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** A store needs more than this for the files beside it. Bytes. */
const probeSize = 64 * 1024;

/** What the file system says to a file in a folder; null where it takes it. SQLite itself does not tell. */
export function findDiskFault(folder: string): unknown {
  const probe = join(folder, `.gongkai-probe-${process.pid}`);
  try {
    writeFileSync(probe, Buffer.alloc(probeSize));
    return null;
  } catch (error) {
    return error;
  } finally {
    removeQuietly(probe);
  }
}

function removeQuietly(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {
    // It was never there.
  }
}
