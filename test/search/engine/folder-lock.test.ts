import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, expect, test } from "vitest";
import { FolderLocked, withFolderLock } from "../../../search/engine/folder-lock.ts";
import { isRunning, readOwnProcess, readProcess } from "../../../search/engine/read-process.ts";

let folder = "";
let lock = "";

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "gongkai-lock-"));
  lock = join(folder, "engine.lock");
});
afterEach(() => rm(folder, { recursive: true, force: true }));

test("one at a time, and nothing is left behind", async () => {
  let inside = 0;
  let most = 0;
  const work = async (): Promise<void> => {
    inside += 1;
    most = Math.max(most, inside);
    await sleep(5);
    inside -= 1;
  };
  await Promise.all(Array.from({ length: 8 }, () => withFolderLock(lock, 60_000, work)));
  expect(most).toBe(1);
  expect(await readdir(folder)).toEqual([]);
});

test("a lock whose owner is gone is taken over, by one of many", async () => {
  await writeFile(lock, JSON.stringify({ ...readOwnProcess(), startedAt: "before", token: "t" }));
  let count = 0;
  const work = async (): Promise<void> => {
    count += 1;
  };
  await Promise.all(Array.from({ length: 5 }, () => withFolderLock(lock, 60_000, work)));
  expect(count).toBe(5);
  expect(await readdir(folder)).toEqual([]);
});

test("a lock that nobody can read is taken over", async () => {
  await writeFile(lock, "{");
  expect(await withFolderLock(lock, 60_000, async () => "done")).toBe("done");
});

test("a lock whose owner lives is waited for, and the wait has an end", async () => {
  await writeFile(lock, JSON.stringify({ ...readOwnProcess(), token: "t" }));
  await expect(withFolderLock(lock, 10, async () => "done")).rejects.toThrow(FolderLocked);
});

test("a failure gives the lock back", async () => {
  const failing = withFolderLock(lock, 60_000, () => Promise.reject(new Error("no")));
  await expect(failing).rejects.toThrow("no");
  expect(await readdir(folder)).toEqual([]);
});

test("a process is known by when it started, not by its number alone", () => {
  const own = readOwnProcess();
  expect(own.startedAt).not.toBe("");
  expect(isRunning(own)).toBe(true);
  expect(isRunning({ ...own, startedAt: "another time" })).toBe(false);
  expect(readProcess(2 ** 22 + 1)).toBeNull();
  expect(readProcess(process.pid)?.command).toContain("node");
});
