import { availableParallelism } from "node:os";
import type { Gazetteer } from "../corpus/divisions/gazetteer.ts";
import type { ScanOptions } from "./extract/ocr/scan-options.ts";
import { ExtractPool } from "./extract-pool.ts";
import { type FileReading, type FileToExtract, loadFileReading } from "./file-reading.ts";

export interface ExtractJob {
  readonly files: readonly FileToExtract[];
  /** Called only where the files are few and read in this thread. */
  readonly loadPlaces: () => Gazetteer;
  /** The lists from which other threads load the same places. */
  readonly divisionLists: readonly string[];
  /** How pictures are read in this thread; null where they are not read, in other threads neither. */
  readonly scan?: ScanOptions | null;
  readonly stop?: AbortSignal;
}

/** A thread takes about a second to start, in which one that runs reads about this many files. */
const filesPerThread = 100;
/** Files under way for each thread: enough that none waits for one that is slow. */
const ahead = 8;

/** Reads files, many of them on all cores, and gives the readings one by one in the order of the files. */
export async function* extractFiles(job: ExtractJob): AsyncGenerator<FileReading> {
  const threads = Math.min(availableParallelism(), Math.floor(job.files.length / filesPerThread));
  if (threads > 1) yield* extractInThreads(job, threads);
  else {
    const places = job.loadPlaces();
    for (const file of job.files) {
      if (job.stop?.aborted === true) return;
      yield await loadFileReading(file, places, job.scan ?? null);
    }
  }
}

async function* extractInThreads(
  { files, divisionLists, scan, stop }: ExtractJob,
  threads: number,
): AsyncGenerator<FileReading> {
  const pool = new ExtractPool({ threads, divisionLists, ocr: Boolean(scan) });
  try {
    const underWay: Promise<FileReading>[] = [];
    for (const file of files) {
      if (stop?.aborted === true) break;
      const reading = pool.read(file);
      // The first one to fail is awaited in its turn; others must not be taken for unhandled.
      reading.catch(() => undefined);
      underWay.push(reading);
      const first = underWay.length >= threads * ahead ? underWay.shift() : undefined;
      if (first) yield await first;
    }
    for (const reading of underWay) yield await reading;
  } finally {
    await pool.close();
  }
}
