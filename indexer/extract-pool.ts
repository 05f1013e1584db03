import { createRequire } from "node:module";
import { fileURLToPath, pathToFileURL } from "node:url";
import pLimit, { type LimitFunction } from "p-limit";
import { Piscina } from "piscina";
import type { FileReading, FileToExtract } from "./file-reading.ts";
import type { Content, ContentReading } from "./reading/content-reading.ts";
import type { RefusedFile } from "./refused-file.ts";
import type { FileToKeep, ReportReading } from "./report-reading.ts";

export interface ExtractPoolOptions {
  readonly threads: number;
  /** Lists of divisions beside the project's own. */
  readonly divisionLists: readonly string[];
  /** Whether pictures are read by text recognition. */
  readonly ocr?: boolean;
}

/** What one thread may take of memory, in megabytes: reading 16 MB takes less than half of it. */
const mostMemory = 2048;
/** Milliseconds after which a file is given up; text recognition takes seconds for each page. */
const longest = { plain: 120_000, ocr: 3_600_000 };

/** The pool was closed while a file was being read or waited for it: nothing is wrong with the file. */
export class PoolClosed extends Error {
  override readonly name = "PoolClosed";
}

/**
 * Threads that read files at the same time. A file that takes too long or too much memory costs its thread and gets
 * a sentence; the others are read all the same.
 */
export class ExtractPool {
  readonly #pool: Piscina;
  /** No file waits in the queue of a thread, where its time would run already. */
  readonly #limit: LimitFunction;

  readonly #longest: number;
  #isClosed = false;

  constructor({ threads, divisionLists, ocr = false }: ExtractPoolOptions) {
    this.#longest = ocr ? longest.ocr : longest.plain;
    this.#limit = pLimit({ concurrency: threads, rejectOnClear: true });
    // A thread does not inherit the hooks that compile TypeScript, and would take the reader's own tsconfig.json.
    const loader = pathToFileURL(createRequire(import.meta.url).resolve("tsx")).href;
    const tsconfig = fileURLToPath(new URL("../tsconfig.json", import.meta.url));
    this.#pool = new Piscina({
      filename: new URL("extract-worker.ts", import.meta.url).href,
      // The one that a thread looks for when it starts.
      name: "readFile",
      minThreads: threads,
      maxThreads: threads,
      execArgv: ["--import", loader],
      env: { ...process.env, TSX_TSCONFIG_PATH: tsconfig },
      resourceLimits: { maxOldGenerationSizeMb: mostMemory },
      workerData: { divisionLists, ocr },
    });
    // What the pool tells here the reading that it ended tells too; unheard, it would end the process.
    this.#pool.on("error", () => {});
  }

  /** Reads what a file says as soon as a thread is free; `patience` in milliseconds. */
  async read(file: FileToExtract, patience = this.#longest): Promise<FileReading> {
    return this.#run<FileReading>("readFile", file, patience);
  }

  /** Reads a file into a report that can be kept as soon as a thread is free. */
  async readReport(file: FileToKeep): Promise<ReportReading> {
    return this.#run<ReportReading>("readReport", file, this.#longest);
  }

  /** Reads an archived content as soon as a thread is free. */
  async readArchived(content: Content): Promise<ContentReading> {
    return this.#run<ContentReading>("readArchived", content, this.#longest);
  }

  /** Ends the threads; what they were reading and what still waits for them is rejected with PoolClosed. */
  async close(): Promise<void> {
    this.#isClosed = true;
    this.#limit.clearQueue();
    await this.#pool.destroy();
  }

  /** Calls a function of extract-worker.ts. */
  async #run<Reading>(
    name: "readFile" | "readReport" | "readArchived",
    file: { readonly file: string },
    patience: number,
  ): Promise<Reading | RefusedFile> {
    try {
      return await this.#limit(async () => {
        const signal = AbortSignal.timeout(patience);
        return (await this.#pool.run(file, { name, signal })) as Reading;
      });
    } catch (error) {
      if (this.#isClosed) throw new PoolClosed("The reading was stopped.", { cause: error });
      return { file: file.file, fault: explain(error) };
    }
  }
}

function explain(error: unknown): string {
  if (!(error instanceof Error)) throw error;
  if (error.name === "AbortError")
    return "Reading took too long and was given up; give the report alone, or in another format.";
  if ("code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY")
    return "Reading took too much memory and was given up; give the report alone, or in another format.";
  throw error;
}
