import { randomUUID } from "node:crypto";
import { constants, copyFile, open, readFile, rename, rm } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";
import { isRunning, readOwnProcess } from "./read-process.ts";

const ownerSchema = z.object({ pid: z.int(), startedAt: z.string(), token: z.string() });

/** Another process holds the lock for too long. */
export class FolderLocked extends Error {
  override readonly name = "FolderLocked";
}

/**
 * Does `work` while no other process, and no other call in this one, holds the lock file.
 * A lock whose owner has ended, killed or not, is taken over.
 * @throws FolderLocked after `patience` milliseconds.
 */
export async function withFolderLock<Result>(
  file: string,
  patience: number,
  work: () => Promise<Result>,
): Promise<Result> {
  const content = JSON.stringify({ ...readOwnProcess(), token: randomUUID() });
  await takeLock(file, content, patience);
  try {
    return await work();
  } finally {
    if ((await readLock(file)) === content) await rm(file, { force: true });
  }
}

async function takeLock(file: string, content: string, patience: number): Promise<void> {
  const deadline = performance.now() + patience;
  while (!(await createLock(file, content))) {
    const held = await readLock(file);
    if (held !== null && !isOwned(held)) await removeStale(file, held);
    else if (performance.now() > deadline) {
      throw new FolderLocked(
        `Another process has been starting the search engine for too long: end it, or delete ${file} if there is none.`,
      );
    } else await sleep(50);
  }
}

async function createLock(file: string, content: string): Promise<boolean> {
  try {
    const handle = await open(file, "wx");
    try {
      await handle.writeFile(content);
    } finally {
      await handle.close();
    }
    return true;
  } catch (error) {
    if (hasCode(error, "EEXIST")) return false;
    throw error;
  }
}

/** The content, null where there is no lock; one that is still empty is being written, so it gets a moment. */
async function readLock(file: string): Promise<string | null> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      const content = await readFile(file, "utf8");
      if (content !== "" || attempt >= 10) return content;
    } catch (error) {
      if (hasCode(error, "ENOENT")) return null;
      throw error;
    }
    await sleep(20);
  }
}

function isOwned(content: string): boolean {
  try {
    return isRunning(ownerSchema.parse(JSON.parse(content)));
  } catch {
    return false;
  }
}

/** Two processes may find the same stale lock: whoever takes away a newer one by mistake puts it back. */
async function removeStale(file: string, stale: string): Promise<void> {
  const aside = `${file}.${randomUUID()}`;
  try {
    await rename(file, aside);
    if ((await readLock(aside)) !== stale) await copyFile(aside, file, constants.COPYFILE_EXCL);
  } catch (error) {
    if (!hasCode(error, "ENOENT") && !hasCode(error, "EEXIST")) throw error;
  } finally {
    await rm(aside, { force: true });
  }
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && "code" in error && error.code === code;
}
