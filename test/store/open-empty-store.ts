import { copyFileSync, mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { inject } from "vitest";
import { openStore, type Store } from "../../corpus/store/open-store.ts";

/** Opens a store in a new file. Its tables are made once for all tests: that takes ten times as long as a copy. */
export async function openEmptyStore(file: string): Promise<Store> {
  mkdirSync(dirname(file), { recursive: true });
  copyFileSync(inject("emptyStore"), file);
  return openStore({ file });
}
