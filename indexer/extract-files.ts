import { stat } from "node:fs/promises";
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
 * up a file that takes too long or too much memory; little is done here.
 */
export async function* extractFiles(job: ExtractJob): AsyncGenerator<FileReading> {
  const work = await estimateWork(job);
  const threads = Math.min(
    availableParallelism(),
    job.files.length,
    Math.floor(work / workPerThread),
  );
  if (threads > 0) yield* extractInThreads(job, threads);
  else {
    const places = job.loadPlaces();
    for (const file of job.files) {
      if (job.stop?.aborted === true) return;
      yield await loadFileReading(file, places, job.scan ?? null);
    }
  }
}

/** Work as HTML pages of 100 kB. A file that is not there takes none: reading it says so. */
async function estimateWork({ files, scan }: ExtractJob): Promise<number> {
  let work = 0;
  for (const { file } of files) {
    const bytes = await stat(file).then(
      ({ size }) => size,
      () => 0,
    );
    const name = file.toLowerCase();
    const isPicture =
      scan !== null && scan !== undefined && /\.(?:pdf|png|jpe?g|gif|bmp)$/u.test(name);
    const weight = isPicture ? weights.scanned : name.endsWith(".pdf") ? weights.pdf : 0;
    work += Math.max(1, bytes / bytesPerWork) + weight;
  }
  return work;
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
