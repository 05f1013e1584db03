import { readFileSync } from "node:fs";
import { archive } from "./command/archive.ts";
import { audit } from "./command/audit.ts";
import type { Command } from "./command/command.ts";
import { crawl } from "./command/crawl.ts";
import { doctor } from "./command/doctor.ts";
import { exportData } from "./command/export.ts";
import { extract } from "./command/extract.ts";
import { importReports } from "./command/import.ts";
import { index } from "./command/index.ts";
import { runProgram } from "./command/run-program.ts";
import { schedule } from "./command/schedule.ts";
import { search } from "./command/search.ts";
import { serve } from "./command/serve.ts";
import { sources } from "./command/sources.ts";
import { up } from "./command/up.ts";
import { work } from "./command/work.ts";
import { parseConfig } from "./config.ts";

/** Every command, in the order in which help lists them. */
export const commands: readonly Command[] = [
  up,
  importReports,
  extract,
  audit,
  crawl,
  sources,
  schedule,
  work,
  search,
  index,
  serve,
  exportData,
  archive,
  doctor,
];

/** Runs the words of a command line; returns the exit code. */
export async function runGongkai(words: readonly string[]): Promise<number> {
  const manifest = readFileSync(new URL("./package.json", import.meta.url), "utf8");
  const { version } = JSON.parse(manifest) as { readonly version: string };
  return runProgram(words, { version, commands, readConfig: () => parseConfig(process.env) });
}
