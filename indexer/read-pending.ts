import type { Archive } from "../corpus/archive/archive.ts";
import type { Gazetteer } from "../corpus/divisions/gazetteer.ts";
import { dropNul } from "../corpus/drop-nul.ts";
import type { Store } from "../corpus/store/open-store.ts";
import { countPendingReadings, loadPendingReadings } from "../corpus/store/readings.ts";
import { refuseReading } from "../corpus/store/refuse-reading.ts";
import type { PendingReading } from "../corpus/visit-record.ts";
import type { ScanOptions } from "./extract/ocr/scan-options.ts";
import type { JobWatch } from "./index-targets.ts";
import { readFiles } from "./read-files.ts";
import { type ContentReading, readContent } from "./reading/content-reading.ts";
import { finishReading } from "./reading/finish-reading.ts";
import { loadContent } from "./reading/load-content.ts";
import { nameContent } from "./reading/name-content.ts";
import { buildRefusal } from "./refused-file.ts";

export interface ReadTargets {
  readonly store: Store;
  readonly archive: Archive;
  readonly gazetteer: Gazetteer;
  /** The lists of divisions beside the project's own that the gazetteer was loaded from. */
  readonly divisionLists: readonly string[];
  /** The present as ISO 8601 in UTC. */
  readonly readClock: () => string;
  /** How pictures are read; null or left out where they are not. */
  readonly scan?: ScanOptions | null;
}

/** Contents that are taken at once: so many that starting threads for them costs little. */
const batchSize = 2_000;

/** A content that waits, with the name and size by which the work on it is told. */
interface WaitingContent {
  readonly file: string;
  readonly bytes: number;
  readonly pending: PendingReading;
}

interface ReadContent {
  readonly pending: PendingReading;
  readonly reading: ContentReading;
}

/**
 * Reads every content that the crawler archived and nobody has read yet, and keeps the reports. Many are read on all
 * cores, but kept one by one in the order in which they came. A kill loses nothing: what is not kept still waits, and
 * reading a content again gives the same. One that cannot be read is refused with a sentence; errors of the disk or the
 * store are thrown. Returns how many were read.
 */
export async function readPending(targets: ReadTargets, watch: JobWatch = {}): Promise<number> {
  const { store } = targets;
  let done = 0;
  while (watch.stop?.aborted !== true) {
    const batch = await loadPendingReadings(store, batchSize);
    if (batch.length === 0) break;
    const total = done + (await countPendingReadings(store));
    for await (const { pending, reading } of readBatch(batch, targets, watch.stop)) {
      await finishOrSetAside(pending, reading, targets);
      done += 1;
      watch.onProgress?.(done, Math.max(total, done));
    }
  }
  return done;
}

/** A content that cannot be kept must not hold up all that come after it; where nothing can be kept, that is thrown. */
async function finishOrSetAside(
  pending: PendingReading,
  reading: ContentReading,
  targets: ReadTargets,
): Promise<void> {
  try {
    await finishReading(pending, reading, targets);
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error);
    const reason = `It could not be kept (${words}): report this, and read it again with npx gongkai index --reread.`;
    try {
      await refuseReading(targets.store, pending, { reason: dropNul(reason), reportId: null });
    } catch {
      throw error;
    }
  }
}

function readBatch(
  batch: readonly PendingReading[],
  { archive, gazetteer, divisionLists, scan }: ReadTargets,
  stop: AbortSignal | undefined,
): AsyncGenerator<ReadContent> {
  const load = async ({ pending, file }: WaitingContent) => loadContent(pending, { archive, file });
  return readFiles<WaitingContent, ReadContent>({
    files: batch.map((pending) => ({ file: nameContent(pending), bytes: pending.bytes, pending })),
    loadPlaces: () => gazetteer,
    divisionLists,
    scan,
    stop,
    readHere: async (content, places, how) =>
      orRefuse(content, async () => readContent(await load(content), places, how)),
    readInThread: async (content, pool) =>
      orRefuse(content, async () => pool.readArchived(await load(content))),
  });
}

async function orRefuse(
  { pending, file }: WaitingContent,
  read: () => Promise<ContentReading>,
): Promise<ReadContent> {
  try {
    return { pending, reading: await read() };
  } catch (error) {
    return { pending, reading: buildRefusal(file, error) };
  }
}
