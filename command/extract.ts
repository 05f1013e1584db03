import { z } from "zod";
import type { Extraction } from "../corpus/extraction.ts";
import { sectionLabels } from "../corpus/section.ts";
import { demoDivisions } from "../demo/list-demo.ts";
import { extractFiles } from "../indexer/extract-files.ts";
import type { ScanOptions } from "../indexer/extract/ocr/scan-options.ts";
import type { FileReading } from "../indexer/file-reading.ts";
import { listFiles, type ListedFile } from "../indexer/list-files.ts";
import type { Command, CommandContext } from "./command.ts";
import { loadAllPlaces } from "./open-parts.ts";
import { openScan } from "./open-scan.ts";
import { parseAddress } from "./options.ts";
import type { Terminal } from "./terminal.ts";

const optionsSchema = z.object({ json: z.boolean().default(false), url: z.url().optional() });

/** Reads files and prints what they say; touches no store and no network. */
export const extract: Command = {
  name: "extract",
  arguments: "<path...>",
  summary: "read files, or all files of folders, and print the reports; nothing is kept",
  options: [
    {
      flags: "--json",
      meaning:
        "print a JSON array with an entry for each file: all that was read, or why it was not (`error`)",
    },
    { flags: "--url <address>", meaning: "where the file came from", parse: parseAddress },
  ],
  example: "npx gongkai extract --json report.html",
  exitCodes: { 1: "a file could not be read, or it was stopped; the others are printed" },
  run: async (context, paths, values) => {
    const options = optionsSchema.parse(values);
    const listed = await listFiles(paths);
    const printer = options.json
      ? new JsonPrinter(context.terminal)
      : new SummaryPrinter(context.terminal);
    const { scan, close } = openScan(context);
    try {
      const job = { context, listed, address: options.url ?? null, scan };
      const faults = await printReadings(job, printer);
      return faults > 0 || context.stop.aborted ? 1 : 0;
    } finally {
      await close();
    }
  },
};

interface Reader {
  readonly context: CommandContext;
  readonly listed: readonly ListedFile[];
  readonly address: string | null;
  readonly scan: ScanOptions | null;
}

/** Prints each file in the order listed as soon as it is read, so that memory does not grow; returns the faults. */
async function printReadings(
  { context, listed, address, scan }: Reader,
  printer: ReadingPrinter,
): Promise<number> {
  const { terminal, stop } = context;
  const progress = terminal.startProgress("reading", listed.length);
  const readable = listed.filter(({ fault }) => fault === null);
  const readings = extractFiles({
    files: readable.map(({ file }) => ({ file, address })),
    loadPlaces: loadAllPlaces,
    divisionLists: [demoDivisions],
    scan,
    stop,
  });
  let faults = 0;
  let done = 0;
  for (const { file, fault } of listed) {
    const next = fault === null ? await readings.next() : null;
    if (next?.done === true) break;
    const reading: FileReading = next?.value ?? { file, fault: fault ?? "" };
    if (reading.fault !== null) {
      faults++;
      terminal.complain(`${file}: ${reading.fault}`);
    }
    printer.print(reading);
    progress.advance(++done);
  }
  await readings.return(undefined);
  progress.finish();
  printer.finish();
  return faults;
}

interface ReadingPrinter {
  readonly print: (reading: FileReading) => void;
  readonly finish: () => void;
}

/** A JSON array, one entry after the other; a file that was refused has the sentence why. */
class JsonPrinter implements ReadingPrinter {
  readonly #terminal: Terminal;
  #isFirst = true;

  constructor(terminal: Terminal) {
    this.#terminal = terminal;
  }

  print({ file, ...reading }: FileReading): void {
    const entry =
      reading.fault === null ? { file, ...reading.extraction } : { file, error: reading.fault };
    const json = JSON.stringify(entry, null, 2).replaceAll(/^/gmu, "  ");
    this.#terminal.write(`${this.#isFirst ? "[" : ","}\n${json}`);
    this.#isFirst = false;
  }

  finish(): void {
    this.#terminal.print(this.#isFirst ? "[]" : "\n]");
  }
}

class SummaryPrinter implements ReadingPrinter {
  readonly #terminal: Terminal;

  constructor(terminal: Terminal) {
    this.#terminal = terminal;
  }

  print(reading: FileReading): void {
    if (reading.fault === null) printSummary(reading.file, reading.extraction, this.#terminal);
  }

  finish(): void {}
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
