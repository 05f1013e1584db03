import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Archive, ArchiveParts } from "../../corpus/archive/archive.ts";
import { openArchive } from "../../corpus/archive/open-archive.ts";
import type { Store } from "../../corpus/store/open-store.ts";
import { openEmptyStore } from "../store/open-empty-store.ts";

export interface TestArchive {
  readonly folder: string;
  readonly store: Store;
  readonly archive: Archive;
  /** Opens the same folder once more, as another process would. */
  readonly openAgain: (parts?: Partial<ArchiveParts>) => Promise<Archive>;
  readonly listNames: () => readonly string[];
  readonly close: () => Promise<void>;
}

/** An empty archive in a folder of its own, over a real store. */
export async function openTestArchive(parts: Partial<ArchiveParts> = {}): Promise<TestArchive> {
  const root = mkdtempSync(join(tmpdir(), "gongkai-archive-"));
  const folder = join(root, "archive");
  const store = await openEmptyStore(join(root, "gongkai.db"));
  const openAgain = async (more: Partial<ArchiveParts> = {}) =>
    openArchive({ folder, store, ...parts, ...more });
  const archive = await openAgain();
  return {
    folder,
    store,
    archive,
    openAgain,
    listNames: () => readdirSync(folder).toSorted(),
    close: async () => {
      await archive.close();
      await store.close();
      rmSync(root, { recursive: true });
    },
  };
}
