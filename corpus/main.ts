import { join } from "node:path";
import type { Config } from "../config.ts";
import { Archive } from "./archive.ts";
import { openStore, type Store } from "./store/open-store.ts";

/** What is held on disk: the archive of originals and the store of what was read from them. */
export interface Corpus {
  readonly store: Store;
  readonly archive: Archive;
  readonly close: () => Promise<void>;
}

/** Opens the archive and the store of the data folder, or of PostgreSQL. Throws StoreUnavailable. */
export async function openCorpus(config: Config): Promise<Corpus> {
  const { databaseUrl, dataFolder } = config;
  const location = databaseUrl ? { databaseUrl } : { file: join(dataFolder, "gongkai.db") };
  const store = await openStore(location);
  const archive = new Archive(join(dataFolder, "archive"));
  return { store, archive, close: store.close };
}
