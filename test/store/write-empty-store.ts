import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { openStore } from "../../corpus/store/open-store.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** The file of a store that holds nothing but its tables. */
    readonly emptyStore: string;
  }
}

/** Writes the store that `openEmptyStore` copies, once for all tests; returns what deletes it. */
export async function setup(project: TestProject): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), "gongkai-empty-"));
  const file = join(folder, "gongkai.db");
  await (await openStore({ file })).close();
  project.provide("emptyStore", file);
  return () => rmSync(folder, { recursive: true });
}
