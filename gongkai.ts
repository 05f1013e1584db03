import { readFileSync } from "node:fs";
import type { Command } from "./command/command.ts";
import { runProgram } from "./command/run-program.ts";
import { parseConfig } from "./config.ts";

/**
 * Every command, in the order in which help lists them, and what loads it. The whole program is a thousand files: a
 * command loads those that it needs.
 */
const loaders: Readonly<Record<string, () => Promise<Command>>> = {
  up: async () => (await import("./command/up.ts")).up,
  import: async () => (await import("./command/import.ts")).importReports,
  extract: async () => (await import("./command/extract.ts")).extract,
  audit: async () => (await import("./command/audit.ts")).audit,
  crawl: async () => (await import("./command/crawl.ts")).crawl,
  sources: async () => (await import("./command/sources.ts")).sources,
  schedule: async () => (await import("./command/schedule.ts")).schedule,
  work: async () => (await import("./command/work.ts")).work,
  search: async () => (await import("./command/search.ts")).search,
  index: async () => (await import("./command/index.ts")).index,
  serve: async () => (await import("./command/serve.ts")).serve,
  export: async () => (await import("./command/export.ts")).exportData,
  archive: async () => (await import("./command/archive.ts")).archive,
  doctor: async () => (await import("./command/doctor.ts")).doctor,
};

/** Loads the command of that name; all of them, in the order of help, where there is none of that name. */
export async function loadCommands(name?: string): Promise<readonly Command[]> {
  const own = Object.entries(loaders).filter(([known]) => known === name);
  const wanted = own.length > 0 ? own : Object.entries(loaders);
  return Promise.all(wanted.map(([, load]) => load()));
}

/** Runs the words of a command line; returns the exit code. */
export async function runGongkai(words: readonly string[]): Promise<number> {
  const manifest = readFileSync(new URL("./package.json", import.meta.url), "utf8");
  const { version } = JSON.parse(manifest) as { readonly version: string };
  const commands = await loadCommands(words[0]);
  return runProgram(words, { version, commands, readConfig: () => parseConfig(process.env) });
}
