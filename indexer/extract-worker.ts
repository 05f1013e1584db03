// The thread in which a pool reads files; see extract-pool.ts.
import { workerData } from "piscina";
import { z } from "zod";
import { loadGazetteer } from "../corpus/divisions/load-gazetteer.ts";
import { type FileReading, type FileToExtract, loadFileReading } from "./file-reading.ts";

/** What a thread is given when it starts: lists of divisions beside the project's own. */
const workerDataSchema = z.object({ divisionLists: z.array(z.string()) });

const gazetteer = loadGazetteer(workerDataSchema.parse(workerData).divisionLists);

export async function readFile(file: FileToExtract): Promise<FileReading> {
  return loadFileReading(file, gazetteer);
}
