import { type FileReading, type FileToExtract, loadFileReading } from "./file-reading.ts";
import { readFiles, type ReadingJob } from "./read-files.ts";

export type ExtractJob = Omit<ReadingJob<FileToExtract, FileReading>, "readHere" | "readInThread">;

/** Reads what files say and gives it one by one in their order, in threads where they are many; see read-files.ts. */
export async function* extractFiles(job: ExtractJob): AsyncGenerator<FileReading> {
  yield* readFiles({
    ...job,
    readHere: loadFileReading,
    readInThread: async (file, pool) => pool.read(file),
  });
}
