import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";

/** A file to read, or the sentence why a path that was named gives none. */
export type ListedFile =
  | { readonly file: string; readonly fault: null }
  | { readonly file: string; readonly fault: string };

/** Files in the order named; a folder gives all files in it and below it by name, hidden ones left out. */
export async function listFiles(paths: readonly string[]): Promise<readonly ListedFile[]> {
  const lists = await Promise.all(paths.map(listPath));
  return lists.flat();
}

async function listPath(path: string): Promise<readonly ListedFile[]> {
  const entry = await stat(path).catch(() => null);
  if (entry === null) return [{ file: path, fault: "there is no such file: check the path" }];
  if (entry.isFile()) return [{ file: path, fault: null }];
  if (!entry.isDirectory()) return [{ file: path, fault: "is neither a file nor a folder" }];
  const children = await readdir(path, { withFileTypes: true });
  const visible = children
    .filter((child) => !child.name.startsWith(".") && (child.isFile() || child.isDirectory()))
    .map((child) => join(path, child.name))
    .toSorted((a, b) => (a < b ? -1 : 1));
  if (visible.length === 0) return [{ file: path, fault: "the folder is empty" }];
  return listFiles(visible);
}
