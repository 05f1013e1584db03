import { z } from "zod";
import type { Gazetteer } from "../corpus/divisions/gazetteer.ts";
import type { Extraction } from "../corpus/extraction.ts";
import { sectionLabels } from "../corpus/section.ts";
import { extractReport } from "../indexer/extract/main.ts";
import { NotAReport } from "../indexer/extract/not-a-report.ts";
import { UnreadableFile } from "../indexer/extract/unreadable-file.ts";
import { listFiles, type ListedFile } from "../indexer/list-files.ts";
import { loadOriginal } from "../indexer/load-original.ts";
import type { Command } from "./command.ts";
import { loadAllPlaces } from "./open-parts.ts";
import { parseAddress } from "./options.ts";
import type { Terminal } from "./terminal.ts";

const optionsSchema = z.object({ json: z.boolean().default(false), url: z.url().optional() });

/** Reads files and prints what they say; touches no store and no network. */
export const extract: Command = {
  name: "extract",
  arguments: "<file...>",
  summary: "read files and print the reports; nothing is kept",
  options: [
    {
      flags: "--json",
      meaning:
        "print a JSON array with an entry for each file: all that was read, or why it was not (`error`)",
    },
    { flags: "--url <address>", meaning: "where the file came from", parse: parseAddress },
  ],
  example: "npx gongkai extract --json report.html",
  exitCodes: { 1: "a file could not be read; the others are printed" },
  run: async ({ terminal }, paths, values) => {
    const options = optionsSchema.parse(values);
    const gazetteer = loadAllPlaces();
    const readings: Reading[] = [];
    for (const listed of await listFiles(paths)) {
      const reading = await readFile(listed, options.url ?? null, gazetteer);
      readings.push(reading);
      if (reading.fault !== null) terminal.complain(`${reading.file}: ${reading.fault}`);
      else if (!options.json) printSummary(reading.file, reading.extraction, terminal);
    }
    if (options.json) terminal.printJson(readings.map(formatReading));
    return readings.every((reading) => reading.fault === null) ? 0 : 1;
  },
};

type Reading =
  | { readonly file: string; readonly fault: null; readonly extraction: Extraction }
  | { readonly file: string; readonly fault: string };

async function readFile(
  { file, fault }: ListedFile,
  address: string | null,
  gazetteer: Gazetteer,
): Promise<Reading> {
  if (fault !== null) return { file, fault };
  try {
    const bytes = await loadOriginal(file);
    return {
      file,
      fault: null,
      extraction: await extractReport({ bytes, file, address }, gazetteer),
    };
  } catch (error) {
    if (error instanceof UnreadableFile || error instanceof NotAReport) {
      return { file, fault: error.message };
    }
    throw error;
  }
}

/** An entry of `--json`: the file with its extraction, or with the sentence why there is none. */
function formatReading(reading: Reading): object {
  const { file } = reading;
  return reading.fault === null ? { file, ...reading.extraction } : { file, error: reading.fault };
}

function printSummary(file: string, extraction: Extraction, terminal: Terminal): void {
  const { agency, division, year, form, sections, facts, findings, warnings } = extraction;
  const failed = findings.filter((finding) => finding.verdict === "fails");
  const lines = [
    file,
    `  机构  ${agency?.name ?? "未识别"}（${division?.path.join(" › ") ?? "地区未识别"}）`,
    `  年度  ${year ?? "未识别"}    格式  ${form ?? "未识别"}    发布  ${extraction.published ?? "未注明"}`,
    `  章节  ${sections.map((section) => sectionLabels[section.kind]).join("、")}`,
    `  数据  ${facts.length} 项，其中空白 ${facts.filter((fact) => fact.value === null).length} 项`,
    `  核对  ${findings.length} 条，不符 ${failed.length} 条`,
    ...failed.map((finding) => `    ✗ ${finding.message}`),
    ...warnings.map((warning) => `    ! ${warning}`),
  ];
  terminal.print(lines.join("\n"));
}
