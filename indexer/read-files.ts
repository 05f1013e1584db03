import { stat } from "node:fs/promises";
import { availableParallelism } from "node:os";
import type { Gazetteer } from "../corpus/divisions/gazetteer.ts";
import type { ScanOptions } from "./extract/ocr/scan-options.ts";
import { ExtractPool, PoolClosed } from "./extract-pool.ts";
import { workAhead } from "./work-ahead.ts";

/** What is read: a file on disk, or what is called so and has so many bytes. */
export interface NamedFile {
  readonly file: string;
  readonly bytes?: number;
}

export interface ReadingJob<File extends NamedFile, Reading> {
  readonly files: readonly File[];
  /** Called only where the files are few and read in this thread. */
  readonly loadPlaces: () => Gazetteer;
  /** The lists from which other threads load the same places. */
  readonly divisionLists: readonly string[];
  /** How pictures are read in this thread; null where they are not read, in other threads neither. */
  readonly scan?: ScanOptions | null | undefined;
  readonly stop?: AbortSignal | undefined;
  readonly readHere: (file: File, places: Gazetteer, scan: ScanOptions | null) => Promise<Reading>;
  readonly readInThread: (file: File, pool: ExtractPool) => Promise<Reading>;
}

/** Work for which a thread is worth its start, which takes about a second: so many pages of HTML of 100 kB. */
const workPerThread = 100;
/** Bytes of HTML that count as one. */
const bytesPerWork = 100_000;
/** What a PDF takes beside as many bytes of HTML, and a file of which pictures are recognized. */
const weights = { pdf: 30, scanned: 1_000 };
/** Files under way for each thread: enough that none waits for one that is slow. */
const ahead = 8;

/**
 * Reads files and gives the readings one by one in their order. Much work is done on all cores, in threads that give
 * up a file that takes too long or too much memory; little is done here. Gives no more once it is asked to stop.
 */
export async function* readFiles<File extends NamedFile, Reading>(
  job: ReadingJob<File, Reading>,
): AsyncGenerator<Reading> {
  const threads = await countThreads(job);
  if (threads > 0) yield* readInThreads(job, threads);
  else {
    const places = job.loadPlaces();
    for (const file of job.files) {
      if (job.stop?.aborted === true) return;
      yield await job.readHere(file, places, job.scan ?? null);
    }
  }
}

type Work = Pick<ReadingJob<NamedFile, unknown>, "files" | "scan">;

/** Threads worth their start, none for one file: here all cores recognize its pictures and tell of each page. */
async function countThreads(work: Work): Promise<number> {
  const count = work.files.length;
  if (count < 2) return 0;
  return Math.min(
    availableParallelism(),
    count,
    Math.floor((await estimateWork(work)) / workPerThread),
  );
}

/** Work as HTML pages of 100 kB. */
async function estimateWork({ files, scan }: Work): Promise<number> {
  let work = 0;
  for (const { file, bytes = await countBytes(file) } of files) {
    const name = file.toLowerCase();
    const isPicture =
      scan !== null && scan !== undefined && /\.(?:pdf|png|jpe?g|gif|bmp|webp|tiff?)$/u.test(name);
    const weight = isPicture ? weights.scanned : name.endsWith(".pdf") ? weights.pdf : 0;
    work += Math.max(1, bytes / bytesPerWork) + weight;
  }
  return work;
}

/** A file that is not there takes no work: reading it says so. */
async function countBytes(file: string): Promise<number> {
  return stat(file).then(
    ({ size }) => size,
    () => 0,
  );
}

async function* readInThreads<File extends NamedFile, Reading>(
  { files, divisionLists, scan, stop, readInThread }: ReadingJob<File, Reading>,
  threads: number,
): AsyncGenerator<Reading> {
  const pool = new ExtractPool({ threads, divisionLists, ocr: Boolean(scan) });
  const end = async (): Promise<void> => pool.close();
  // Who waits for the readings hears of a failure; here nobody would.
  const endAtOnce = (): void => void end().catch(() => {});
  stop?.addEventListener("abort", endAtOnce);
  const begin = async (file: File): Promise<Reading> => {
    stop?.throwIfAborted();
    return readInThread(file, pool);
  };
  try {
    for await (const reading of workAhead(files, { ahead: threads * ahead, begin, end })) {
      if (stop?.aborted === true) return;
      yield reading;
    }
  } catch (error) {
    // The threads were ended by the stop, and with them what they were reading.
    if (!(error instanceof PoolClosed) && error !== stop?.reason) throw error;
  } finally {
    stop?.removeEventListener("abort", endAtOnce);
  }
}
