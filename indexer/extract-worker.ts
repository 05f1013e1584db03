// The thread in which a pool reads files; see extract-pool.ts.
import { workerData } from "piscina";
import { z } from "zod";
import type { Gazetteer } from "../corpus/divisions/gazetteer.ts";
import { loadGazetteer } from "../corpus/divisions/load-gazetteer.ts";
import { type FileReading, type FileToExtract, loadFileReading } from "./file-reading.ts";
import { openRecognizerOnDemand } from "./ocr/open-recognizer-on-demand.ts";
import { type Content, type ContentReading, readContent } from "./reading/content-reading.ts";
import { type FileToKeep, loadReportReading, type ReportReading } from "./report-reading.ts";

/** What a thread is given when it starts: lists of divisions beside the project's own, and whether pictures are read. */
const workerDataSchema = z.object({ divisionLists: z.array(z.string()), ocr: z.boolean() });

const { divisionLists, ocr } = workerDataSchema.parse(workerData);
const scan = ocr ? openRecognizerOnDemand(1) : null;
const places: Gazetteer[] = [];

/** Loaded by the first file, so that what is wrong with a list is said where somebody hears it. */
function loadPlaces(): Gazetteer {
  const gazetteer = places[0] ?? loadGazetteer(divisionLists);
  places[0] = gazetteer;
  return gazetteer;
}

export async function readFile(file: FileToExtract): Promise<FileReading> {
  return loadFileReading(file, loadPlaces(), scan);
}

export async function readReport(file: FileToKeep): Promise<ReportReading> {
  return loadReportReading(file, loadPlaces(), scan);
}

export async function readArchived(content: Content): Promise<ContentReading> {
  return readContent(content, loadPlaces(), scan);
}
