import { z } from "zod";
import type { Gazetteer } from "../corpus/divisions/gazetteer.ts";
import { exportWacz } from "../corpus/archive/wacz/export-wacz.ts";
import { openCorpus } from "../corpus/main.ts";
import { loadCapturedPages } from "../corpus/store/load-captured-pages.ts";
import { buildRegionNames } from "../search/places/build-region-names.ts";
import { type Command, type CommandContext, WrongUsage } from "./command.ts";
import { loadAllPlaces } from "./open-parts.ts";
import { parseYear } from "./options.ts";
import type { Progress } from "./terminal.ts";

const optionsSchema = z.object({
  region: z.string().optional(),
  year: z.int().optional(),
  out: z.string().optional(),
});

/** Writes what is held to a file that others can read. */
export const exportData: Command = {
  name: "export",
  arguments: "<format>",
  summary: "write the archived originals of one place and year to a file (`wacz`)",
  options: [
    {
      flags: "--region <region>",
      meaning: "a place by name or code; what lies in it is taken too",
    },
    { flags: "--year <year>", meaning: "the year of the reports", parse: parseYear },
    { flags: "--out <file>", meaning: "where to write, `<region>-<year>.wacz` if not given" },
  ],
  example: "npx gongkai export wacz --region 青山县 --year 2023 --out qingshan-2023.wacz",
  exitCodes: { 1: "failed, or no report of that place and year is held" },
  run: async (context, [format = ""], values) => {
    if (format !== "wacz") throw new WrongUsage("write npx gongkai export wacz.");
    const { region, year, out } = optionsSchema.parse(values);
    if (region === undefined || year === undefined) {
      throw new WrongUsage("say which reports: --region 青山县 --year 2023.");
    }
    const gazetteer = loadAllPlaces();
    const divisions = findDivisions(region, gazetteer);
    const wanted = { region, year, divisions, out: out ?? `${region}-${year}.wacz` };
    return writeWacz(context, wanted);
  },
};

interface WantedWacz {
  readonly region: string;
  readonly year: number;
  readonly divisions: readonly string[];
  readonly out: string;
}

async function writeWacz(
  { config, terminal }: CommandContext,
  wanted: WantedWacz,
): Promise<number> {
  const { region, year, out } = wanted;
  const corpus = await openCorpus(config);
  try {
    const captures = await loadCapturedPages(corpus.store, wanted);
    if (captures.length === 0) {
      terminal.complain(`No report of ${region} for ${year} is held: crawl or import it first.`);
      return 1;
    }
    const title = `${region} ${year} 政府信息公开工作年度报告`;
    let progress: Progress | null = null;
    const result = await exportWacz(corpus.archive, {
      captures,
      title,
      out,
      now: new Date(),
      onProgress: (done, total) => {
        progress ??= terminal.startProgress("fetches copied", total);
        progress.advance(done);
        if (done === total) progress.finish();
      },
    });
    const size = (result.bytes / 1_000_000).toFixed(1);
    terminal.say(`${result.pages} pages, ${result.records} records, ${size} MB: ${out}`);
    return 0;
  } finally {
    await corpus.close();
  }
}

/** As search finds a place: by its code, or every place of that name. */
function findDivisions(region: string, gazetteer: Gazetteer): readonly string[] {
  const codes = buildRegionNames(gazetteer).resolve(region);
  if (codes.length > 0) return codes;
  throw new WrongUsage(`write a place by its full name or code: ${region} is not known.`);
}
