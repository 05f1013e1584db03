import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { openArchive } from "../../../corpus/archive/open-archive.ts";
import { verifyArchive } from "../../../corpus/archive/verify-archive.ts";
import type { Source } from "../../../corpus/source.ts";
import type { Store } from "../../../corpus/store/open-store.ts";
import { requestVisits, setSchedule } from "../../../corpus/store/schedule.ts";
import { saveSources } from "../../../corpus/store/sources.ts";
import { openEmptyStore } from "../../store/open-empty-store.ts";

/** The store and archive of a folder that other processes crawl into. */
export interface FaultCorpus {
  readonly root: string;
  readonly store: Store;
  /** What is wrong with the archive, and digests that the store names and the archive does not hold. */
  readonly listFaults: () => Promise<readonly string[]>;
  /** The address of each archived content by its digest and address: `<digest> <address>`. */
  readonly listHeld: () => Promise<ReadonlySet<string>>;
}

/** Opens one with these sources asked for; it vanishes when the test ends. */
export async function openFaultCorpus(sources: readonly Source[]): Promise<FaultCorpus> {
  const root = mkdtempSync(join(tmpdir(), "gongkai-faults-"));
  const store = await openEmptyStore(join(root, "gongkai.db"));
  onTestFinished(async () => {
    await store.close();
    rmSync(root, { recursive: true });
  });
  const ids = sources.map(({ id }) => id);
  await saveSources(store, sources, "demo");
  await setSchedule(store, ids, null);
  await requestVisits(store, ids, new Date().toISOString());
  return {
    root,
    store,
    listFaults: () => listFaults(root, store),
    listHeld: () => listHeld(store),
  };
}

async function listFaults(root: string, store: Store): Promise<readonly string[]> {
  const archive = await openArchive({ folder: join(root, "archive"), store });
  const faults: string[] = [];
  await verifyArchive(archive, {
    adopt: false,
    onFault: ({ file, fault }) => void faults.push(`${file}: ${fault}`),
    onProgress: () => {},
  });
  const named = await store.db
    .selectFrom("visit")
    .where("digest", "is not", null)
    .select("digest")
    .distinct()
    .execute();
  for (const { digest } of named)
    if (digest !== null && (await archive.read(digest)) === null) faults.push(`lost: ${digest}`);
  await archive.close();
  return faults;
}

async function listHeld(store: Store): Promise<ReadonlySet<string>> {
  const rows = await store.db.selectFrom("reading").select(["digest", "url"]).execute();
  return new Set(rows.flatMap(({ digest, url }) => [`${digest} ${url}`, url]));
}
