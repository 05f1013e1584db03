import { readdir, realpath, stat } from "node:fs/promises";
import type { Stats } from "node:fs";
import { join } from "node:path";

/** A file to read, or the sentence why a path gives none. */
export type ListedFile =
  | { readonly file: string; readonly fault: null }
  | { readonly file: string; readonly fault: string };

/**
 * Files in the order named; a folder gives all files in it and below it by name, hidden ones left out. Links are
 * followed, each folder once. What cannot be read is a fault of its own and does not stop the rest.
 */
export async function listFiles(paths: readonly string[]): Promise<readonly ListedFile[]> {
  const listed: ListedFile[] = [];
  for (const path of paths) {
    const before = listed.length;
    for await (const file of walkPath(path, new Set())) listed.push(file);
    if (listed.length === before) listed.push({ file: path, fault: "the folder is empty" });
  }
  return listed;
}

/** The files of a path; `walked` are the folders that were listed already, by their real paths. */
async function* walkPath(path: string, walked: Set<string>): AsyncGenerator<ListedFile> {
  const entry = await loadEntry(path);
  if (typeof entry === "string") yield { file: path, fault: entry };
  else if (entry.isFile()) yield { file: path, fault: null };
  else if (entry.isDirectory()) yield* walkFolder(path, walked);
  else yield { file: path, fault: "is neither a file nor a folder" };
}

async function* walkFolder(folder: string, walked: Set<string>): AsyncGenerator<ListedFile> {
  const names = await loadNames(folder, walked);
  if (typeof names === "string") yield { file: folder, fault: names };
  else for (const name of names) yield* walkPath(join(folder, name), walked);
}

/** The names in a folder, none where it was walked already; or the sentence why it cannot be read. */
async function loadNames(folder: string, walked: Set<string>): Promise<readonly string[] | string> {
  try {
    const place = await realpath(folder);
    if (walked.has(place)) return [];
    walked.add(place);
    const names = await readdir(folder);
    const visible = names.filter((name) => !name.startsWith("."));
    return visible.toSorted((a, b) => (a < b ? -1 : 1));
  } catch (error) {
    return `the folder cannot be read (${readReason(error)}): check its rights`;
  }
}

/** What stands at a path, links followed, or the sentence why nothing does. */
async function loadEntry(path: string): Promise<Stats | string> {
  try {
    return await stat(path);
  } catch (error) {
    const reason = readReason(error);
    if (reason === "ENOENT") return "there is no such file: check the path";
    return `cannot be read (${reason}): check the path and its rights`;
  }
}

function readReason(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return "code" in error && typeof error.code === "string" ? error.code : error.message;
}
