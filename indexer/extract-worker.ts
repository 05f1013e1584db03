// The thread in which a pool reads files; see extract-pool.ts.
import { workerData } from "piscina";
import { z } from "zod";
import { loadGazetteer } from "../corpus/divisions/load-gazetteer.ts";
import { type FileReading, type FileToExtract, loadFileReading } from "./file-reading.ts";
import { openRecognizerOnDemand } from "./ocr/open-recognizer-on-demand.ts";
import { type FileToKeep, loadReportReading, type ReportReading } from "./report-reading.ts";

/** What a thread is given when it starts: lists of divisions beside the project's own, and whether pictures are read. */
const workerDataSchema = z.object({ divisionLists: z.array(z.string()), ocr: z.boolean() });

const { divisionLists, ocr } = workerDataSchema.parse(workerData);
const gazetteer = loadGazetteer(divisionLists);
const scan = ocr ? openRecognizerOnDemand(1) : null;

export async function readFile(file: FileToExtract): Promise<FileReading> {
  return loadFileReading(file, gazetteer, scan);
}

export async function readReport(file: FileToKeep): Promise<ReportReading> {
  return loadReportReading(file, gazetteer, scan);
}
