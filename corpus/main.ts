import { join } from "node:path";
import type { Config } from "../config.ts";
import type { Archive } from "./archive/archive.ts";
import type { ArchiveInfo } from "./archive/archive-info.ts";
import { openArchive } from "./archive/open-archive.ts";
import { openStore, type Store } from "./store/open-store.ts";

/** What is held on disk: the archive of originals and the store of what was read from them. */
export interface Corpus {
  readonly store: Store;
  readonly archive: Archive;
  /** Completes what is being archived and closes both. */
  readonly close: () => Promise<void>;
}

/**
 * Opens the archive and the store of the data folder, or of PostgreSQL. `info` says in new archive files who fetches
 * and how. Throws StoreUnavailable, ArchiveUnwritable.
 */
export async function openCorpus(config: Config, info: ArchiveInfo = {}): Promise<Corpus> {
  const { databaseUrl, dataFolder } = config;
  const location = databaseUrl ? { databaseUrl } : { file: join(dataFolder, "gongkai.db") };
  const store = await openStore(location);
  try {
    const archive = await openArchive({ folder: join(dataFolder, "archive"), store, info });
    const close = async () => {
      try {
        await archive.close();
      } finally {
        await store.close();
      }
    };
    return { store, archive, close };
  } catch (error) {
    await store.close();
    throw error;
  }
}
